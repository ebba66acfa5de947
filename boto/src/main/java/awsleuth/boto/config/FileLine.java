package awsleuth.boto.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file.
 *
 * @param number the first is 1
 * @param text without its end
 * @param ended whether a line feed, a carriage return or both end it
 */
record FileLine(int number, String text, boolean ended) {

  /** All lines; Python reads every end of a line as a line feed. */
  static List<FileLine> lines(String text) {
    List<FileLine> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(new FileLine(lines.size() + 1, text.substring(start, i), true));
        i += text.startsWith("\r\n", i) ? 1 : 0;
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(new FileLine(lines.size() + 1, text.substring(start), false));
    }
    return lines;
  }

  /** As Python reads it, with a line feed at its end if it has one. */
  String read() {
    return ended ? text + "\n" : text;
  }
}
