package awsleuth.core.cause.parameters;

import java.util.regex.Pattern;

/** Expressions of the program that may be proposed as they are: they read, and call nothing. */
final class Expressions {

  /** What may follow a call: a key of its answer, a method without arguments, one more bracket. */
  private static final Pattern REST =
      Pattern.compile(
          "(?:\\[(?:'\\w{1,60}'|\"\\w{1,60}\"|\\d{1,9})\\]|\\.\\w{1,60}(?:\\(\\))?|\\)){0,20}");

  private Expressions() {}

  /** Whether what stands behind a call takes something out of its answer, and nothing else. */
  static boolean isPlainRest(String text) {
    return REST.matcher(text).matches();
  }

  /** Whether it is a name, with attributes and keys: {@code self.bucket}, {@code e["B"]}. */
  static boolean isPlain(String text) {
    if (text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0))) {
      return false;
    }
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
      boolean key = inside && "'\"- ".indexOf(c) >= 0;
      if ((c == '[' && !inside) || (c == ']' && inside)) {
        inside = c == '[';
      } else if (!word && !key && (c != '.' || inside)) {
        return false;
      }
    }
    return !inside;
  }
}
