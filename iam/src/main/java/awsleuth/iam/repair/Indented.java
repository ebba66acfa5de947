package awsleuth.iam.repair;

/**
 * JSON laid out anew, with one member or value a line. Strings and numbers stay as they are
 * written; a text that is no JSON loses nothing but white space.
 */
final class Indented {

  private static final String UNIT = "  ";

  /** Deeper than policies are; what is nested further is indented no more. */
  private static final int DEEPEST = 16;

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private Indented(String text) {
    this.text = text;
  }

  /** The text, indented by two spaces, with a line break at its end. */
  static String of(String text) {
    Indented indented = new Indented(text);
    int i = 0;
    while (i < text.length()) {
      i = indented.token(i);
    }
    return indented.out.append('\n').toString();
  }

  /** Writes what begins at an offset; the offset after it. */
  private int token(int i) {
    char c = text.charAt(i);
    switch (c) {
      case '{', '[' -> {
        return open(i);
      }
      case '}', ']' -> {
        depth = Math.max(0, depth - 1);
        lineBreak();
        out.append(c);
      }
      case ',' -> {
        out.append(c);
        lineBreak();
      }
      case ':' -> out.append(": ");
      case '"' -> {
        return string(i);
      }
      default -> {
        if (!Character.isWhitespace(c)) {
          out.append(c);
        }
      }
    }
    return i + 1;
  }

  /** An object or list; an empty one stays in its line. */
  private int open(int i) {
    out.append(text.charAt(i));
    int next = new Members(text).space(i + 1);
    if (next < text.length() && (text.charAt(next) == '}' || text.charAt(next) == ']')) {
      out.append(text.charAt(next));
      return next + 1;
    }
    depth++;
    lineBreak();
    return next;
  }

  private int string(int open) {
    int i = open + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    int end = Math.min(text.length(), i + 1);
    out.append(text, open, end);
    return end;
  }

  private void lineBreak() {
    out.append('\n').append(UNIT.repeat(Math.min(depth, DEEPEST)));
  }
}
