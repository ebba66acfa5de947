package awsleuth.boto.call;

import org.jspecify.annotations.Nullable;

/** The escapes in Python's strings. */
final class PythonEscapes {

  private static final String ONE = "\n\\'\"abfnrtv";
  private static final String MEANS = "\0\\'\"\u0007\b\f\n\r\t\u000b";

  private PythonEscapes() {}

  /** The text that a literal stands for; null if Python would refuse it, or if it names signs. */
  static @Nullable String undo(String raw, boolean bytes) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      if (c != '\\' || at == raw.length()) {
        out.append(c);
        continue;
      }
      char escape = raw.charAt(at++);
      int known = ONE.indexOf(escape);
      if (escape == '\n') {
        continue;
      }
      if (known > 0) {
        out.append(MEANS.charAt(known));
      } else if (escape >= '0' && escape <= '7') {
        int end = at;
        while (end < raw.length()
            && end < at + 2
            && raw.charAt(end) >= '0'
            && raw.charAt(end) <= '7') {
          end++;
        }
        out.append((char) Integer.parseInt(raw.substring(at - 1, end), 8));
        at = end;
      } else if (escape == 'x' || (!bytes && (escape == 'u' || escape == 'U'))) {
        int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : 8;
        int code = hex(raw, at, digits);
        if (code < 0) {
          return null;
        }
        out.appendCodePoint(code);
        at += digits;
      } else if (escape == 'N' && !bytes) {
        return null;
      } else {
        out.append('\\').append(escape);
      }
    }
    return out.toString();
  }

  private static int hex(String raw, int at, int digits) {
    if (at + digits > raw.length()) {
      return -1;
    }
    int code = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(raw.charAt(i), 16);
      if (digit < 0 || code > 0x10ffff) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code <= 0x10ffff ? code : -1;
  }
}
