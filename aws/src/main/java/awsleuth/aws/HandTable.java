package awsleuth.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table kept by hand: words on each line, a comment after a number sign.
 *
 * @param text as in the file, a line feed before it
 */
record HandTable(String text) {

  /** The table of that name beside this class. */
  static HandTable open(String name) {
    return new HandTable("\n" + new String(Pack.resource(name), StandardCharsets.UTF_8));
  }

  /** The words of every line that has any. */
  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    for (String line : Fields.parts(text, '\n')) {
      List<String> words = words(line);
      if (!words.isEmpty()) {
        lines.add(words);
      }
    }
    return lines;
  }

  /** The words after the first of the line that begins with it; empty if there is none. */
  List<String> find(String first) {
    int start = text.indexOf("\n" + first + " ");
    if (start < 0) {
      return List.of();
    }
    int end = text.indexOf('\n', start + 1);
    List<String> words = words(text.substring(start + 1, end < 0 ? text.length() : end));
    return List.copyOf(words.subList(1, words.size()));
  }

  private static List<String> words(String line) {
    int comment = line.indexOf('#');
    List<String> words = new ArrayList<>();
    for (String word : Fields.words(comment < 0 ? line : line.substring(0, comment))) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
