package awsleuth.core.fact;

import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.WatchedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code aws} command that was run and watched, whose options go before every setting.
 *
 * @param words {@code aws} and what follows it, secrets replaced
 * @param source where the record tells it
 */
public record AwsCommand(List<String> words, Source source) {

  private static final String HIDDEN = "(secret";

  /** The command; empty where none was watched, several programs were, or it is another program. */
  public static Optional<AwsCommand> of(Facts facts) {
    List<WatchedRun> runs = facts.given(WatchedRun.class);
    if (runs.size() != 1 || facts.watched().isEmpty()) {
      return Optional.empty();
    }
    List<String> words = WatchedRun.aws(runs.getFirst().command());
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new AwsCommand(words, runs.getFirst().source()));
  }

  /** The value of an option, such as {@code --region}; empty where it is not given. */
  public Optional<String> option(String name) {
    int at = words.indexOf(name);
    return at >= 0 && at + 1 < words.size()
        ? Optional.of(words.get(at + 1))
        : words.stream()
            .filter(w -> w.startsWith(name + "="))
            .map(w -> w.substring(name.length() + 1))
            .findFirst();
  }

  /** The command without an option and its value, as the shell takes it. */
  public String without(String name) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(name)) {
        i++;
      } else if (!words.get(i).startsWith(name + "=")) {
        rest.add(shell(words.get(i)));
      }
    }
    return String.join(" ", rest);
  }

  /** The command with an option more, whose value is as the shell takes it. */
  public String with(String name, String value) {
    return without(name) + " " + name + " " + value;
  }

  private static String shell(String word) {
    return word.contains(HIDDEN) || word.contains("…") ? "<secret>" : Literal.shell(word);
  }
}
