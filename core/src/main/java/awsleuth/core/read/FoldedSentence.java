package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a sentence over the ends of lines. A line may end where the sentence has a blank, and in
 * the middle of a word.
 */
final class FoldedSentence {

  private static final int LONGEST_FIELD = 700;

  /**
   * Two lines that are one.
   *
   * @param line the index of the first
   * @param glue what stood between them: a blank or nothing
   * @param from where the second goes on
   */
  record Joint(int line, String glue, int from) {}

  private final Flat flat;
  private final String text;
  private final List<Joint> joints = new ArrayList<>();
  private List<Joint> best = List.of();
  private int deepest;
  private int end;

  private FoldedSentence(Flat flat) {
    this.flat = flat;
    this.text = flat.text;
  }

  /** What was read of a sentence: its joints, its end and how many of its pieces. */
  record Reading(List<Joint> joints, int end, int pieces) {}

  static Reading read(Flat flat, Sentence sentence, int at) {
    FoldedSentence reader = new FoldedSentence(flat);
    reader.end = at;
    reader.piece(sentence, at, 1);
    return new Reading(reader.best, reader.end, reader.deepest);
  }

  private void piece(Sentence s, int at, int depth) {
    int before = joints.size();
    int to = s.afterField() ? field(s.words(), at) : words(s.words(), at);
    if (to >= 0) {
      if (depth > deepest) {
        deepest = depth;
        end = to;
        best = List.copyOf(joints);
      }
      for (Sentence next : s.next()) {
        piece(next, to, depth + 1);
      }
    }
    back(before);
  }

  private void back(int size) {
    joints.subList(size, joints.size()).clear();
  }

  private int field(String words, int from) {
    int start = from;
    if (isLineEnd(start) && words.isEmpty()) {
      return -1;
    }
    for (int i = from; i < text.length() && i - from < LONGEST_FIELD; i++) {
      int to = i == start ? -1 : words(words, i);
      if (to >= 0 && !words.isEmpty()) {
        return to;
      }
      while (isLineEnd(i)) {
        if (words.isEmpty() || !join("", i)) {
          return words.isEmpty() ? i : -1;
        }
        i = next(i);
      }
      if (text.charAt(i) == ' ') {
        return words.isEmpty() ? i : -1;
      }
    }
    return -1;
  }

  private int words(String words, int from) {
    int before = joints.size();
    int i = from;
    for (int w = 0; w < words.length(); w++) {
      boolean blank = words.charAt(w) == ' ';
      if (isLineEnd(i)) {
        boolean last = w > 0 && w == words.length() - 1 && blank && words.charAt(w - 1) == ':';
        if (!join(blank ? " " : "", i)) {
          back(before);
          return last ? i : -1;
        }
        i = next(i);
        if (blank) {
          continue;
        }
      }
      if (i >= text.length() || text.charAt(i) != words.charAt(w)) {
        back(before);
        return -1;
      }
      i++;
    }
    return i;
  }

  private boolean isLineEnd(int i) {
    return text.startsWith("\n", i) || text.startsWith("\\\n", i);
  }

  private int next(int lineEnd) {
    int index = flat.indexAt(lineEnd);
    return flat.startOf(index + 1) + joints.getLast().from();
  }

  /** Joins the line that ends at a position with the next; false where there is none. */
  private boolean join(String glue, int lineEnd) {
    int index = flat.indexAt(lineEnd);
    if (index + 1 >= flat.lines.size() || flat.lines.get(index + 1).isBlank()) {
      return false;
    }
    String line = flat.lines.get(index).text();
    String next = flat.lines.get(index + 1).text();
    int from = Leads.length(line, next);
    if (from >= next.length()) {
      return false;
    }
    joints.add(new Joint(index, glue, from));
    return true;
  }
}
