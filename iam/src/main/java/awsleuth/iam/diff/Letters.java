package awsleuth.iam.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Letters that are the same where letter case does not count: those with one lower case. */
final class Letters {

  /** Those that have more than the lower case of one character, by where they stand. */
  private static final String MANIFOLD = "\u0307\u0130\u03A3\u03C2\u03C3";

  /** By lower case the other characters that have it; for nearly all letters one. */
  private static final Map<Character, List<Character>> OTHERS = others();

  private Letters() {}

  private static Map<Character, List<Character>> others() {
    Map<Character, List<Character>> others = new HashMap<>();
    for (int c = 0; c < Character.MAX_VALUE; c++) {
      char lower = Character.toLowerCase((char) c);
      if (lower != c) {
        others.computeIfAbsent(lower, _ -> new ArrayList<>()).add((char) c);
      }
    }
    return others;
  }

  /** The characters whose lower case is a character, but for itself. */
  static List<Character> others(char lower) {
    return OTHERS.getOrDefault(lower, List.of());
  }

  /** Whether the lower case of a text is that of its characters, each by itself. */
  static boolean arePlain(String text) {
    return text.chars().noneMatch(c -> MANIFOLD.indexOf(c) >= 0 || Character.isSurrogate((char) c));
  }
}
