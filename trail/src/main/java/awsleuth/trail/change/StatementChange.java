package awsleuth.trail.change;

import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement in which two versions of a policy differ.
 *
 * @param how what became of it
 * @param name its Sid in backticks, else {@code statement 2}, counted from 1
 * @param before its text on one line, before; empty where it is new
 * @param after its text on one line, after; empty where it is gone
 */
public record StatementChange(How how, String name, String before, String after) {

  /** What becomes of statements. */
  public enum How {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** In what two documents differ; empty where one of them is no policy, or they say the same. */
  public static List<StatementChange> between(PolicyType type, String before, String after) {
    Optional<Policy> old = PolicyParser.parse("before", type, before).policy();
    Optional<Policy> now = PolicyParser.parse("after", type, after).policy();
    return old.isEmpty() || now.isEmpty() ? List.of() : between(old.get(), now.get());
  }

  /** The statements of a policy that deny, all of them new. */
  public static List<StatementChange> denials(PolicyType type, String document) {
    return PolicyParser.parse("after", type, document)
        .policy()
        .map(p -> denials(p))
        .orElse(List.of());
  }

  private static List<StatementChange> denials(Policy policy) {
    return policy.statements().stream()
        .filter(s -> s.effect() == Effect.DENY)
        .map(s -> new StatementChange(How.ADDED, name(s), "", text(policy, s)))
        .toList();
  }

  private static List<StatementChange> between(Policy old, Policy now) {
    Map<String, String> before = named(old);
    Map<String, String> after = named(now);
    List<StatementChange> changes = new ArrayList<>();
    before.forEach((name, text) -> {
      String other = after.get(name);
      if (other == null) {
        changes.add(new StatementChange(How.REMOVED, name, text, ""));
      } else if (!other.equals(text)) {
        changes.add(new StatementChange(How.CHANGED, name, text, other));
      }
    });
    after.forEach((name, text) -> {
      if (!before.containsKey(name)) {
        changes.add(new StatementChange(How.ADDED, name, "", text));
      }
    });
    return List.copyOf(changes);
  }

  private static Map<String, String> named(Policy policy) {
    Map<String, String> named = new LinkedHashMap<>();
    for (Statement s : policy.statements()) {
      String name = name(s);
      named.put(named.containsKey(name) ? number(s) : name, text(policy, s));
    }
    return named;
  }

  /** A statement's Sid in backticks, else its number. */
  public static String name(Statement s) {
    return s.sid().isEmpty() ? number(s) : "`" + s.sid() + "`";
  }

  private static String number(Statement s) {
    return "statement " + (s.index() + 1);
  }

  /** A statement on one line, without the spaces and breaks outside of texts. */
  public static String text(Policy policy, Statement s) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = s.at().start(); i < Math.min(s.at().end(), policy.text().length()); i++) {
      char c = policy.text().charAt(i);
      if (c == '"' && !isEscaped(policy.text(), i)) {
        quoted = !quoted;
      }
      if (quoted || !Character.isWhitespace(c)) {
        out.append(c);
        out.append(!quoted && (c == ',' || c == ':') ? " " : "");
      }
    }
    return out.toString();
  }

  private static boolean isEscaped(String text, int at) {
    int slashes = 0;
    while (at - slashes > 0 && text.charAt(at - slashes - 1) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }
}
