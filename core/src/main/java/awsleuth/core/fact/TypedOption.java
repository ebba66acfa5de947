package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.Source;
import java.util.List;
import java.util.Optional;

/** An option of the {@code aws} command that the text shows to have been typed. */
public final class TypedOption {

  private TypedOption() {}

  /**
   * Cites the command that has an option with a value, such as {@code --region us-est-1}: it goes
   * before every setting. Empty where no command shows it.
   */
  public static Optional<Citation> of(Facts facts, String option, String value) {
    for (Passage p : facts.failure().passages()) {
      List<String> lines = p.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (!value.isEmpty() && isTyped(lines.get(i).strip(), option, value)) {
          Source at = new Source(p.source().artifact(), p.source().line() + i);
          return Optional.of(new Citation("the command itself gives `" + option + "`", at));
        }
      }
    }
    return AwsCommand.of(facts)
        .filter(c -> !value.isEmpty() && c.option(option).filter(value::equals).isPresent())
        .map(c -> new Citation("the command itself gives `" + option + "`", c.source()));
  }

  private static boolean isTyped(String line, String option, String value) {
    String command = line.startsWith("$ ") ? line.substring(2).strip() : line;
    List<String> words = command.startsWith("aws ") ? List.of(command.split(" +")) : List.of();
    int at = words.indexOf(option);
    return (at >= 0 && at + 1 < words.size() && words.get(at + 1).equals(value))
        || words.contains(option + "=" + value);
  }
}
