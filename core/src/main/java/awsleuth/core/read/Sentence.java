package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of how a sentence goes on: words, maybe after a field without blanks, and what can
 * follow them.
 *
 * @param afterField whether a field stands before the words
 * @param words as they stand in the unfolded sentence
 * @param next the ways in which the sentence goes on
 */
record Sentence(boolean afterField, String words, List<Sentence> next) {

  /** A way of several pieces; a piece that begins with {@code *} stands after a field. */
  static void add(List<Sentence> among, List<String> pieces) {
    List<Sentence> level = among;
    for (String piece : pieces) {
      boolean field = piece.startsWith("*");
      level = child(level, field, field ? piece.substring(1) : piece).next;
    }
  }

  private static Sentence child(List<Sentence> level, boolean field, String words) {
    for (Sentence s : level) {
      if (s.afterField == field && s.words.equals(words)) {
        return s;
      }
    }
    Sentence made = new Sentence(field, words, new ArrayList<>());
    level.add(made);
    return made;
  }
}
