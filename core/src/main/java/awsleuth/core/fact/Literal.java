package awsleuth.core.fact;

/**
 * Values from evidence as literals of what is pasted. Evidence is not to be trusted: whatever
 * stands in a value, it stays a value, and does not become a command, a statement or a member.
 */
public final class Literal {

  private Literal() {}

  /**
   * A word for a POSIX shell, quoted where it needs it. A {@code <placeholder>} is left as it is.
   */
  public static String shell(String value) {
    if (isPlaceholder(value) || (!value.isEmpty() && isPlain(value, "-_./:=+@%,~"))) {
      return value;
    }
    return "'" + value.replace("'", "'\\''") + "'";
  }

  /** A string of Python, with its double quotes. */
  public static String python(String value) {
    return quoted(value);
  }

  /** A string of JSON, with its double quotes. */
  public static String json(String value) {
    return quoted(value);
  }

  /** A name of Python, such as a parameter's, or what stands for it where the value is none. */
  public static String name(String value, String placeholder) {
    boolean name = !value.isEmpty() && isPlain(value, "_") && !Character.isDigit(value.charAt(0));
    return name ? value : placeholder;
  }

  /** What may stand in one line of a file of settings: without line breaks and brackets. */
  public static String setting(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      out.append(c < ' ' || c == '[' || c == ']' ? ' ' : c);
    }
    return out.toString();
  }

  /** What JSON and Python both read as the same string. */
  private static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static boolean isPlaceholder(String value) {
    return value.length() > 2
        && value.startsWith("<")
        && value.endsWith(">")
        && isPlain(value.substring(1, value.length() - 1), " -./_");
  }

  private static boolean isPlain(String value, String others) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLetterOrDigit(c) && others.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
