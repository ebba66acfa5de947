package awsleuth.app.terminal;

import awsleuth.core.read.Readers;

/** Text that is safe to print. */
public final class Printable {

  private Printable() {}

  /** The text on one line, without secrets: for a message about it. */
  public static String line(String text) {
    return oneLine(Readers.harmless(text));
  }

  /** The text on one line, whatever breaks it had: no text makes a line of its own. */
  public static String oneLine(String text) {
    return of(text).replace('\n', ' ').replace('\t', ' ');
  }

  /** The text with control characters, escape sequences among them, replaced by U+FFFD. */
  public static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\t' && isControl(c)) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, '\ufffd');
      }
    }
    return out == null ? text : out.toString();
  }

  /** Whether a character controls a terminal: C0, DEL, C1 and marks of direction. */
  static boolean isControl(char c) {
    return c < ' '
        || (c >= '\u007f' && c < '\u00a0')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
