package awsleuth.collect.record;

import awsleuth.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;

/** The words of a command, of which those behind the name of a secret are secrets. */
final class CommandWords {

  /** Whose {@code --value} is a secret. */
  private static final String PARAMETER = "put-parameter";

  private CommandWords() {}

  /** The words without secrets, as many as they were. */
  static List<String> hidden(List<String> words) {
    List<String> shown = new ArrayList<>();
    String before = "";
    String context = words.contains(PARAMETER) ? PARAMETER + " " : "";
    for (String word : words) {
      shown.add(isSecretAfter(before, word, context) ? Secrets.MASK : word(word));
      before = word;
    }
    return List.copyOf(shown);
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
