package awsleuth.core.secret;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the values of Systems Manager parameters, which are secrets wherever a parameter is put or
 * is said to be a {@code SecureString}: {@code Value='v'}, {@code "Value": "v"}, {@code --value v}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">Value
 *     of PutParameter</a>
 */
final class SecureStrings {

  private static final List<String> TELLING =
      List.of("SecureString", "put_parameter", "put-parameter", "putParameter", "PutParameterCo");
  private static final String NAME = "alue";
  private static final int NEAR = 12;
  private static final int TAGS_NEAR = 400;

  /** The key of a tag, and nothing after it that could begin another thing. */
  private static final Pattern KEY =
      Pattern.compile("\\bKey[\"'\\\\]{0,4}\\s?[=:]\\s?[^{}=]{1,140},[\\s\"'\\\\]{0,6}$");

  private SecureStrings() {}

  /** Whether a text puts a parameter or shows one that is secret. */
  static boolean tells(String text) {
    return TELLING.stream().anyMatch(text::contains);
  }

  /** The values in a text that {@link #tells}, or that stands near one. */
  static void find(String text, Ranges.Sink sink) {
    for (int at = text.indexOf(NAME); at > 0; at = text.indexOf(NAME, at + 1)) {
      int end = at + NAME.length();
      boolean option = at > 2 && text.startsWith("--v", at - 3);
      if (option && end < text.length() && " =".indexOf(text.charAt(end)) >= 0) {
        add(SecretValue.after(text, end + 1, false), sink);
      } else if (text.charAt(at - 1) == 'V' && (at < 2 || !isNamePart(text.charAt(at - 2)))) {
        int separator = isOfTag(text, at - 1) ? -1 : separator(text, end);
        boolean quoted = separator > end;
        if (separator > 0) {
          add(SecretValue.after(text, separator + 1, quoted), sink);
        }
      }
    }
  }

  /**
   * Whether a value is that of a tag, {@code Tags=[{'Key': 'team', 'Value': 'billing'}]}: a list of
   * tags is open before it, and the tag's key stands between.
   */
  private static boolean isOfTag(String text, int at) {
    String before = text.substring(Math.max(0, at - TAGS_NEAR), at);
    int tags = Math.max(before.lastIndexOf("Tags"), before.lastIndexOf("--tags"));
    return tags >= 0
        && before.indexOf(']', tags) < 0
        && before.indexOf(" --", tags) < 0
        && KEY.matcher(before).region(tags, before.length()).find();
  }

  /** The sign between the name that ends at a place and its value; -1 where none is near. */
  private static int separator(String text, int end) {
    int i = end;
    while (i < text.length() && i - end < NEAR && " \t\"'\\".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '=' || text.charAt(i) == ':') ? i : -1;
  }

  private static void add(SecretValue value, Ranges.Sink sink) {
    if (!PlainValues.isPlain(value.written())) {
      sink.add(value.from(), value.to(), value.mask());
      sink.password(value.written());
    }
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
