package awsleuth.iam.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The unified form of a change, as diff -u prints it; lines keep their line breaks. */
public final class Diff {

  private static final int CONTEXT = 3;

  /** Above so many comparisons what differs is told as one block. */
  private static final long MOST_COMPARED = 4_000_000;

  /** Lines longer than this are not read but searched. */
  private static final int LONGEST_READ = 160;

  private static final String UNENDED = "\\ No newline at end of file\n";

  private final List<String> old;
  private final List<String> now;
  private final List<Step> steps = new ArrayList<>();

  /** A line that is kept, left out or new, by its place in the old and in the new text. */
  private record Step(char sign, int old, int now) {}

  private Diff(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  /**
   * The difference of two texts; empty where there is none.
   *
   * @param name of the file, as the head of the difference has it
   */
  public static String unified(String name, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    Diff diff = between(before, after);
    return head(name) + diff.hunks();
  }

  /** The same difference of a document with another name. */
  public static String renamed(String difference, String from, String to) {
    int at = difference.indexOf(head(from));
    return at < 0
        ? difference
        : difference.substring(0, at) + head(to) + difference.substring(at + head(from).length());
  }

  private static String head(String name) {
    return "--- " + headed(name) + "\n+++ " + headed(name) + "\n";
  }

  /** A name with a blank in it is cut there by patch, unless a tab stands behind it. */
  private static String headed(String name) {
    String shown = shown(name);
    return shown.equals(name) && name.indexOf(' ') >= 0 ? shown + '\t' : shown;
  }

  private static Diff between(String before, String after) {
    Diff diff = new Diff(lines(before), lines(after));
    diff.compare();
    return diff;
  }

  /**
   * The difference of two JSON documents to be read: where lines that change are too long for that,
   * as those of a policy in one line are, the difference of both documents laid out anew, below a
   * line that says so. That one cannot be given to patch.
   */
  static String readable(String name, String before, String after) {
    int exact = between(before, after).longest();
    if (exact <= LONGEST_READ) {
      return unified(name, before, after);
    }
    String old = Indented.of(before);
    String now = Indented.of(after);
    return between(old, now).longest() < exact && !old.equals(now)
        ? "# " + shown(name) + ", laid out anew\n" + unified(name, old, now)
        : unified(name, before, after);
  }

  /** The difference of a document that a file has as a string on one of its lines, laid out. */
  static String ofString(String name, int line, String before, String after) {
    return "# the policy in the string at "
        + shown(name)
        + ":"
        + line
        + ", laid out\n"
        + unified(name, Indented.of(before), Indented.of(after));
  }

  /** The length of the longest line that is left out or new. */
  private int longest() {
    return steps.stream()
        .filter(s -> s.sign() != ' ')
        .mapToInt(s -> line(s).stripTrailing().length())
        .max()
        .orElse(0);
  }

  private String line(Step step) {
    return step.sign() == '+' ? now.get(step.now()) : old.get(step.old());
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

  /** The lines with their line breaks, so that a last line without one is another line. */
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

  private void compare() {
    int start = 0;
    int shorter = Math.min(old.size(), now.size());
    while (start < shorter && old.get(start).equals(now.get(start))) {
      steps.add(new Step(' ', start, start++));
    }
    int end = 0;
    while (end < shorter - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    middle(start, old.size() - end, now.size() - end);
    for (int i = end; i > 0; i--) {
      steps.add(new Step(' ', old.size() - i, now.size() - i));
    }
  }

  /** What is between the first and the last line that differ, by the longest common sequence. */
  private void middle(int start, int oldEnd, int nowEnd) {
    int rows = oldEnd - start;
    int columns = nowEnd - start;
    boolean compared = (long) rows * columns <= MOST_COMPARED;
    int[][] common = new int[compared ? rows + 1 : 0][columns + 1];
    for (int i = rows - 1; compared && i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] =
            old.get(start + i).equals(now.get(start + j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows || j < columns) {
      if (compared && i < rows && j < columns && old.get(start + i).equals(now.get(start + j))) {
        steps.add(new Step(' ', start + i++, start + j++));
      } else if (i < rows && (j == columns || !compared || common[i + 1][j] >= common[i][j + 1])) {
        steps.add(new Step('-', start + i++, start + j));
      } else {
        steps.add(new Step('+', start + i, start + j++));
      }
    }
  }

  private String hunks() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < steps.size()) {
      if (steps.get(at).sign() == ' ') {
        at++;
        continue;
      }
      int end = endOfHunk(at);
      hunk(steps.subList(Math.max(0, at - CONTEXT), end), out);
      at = end;
    }
    return out.toString();
  }

  /** Changes whose surroundings touch are told together. */
  private int endOfHunk(int from) {
    int last = from;
    for (int i = from; i < steps.size() && i <= last + 2 * CONTEXT + 1; i++) {
      last = steps.get(i).sign() == ' ' ? last : i;
    }
    return Math.min(steps.size(), last + 1 + CONTEXT);
  }

  private void hunk(List<Step> hunk, StringBuilder out) {
    long before = hunk.stream().filter(s -> s.sign() != '+').count();
    long after = hunk.stream().filter(s -> s.sign() != '-').count();
    Step first = hunk.getFirst();
    out.append("@@ -").append(first.old() + (before == 0 ? 0 : 1)).append(',').append(before);
    out.append(" +").append(first.now() + (after == 0 ? 0 : 1)).append(',').append(after);
    out.append(" @@\n");
    for (Step step : hunk) {
      String line = line(step);
      out.append(step.sign()).append(line).append(line.endsWith("\n") ? "" : "\n" + UNENDED);
    }
  }
}
