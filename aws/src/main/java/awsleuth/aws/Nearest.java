package awsleuth.aws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names that a misspelt word may stand for. */
final class Nearest {

  private record Near(String name, int distance) {}

  /** Letters of a word that may be the beginning of another. */
  private static final int SHORTEST = 3;

  /** Changes of a word that is meant as another. */
  private static final int TYPOS = 2;

  private Nearest() {}

  /**
   * The names within a third of the word's length, but one letter has none near it, by distance,
   * then name; where there are none, those that begin with it, or that have all its words and more.
   */
  static List<String> to(String word, Collection<String> among, int max) {
    return near(word, among).stream().limit(max).map(Near::name).toList();
  }

  /** Those of them that no other is nearer than. */
  static List<String> closest(String word, Collection<String> among) {
    List<Near> near = near(word, among);
    return near.stream()
        .filter(n -> n.distance == near.getFirst().distance)
        .map(Near::name)
        .toList();
  }

  /** The only name within two changes of a word; empty where there is none or are several. */
  static Optional<String> misspelt(String word, Collection<String> among) {
    List<Near> near = near(word, among).stream().filter(n -> n.distance <= TYPOS).toList();
    return near.size() == 1 || (near.size() > 1 && near.get(0).distance < near.get(1).distance)
        ? Optional.of(near.getFirst().name())
        : Optional.empty();
  }

  private static List<Near> near(String word, Collection<String> among) {
    if (word.isEmpty() || word.length() > 200) {
      return List.of();
    }
    int cutoff = word.length() == 1 ? 0 : Math.max(1, word.length() / 3);
    List<Near> near = new ArrayList<>();
    for (String name : among) {
      if (Math.abs(name.length() - word.length()) <= cutoff) {
        int d = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        if (d <= cutoff) {
          near.add(new Near(name, d));
        }
      }
    }
    if (near.isEmpty() && word.length() >= SHORTEST) {
      List<String> words = words(word);
      among.stream()
          .filter(n -> begins(word, n) || (words.size() > 1 && hasAll(words, n)))
          .map(n -> new Near(n, word.length()))
          .forEach(near::add);
    }
    near.sort((a, b) ->
        a.distance != b.distance
            ? Integer.compare(a.distance, b.distance)
            : a.name.compareTo(b.name));
    return near;
  }

  /** Whether a word is the first half of a name or more. */
  private static boolean begins(String word, String name) {
    return 2 * word.length() >= name.length()
        && name.regionMatches(true, 0, word, 0, word.length());
  }

  /** Whether a name has words in their order, and perhaps others between them. */
  private static boolean hasAll(List<String> words, String name) {
    int found = 0;
    for (String each : words(name)) {
      found += found < words.size() && each.equals(words.get(found)) ? 1 : 0;
    }
    return found == words.size();
  }

  private static List<String> words(String name) {
    String[] words = name.split("(?<=[a-z0-9])(?=[A-Z])|[-_ ]+");
    return Arrays.stream(words).map(w -> w.toLowerCase(Locale.ROOT)).toList();
  }

  /** The distance of Damerau and Levenshtein with adjacent transpositions. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1);
        best = Math.min(best, d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        d[i][j] = swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
      }
    }
    return d[a.length()][b.length()];
  }
}
