package awsleuth.core.read;

import java.util.List;

/** Where a text ends that something holds: a parenthesis, a typographic quote, a web page's tag. */
final class Enclosed {

  private static final int LONGEST_NAME = 40;
  private static final List<String> TAGS =
      List.of("<br>", "<br/>", "<br />", "</pre>", "</p>", "</td>", "</div>", "</code>", "</li>");

  private Enclosed() {}

  /**
   * A message without what stands after the sign that closes it. A quote is closed also where it
   * was opened before the name of the exception.
   *
   * @param opening what stands right before it; NUL where that is no sign that opens
   */
  static String inner(String message, char opening) {
    String text = message;
    if (opening == '(') {
      text = before(text, unbalanced(text, '(', ')'));
      text = withoutNumber(text, text.length() < message.length());
    }
    if (opening == '\u201e') {
      text = before(text, text.indexOf('\u201c'));
    }
    if (opening == '\u2018') {
      text = before(text, text.lastIndexOf('\u2019'));
    }
    text = before(text, unbalanced(text, '\u201c', '\u201d'));
    return text.startsWith("<") ? text : before(text, tag(text));
  }

  /** Where a web page's tag ends a text that has no other before it; -1 where none does. */
  private static int tag(String text) {
    int first = text.indexOf('<');
    return first >= 0 && TAGS.stream().anyMatch(tag -> text.startsWith(tag, first)) ? first : -1;
  }

  private static String before(String text, int end) {
    return end < 0 ? text : text.substring(0, end);
  }

  /** The first closing sign that nothing in the text opens; -1 where there is none. */
  private static int unbalanced(String text, char open, char close) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Airflow writes {@code Failed to execute job 7 for task t (MESSAGE; 71)}, a process id. */
  private static String withoutNumber(String text, boolean enclosed) {
    int semicolon = text.lastIndexOf("; ");
    boolean number =
        enclosed
            && semicolon >= 0
            && semicolon + 2 < text.length()
            && text.substring(semicolon + 2).chars().allMatch(Character::isDigit);
    return number ? text.substring(0, semicolon) : text;
  }

  /** Whether a field of a log begins there: {@code key=}. */
  static boolean isField(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < LONGEST_NAME && isOfName(text.charAt(i))) {
      i++;
    }
    return i > from && i < text.length() && text.charAt(i) == '=';
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
