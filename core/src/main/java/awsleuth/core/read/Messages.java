package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;

/** Reads a message from where it begins to where it ends, over the lines it was folded into. */
final class Messages {

  private static final int LONGEST = 6000;
  private static final int SHORTEST_FOLDED = 24;
  private static final int[] WIDTHS = {72, 79, 80, 100, 120, 132, 160, 200, 240};
  private static final int MOST_LINES = 30;

  /**
   * A message.
   *
   * @param text on as many lines as it was meant to have
   * @param end the position after it
   */
  record Message(String text, int end) {}

  private Messages() {}

  /** The quote or parenthesis right before a position; NUL where there is none. */
  static char quoteBefore(String text, int position) {
    char c = position > 0 ? text.charAt(position - 1) : '\0';
    return c == '"' || c == '\'' || c == '`' || c == '(' || c == '\u2018' || c == '\u201e'
        ? c
        : '\0';
  }

  static Message read(Flat flat, int from, char quote) {
    int index = flat.indexAt(from);
    int end = flat.endOf(index);
    StringBuilder out =
        new StringBuilder(flat.text.substring(Math.min(from, end), Math.min(end, from + LONGEST)));
    int last = Math.min(flat.lines.size() - 1, index + MOST_LINES);
    while (out.length() < LONGEST && index < last) {
      String line = flat.lines.get(index).text();
      String next = flat.lines.get(index + 1).text();
      if (!goesOn(line, out, next)) {
        break;
      }
      if (out.length() > 0 && out.charAt(out.length() - 1) == '\\') {
        out.setLength(out.length() - 1);
      } else if (!out.isEmpty() && !isMidWord(line, next)) {
        out.append(' ');
      }
      out.append(next.strip());
      index++;
      end = flat.endOf(index);
    }
    return cut(out.toString(), end, quote);
  }

  private static Message cut(String message, int end, char quote) {
    String text = Enclosed.inner(message.strip(), quote);
    if (quote != '\0') {
      int close = text.lastIndexOf(quote);
      int bracket = closing(text, quote);
      if (bracket >= 0) {
        text = text.substring(0, bracket);
      } else if (close == text.length() - 1 && close >= 0) {
        text = text.substring(0, close);
      }
    }
    return new Message(withoutFieldsEnd(text).strip(), end);
  }

  /** Without the quote that ends a field of a CSV file, which opens before the message. */
  private static String withoutFieldsEnd(String text) {
    boolean closes = text.endsWith("\"") && text.chars().filter(c -> c == '"').count() % 2 == 1;
    return closes ? text.substring(0, text.length() - 1) : text;
  }

  /** The first closing quote with what closes a literal after it; -1 where there is none. */
  private static int closing(String text, char quote) {
    for (int i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
      if (next == ')' || next == ',' || next == '}' || next == ']' || next == '\n') {
        return i;
      }
      if (next == ' ' && Enclosed.isField(text, i + 2)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a message goes on in the next line. */
  private static boolean goesOn(String line, StringBuilder soFar, String next) {
    if (next.isBlank() || Tracebacks.isPartOf(next) || startsRecord(next)) {
      return false;
    }
    if (soFar.toString().isBlank() || soFar.charAt(soFar.length() - 1) == '\\') {
      return true;
    }
    if (Denials.isOpen(soFar) && Denials.continues(next)) {
      return true;
    }
    char first = next.strip().charAt(0);
    return soFar.length() >= SHORTEST_FOLDED
        && isFold(line, next)
        && Character.isLowerCase(first)
        && !endsSentence(soFar)
        && !next.contains(": ");
  }

  /** Whether a line is as long as it can be at a usual width: the next word would not fit. */
  private static boolean isFold(String line, String next) {
    int end = 0;
    while (end < next.length() && next.charAt(end) != ' ') {
      end++;
    }
    int n = line.length();
    for (int width : WIDTHS) {
      if (n <= width && n + 1 + end > width) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsSentence(StringBuilder text) {
    char c = text.charAt(text.length() - 1);
    return c == '.' || c == '!' || c == '}' || c == '`';
  }

  private static boolean isMidWord(String line, String next) {
    int n = line.length();
    boolean terminal = n == 80 || n == 100 || n == 120 || n == 132 || n % 40 == 0;
    return terminal && !next.startsWith(" ") && Character.isLetterOrDigit(line.charAt(n - 1));
  }

  /** Whether a line begins a new log record, prompt or document. */
  static boolean startsRecord(String line) {
    char c = line.charAt(0);
    if (c == '[' || c == '$' || c == '{' || c == '}' || c == '<' || c == '%') {
      return true;
    }
    if (Character.isDigit(c)) {
      int digits = 0;
      for (int i = 0; i < Math.min(10, line.length()); i++) {
        digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
      }
      return digits >= 4;
    }
    int colon = line.indexOf(':');
    return colon > 0 && ClassNames.isException(line.substring(0, colon).strip());
  }

  /** The exception class that a Lambda log puts at a message's end; empty where there is none. */
  static String classAtEnd(String message, String code) {
    int colon = message.lastIndexOf(": ");
    if (colon <= 0) {
      return "";
    }
    String name = message.substring(colon + 2).strip();
    return name.equals(code) || name.equals("ClientError") ? name : "";
  }
}
