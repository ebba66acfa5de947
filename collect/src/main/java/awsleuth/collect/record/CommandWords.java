package awsleuth.collect.record;

import awsleuth.core.evidence.WatchedRun;
import awsleuth.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a command, of which those behind the name of a secret are secrets. */
final class CommandWords {

  /** Whose {@code --value} is a secret. */
  private static final String PARAMETER = "put-parameter";

  /**
   * Options of {@code aws} whose words are what a call carries, as the observer leaves out the
   * parameters of these names: they may hold secrets under any name. A test holds them against the
   * observer's.
   */
  static final Set<String> CONTENTS =
      Set.of(
          "--parameters",
          "--cli-input-json",
          "--cli-input-yaml",
          "--message",
          "--message-html",
          "--string-value",
          "--text",
          "--detail",
          "--document",
          "--script",
          "--code",
          "--command",
          "--commands",
          "--args",
          "--entry-point",
          "--container-arguments",
          "--container-entrypoint",
          "--job-parameters",
          "--environment-variables",
          "--message-body",
          "--message-attributes",
          "--payload",
          "--body",
          "--data",
          "--item",
          "--expression-attribute-values",
          "--request-items",
          "--transact-items",
          "--entries",
          "--records",
          "--user-data",
          "--template-body",
          "--sql",
          "--statement",
          "--query-string",
          "--overrides",
          "--container-overrides",
          "--container-definitions",
          "--container-properties",
          "--environment",
          "--arguments",
          "--default-arguments",
          "--metadata",
          "--input",
          "--definition",
          "--content",
          "--subject");

  private CommandWords() {}

  /** The words without secrets, as many as they were. */
  static List<String> hidden(List<String> words) {
    List<String> shown = new ArrayList<>();
    String before = "";
    String context = words.contains(PARAMETER) ? PARAMETER + " " : "";
    boolean aws = !WatchedRun.aws(words).isEmpty();
    boolean content = false;
    for (String word : words) {
      boolean option = word.startsWith("--");
      content = option ? aws && CONTENTS.contains(word) : content;
      boolean hidden = (content && !option) || isSecretAfter(before, word, context);
      shown.add(hidden ? Secrets.MASK : aws ? withoutContent(word) : word(word));
      before = word;
    }
    return List.copyOf(shown);
  }

  private static String withoutContent(String word) {
    int equals = word.indexOf('=');
    return equals > 0 && CONTENTS.contains(word.substring(0, equals))
        ? word.substring(0, equals + 1) + Secrets.MASK
        : word(word);
  }

  private static boolean isSecretAfter(String option, String word, String context) {
    if (!option.startsWith("-") || option.indexOf('=') >= 0 || word.startsWith("--")) {
      return false;
    }
    String pair = context + option + " " + word;
    return isSecret(option) || !Secrets.mask(pair).startsWith(pair);
  }

  private static String word(String word) {
    int equals = word.indexOf('=');
    return equals > 0 && word.startsWith("-") && isSecret(word.substring(0, equals))
        ? word.substring(0, equals + 1) + Secrets.MASK
        : Secrets.maskText(word);
  }

  private static boolean isSecret(String option) {
    String name = option.replaceFirst("^-{1,2}", "").replace('-', '_');
    return Secrets.isName(name) || Secrets.isSetting(name);
  }
}
