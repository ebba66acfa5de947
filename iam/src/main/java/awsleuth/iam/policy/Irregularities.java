package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.List;

/**
 * Finds what is not JSON but often stands in policy files: a byte order mark, comments, trailing
 * commas. They are reported and made blank, so that the rest is read where it stands.
 */
final class Irregularities {

  private final char[] text;
  private final List<Fault> faults;
  private final Lines lines;
  private int comma = -1;

  private Irregularities(String text, Lines lines, List<Fault> faults) {
    this.text = text.toCharArray();
    this.lines = lines;
    this.faults = faults;
  }

  /** The text with everything that is no JSON made blank, as long as before. */
  static String blank(String text, Lines lines, List<Fault> faults) {
    Irregularities found = new Irregularities(text, lines, faults);
    int before = faults.size();
    found.scan();
    return faults.size() == before ? text : new String(found.text);
  }

  private void scan() {
    int i = 0;
    if (text.length > 0 && text[0] == '\uFEFF') {
      take(Code.BYTE_ORDER_MARK, "the text begins with a byte order mark", 0, 1);
      i = 1;
    }
    while (i < text.length) {
      i = step(i);
    }
  }

  private int step(int i) {
    char c = text[i];
    if (c == '"') {
      comma = -1;
      return afterString(i);
    }
    if (c == '#' || (c == '/' && i + 1 < text.length && text[i + 1] == '/')) {
      return comment(i, endOfLine(i));
    }
    if (c == '/' && i + 1 < text.length && text[i + 1] == '*') {
      return comment(i, endOfBlock(i));
    }
    if ((c == '}' || c == ']') && comma >= 0) {
      take(Code.TRAILING_COMMA, "a comma stands before `" + c + "`", comma, comma + 1);
    }
    if (!isSpace(c)) {
      comma = c == ',' ? i : -1;
    }
    return i + 1;
  }

  private int afterString(int open) {
    int i = open + 1;
    while (i < text.length && text[i] != '"') {
      i += text[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < text.length && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  private int endOfBlock(int from) {
    int i = from + 2;
    while (i + 1 < text.length && !(text[i] == '*' && text[i + 1] == '/')) {
      i++;
    }
    return Math.min(text.length, i + 2);
  }

  private int comment(int from, int to) {
    take(Code.COMMENT, "a comment; JSON has none", from, to);
    return to;
  }

  private void take(Code code, String message, int from, int to) {
    faults.add(new Fault(code, message, lines.between(from, to)));
    for (int i = from; i < to; i++) {
      if (text[i] != '\n' && text[i] != '\r') {
        text[i] = ' ';
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
