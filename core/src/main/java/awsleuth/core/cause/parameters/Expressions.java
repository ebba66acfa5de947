package awsleuth.core.cause.parameters;

/** Expressions of the program that may be proposed as they are: they read, and call nothing. */
final class Expressions {

  private Expressions() {}

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
