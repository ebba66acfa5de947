package awsleuth.core.read;

import awsleuth.core.read.text.Decoration;
import awsleuth.core.read.text.Escapes;
import awsleuth.core.read.text.Line;
import awsleuth.core.read.text.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Turns raw text into clean lines. */
final class Cleaner {

  private static final int LONGEST_LINE = 1 << 20;

  private Cleaner() {}

  /** The lines of a text: LF, CRLF or CR end a line; one line may become several. */
  static List<Line> clean(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 1;
    int start = 0;
    int n = text.length();
    while (start <= n) {
      int end = start;
      while (end < n && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (start < n || end > start) {
        addLine(lines, number, text.substring(start, Math.min(end, start + LONGEST_LINE)));
      }
      if (end < n && text.charAt(end) == '\r' && end + 1 < n && text.charAt(end + 1) == '\n') {
        end++;
      }
      start = end + 1;
      number++;
    }
    return lines;
  }

  private static void addLine(List<Line> lines, int number, String raw) {
    String plain = Decoration.strip(Terminal.plain(raw));
    if (!Json.addLines(lines, number, plain)) {
      for (String part : Escapes.split(plain)) {
        lines.add(new Line(number, part));
      }
    }
  }
}
