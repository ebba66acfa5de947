package awsleuth.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names that a misspelt word may stand for. */
final class Nearest {

  private record Near(String name, int distance) {}

  private Nearest() {}

  /** The names within a third of the word's length, by distance, then name. */
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

  private static List<Near> near(String word, Collection<String> among) {
    if (word.isEmpty() || word.length() > 200) {
      return List.of();
    }
    int cutoff = Math.max(1, word.length() / 3);
    List<Near> near = new ArrayList<>();
    for (String name : among) {
      if (Math.abs(name.length() - word.length()) <= cutoff) {
        int d = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        if (d <= cutoff) {
          near.add(new Near(name, d));
        }
      }
    }
    near.sort((a, b) ->
        a.distance != b.distance
            ? Integer.compare(a.distance, b.distance)
            : a.name.compareTo(b.name));
    return near;
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
