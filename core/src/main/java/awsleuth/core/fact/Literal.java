package awsleuth.core.fact;

/**
 * Values from evidence as literals of what is pasted. Evidence is not to be trusted: whatever
 * stands in a value, it stays a value, and does not become a command, a statement or a member.
 */
public final class Literal {

  private static final int BRIEF = 240;

  private Literal() {}

  /**
   * A word for a POSIX shell, quoted where it needs it. What begins like an option would be one to
   * the command however it is quoted: a placeholder stands in its place.
   */
  public static String shell(String value) {
    boolean negative = value.length() > 1 && Character.isDigit(value.charAt(1));
    if (value.startsWith("-") && !negative) {
      return "<value that begins with a hyphen>";
    }
    boolean expands = value.startsWith("=") || (value.startsWith("~") && !value.startsWith("~/"));
    if (!value.isEmpty() && !expands && isPlain(value, "-_./:=+@%,~")) {
      return value;
    }
    return "'" + value.replace("'", "'\\''") + "'";
  }

  /** A word for a POSIX shell, or what stands for it where the value is empty. */
  public static String shell(String value, String placeholder) {
    return value.isEmpty() ? placeholder : shell(value);
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
    return line(value).replace('[', ' ').replace(']', ' ');
  }

  /** What may stand in one line, such as a comment: without line breaks and the like. */
  public static String line(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      out.append(isHidden(value.charAt(i)) ? ' ' : value.charAt(i));
    }
    return out.toString();
  }

  /**
   * A text as one line between single spaces, of some 240 characters at most: cut between words
   * where it is longer.
   */
  public static String brief(String text) {
    String line = String.join(" ", line(text).strip().split("\\s+"));
    int space = line.lastIndexOf(' ', BRIEF);
    return line.length() <= BRIEF
        ? line
        : line.substring(0, space > BRIEF / 2 ? space : BRIEF) + " …";
  }

  /** What JSON and Python both read as the same string. */
  private static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (isHidden(c)) {
        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** Whether a character breaks lines, moves the cursor or turns the direction of the text. */
  private static boolean isHidden(char c) {
    return Character.isISOControl(c)
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
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
