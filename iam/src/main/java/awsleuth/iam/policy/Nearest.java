package awsleuth.iam.policy;

import java.util.Locale;
import java.util.Optional;

/** The name that a misspelt one is nearest to. */
public final class Nearest {

  private static final int FAR = 3;

  private Nearest() {}

  /** {@code ; the nearest is `StringLike`}, or empty where none is near. */
  static String operator(String text) {
    String bare = text.substring(text.indexOf(':') + 1);
    if (bare.toLowerCase(Locale.ROOT).endsWith("ifexists")) {
      bare = bare.substring(0, bare.length() - "IfExists".length());
    }
    return of(bare, Operator.names()).map(best -> "; the nearest is `" + best + "`").orElse("");
  }

  /** The nearest of some names, in any letter case; empty where none is near. */
  public static Optional<String> of(String text, Iterable<String> names) {
    Optional<String> best = Optional.empty();
    int least = FAR + 1;
    for (String name : names) {
      int distance = distance(name.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
      if (distance < least && distance < name.length()) {
        least = distance;
        best = Optional.of(name);
      }
    }
    return best;
  }

  /** Levenshtein's distance; a text far longer than any operator is simply far. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FAR) {
      return FAR + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
