package awsleuth.iam;

import awsleuth.iam.match.Glob;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the statements that are about an action by looking at the action once, not once for each
 * statement: by what patterns begin with before their first wildcard.
 */
public final class ActionIndex {

  private final Map<String, Pattern> patterns = new HashMap<>();
  private final Map<String, List<Pattern>> byHead = new HashMap<>();
  private final SortedSet<Integer> headLengths = new TreeSet<>();
  private final BitSet negated = new BitSet();

  /**
   * A pattern of actions.
   *
   * @param statements the numbers of those that it stands in
   */
  private record Pattern(Glob glob, List<Integer> statements) {}

  /** Adds the Action or NotAction of the statement with a number. */
  public void add(int statement, Elements actions) {
    negated.set(statement, actions.negated());
    for (Located action : actions.values()) {
      String text = action.value().toLowerCase(Locale.ROOT);
      patterns.computeIfAbsent(text, this::pattern).statements().add(statement);
    }
  }

  private Pattern pattern(String text) {
    Pattern pattern = new Pattern(Glob.of(text), new ArrayList<>());
    String head = head(text);
    byHead.computeIfAbsent(head, _ -> new ArrayList<>()).add(pattern);
    headLengths.add(head.length());
    return pattern;
  }

  private static String head(String pattern) {
    int end = 0;
    while (end < pattern.length() && pattern.charAt(end) != '*' && pattern.charAt(end) != '?') {
      end++;
    }
    return pattern.substring(0, end);
  }

  /** The numbers of the statements that are about an action; letter case does not count. */
  public BitSet about(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    BitSet about = (BitSet) negated.clone();
    for (int end : headLengths.headSet(lower.length() + 1)) {
      for (Pattern pattern : byHead.getOrDefault(lower.substring(0, end), List.of())) {
        if (pattern.glob().matches(lower)) {
          pattern.statements().forEach(i -> about.set(i, !negated.get(i)));
        }
      }
    }
    return about;
  }
}
