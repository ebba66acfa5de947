package awsleuth.iam.repair;

import java.util.ArrayList;
import java.util.List;

/** Applies a unified diff as patch does: exactly, or not at all. */
final class Patch {

  private Patch() {}

  /**
   * The text after the diff.
   *
   * @throws IllegalArgumentException if a line of the diff is not that of the text
   */
  static String apply(String text, String diff) {
    List<String> old = lines(text);
    List<String> marked = lines(diff);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int i = 2; i < marked.size(); i++) {
      String line = marked.get(i);
      if (line.startsWith("@@")) {
        int from = Integer.parseInt(line.substring(4, line.indexOf(',')));
        while (at < from - 1) {
          out.append(old.get(at++));
        }
        continue;
      }
      boolean ends = i + 1 == marked.size() || !marked.get(i + 1).startsWith("\\");
      String content = line.substring(1, ends ? line.length() : line.length() - 1);
      switch (line.charAt(0)) {
        case ' ' -> out.append(same(old.get(at++), content));
        case '-' -> same(old.get(at++), content);
        case '+' -> out.append(content);
        case '\\' -> {}
        default -> throw new IllegalArgumentException("no line of a diff: " + line);
      }
    }
    while (at < old.size()) {
      out.append(old.get(at++));
    }
    return out.toString();
  }

  private static String same(String old, String content) {
    if (!old.equals(content)) {
      throw new IllegalArgumentException("the text has `" + old + "`, the diff `" + content + "`");
    }
    return old;
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }
}
