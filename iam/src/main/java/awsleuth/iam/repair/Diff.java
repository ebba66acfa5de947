package awsleuth.iam.repair;

import java.util.List;
import java.util.Locale;

/** The unified form of a change of one stretch of lines, as diff -u prints it. */
final class Diff {

  private static final int CONTEXT = 3;

  private Diff() {}

  /** The difference of two texts; empty where there is none. */
  static String unified(String name, String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int start = 0;
    while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(old.size(), now.size()) - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    if (start == old.size() && start == now.size()) {
      return "";
    }
    int from = Math.max(0, start - CONTEXT);
    int oldTo = Math.min(old.size(), old.size() - end + CONTEXT);
    int nowTo = Math.min(now.size(), now.size() - end + CONTEXT);
    StringBuilder out = new StringBuilder();
    String shown = shown(name);
    out.append("--- ").append(shown).append('\n').append("+++ ").append(shown).append('\n');
    out.append("@@ -").append(from + 1).append(',').append(oldTo - from);
    out.append(" +").append(from + 1).append(',').append(nowTo - from).append(" @@\n");
    add(out, ' ', old.subList(from, start));
    add(out, '-', old.subList(start, old.size() - end));
    add(out, '+', now.subList(start, now.size() - end));
    add(out, ' ', old.subList(old.size() - end, oldTo));
    return out.toString();
  }

  /** A file's name as patch reads it: in double quotes, with octal escapes, where it needs them. */
  private static String shown(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        out.append(String.format(Locale.ROOT, "\\%03o", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.length() == name.length() ? name : '"' + out.toString() + '"';
  }

  private static List<String> lines(String text) {
    String plain = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return List.of(plain.split("\n", -1));
  }

  private static void add(StringBuilder out, char sign, List<String> lines) {
    for (String line : lines) {
      out.append(sign).append(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      out.append('\n');
    }
  }
}
