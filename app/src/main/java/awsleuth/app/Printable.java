package awsleuth.app;

import awsleuth.core.read.Readers;

/** Text that is safe to print. */
final class Printable {

  private Printable() {}

  /** The text on one line, without secrets: for a message about it. */
  static String line(String text) {
    return of(Readers.harmless(text)).replace('\n', '\ufffd').replace('\t', ' ');
  }

  /** The text with control characters, escape sequences among them, replaced by U+FFFD. */
  static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= '\u007f' && c < '\u00a0');
      boolean direction = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
      if (control || direction) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, '\ufffd');
      }
    }
    return out == null ? text : out.toString();
  }
}
