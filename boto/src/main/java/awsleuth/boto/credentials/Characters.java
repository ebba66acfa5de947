package awsleuth.boto.credentials;

import awsleuth.boto.config.Place;
import awsleuth.boto.config.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Characters of a file that nobody sees. */
final class Characters {

  /** How many are told; a file full of them is told by the first. */
  private static final int MOST = 20;

  private Characters() {}

  static List<Remark> of(String path, byte[] bytes) {
    return switch (Utf8.decode(bytes)) {
      case Utf8.NotText not -> encoding(path, bytes, not.line());
      case Utf8.Text(String text) -> text(path, text);
    };
  }

  private static List<Remark> encoding(String path, byte[] bytes, int line) {
    boolean wide =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    String what =
        wide ? "this file is UTF-16; save it as UTF-8" : "this line is not UTF-8; save it as UTF-8";
    return List.of(Remark.wrong(what, new Place(path, wide ? 1 : line, 1)));
  }

  private static List<Remark> text(String path, String text) {
    List<Remark> remarks = new ArrayList<>();
    int carriage = text.indexOf('\r');
    if (carriage >= 0) {
      remarks.add(
          Remark.note(
              "lines end in carriage returns; boto3 reads them, other programs take them into the"
                  + " values",
              new Place(path, lineOf(text, carriage), 1)));
    }
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length() && remarks.size() < MOST; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        start = i + 1;
      } else if (hidden(c)) {
        remarks.add(
            Remark.wrong(
                i == 0 && c == '\ufeff'
                    ? "the file begins with a byte order mark; save it without"
                    : String.format(
                        Locale.ROOT, "there is an invisible character here, U+%04X", (int) c),
                new Place(path, line, i - start + 1)));
      }
    }
    return remarks;
  }

  private static int lineOf(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  private static boolean hidden(char c) {
    return c == '\u00a0'
        || c == '\u00ad'
        || c == '\ufeff'
        || c == '\u2060'
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || (c < ' ' && c != '\t' && c != '\r')
        || (c >= '\u007f' && c < '\u00a0');
  }
}
