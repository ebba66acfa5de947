package awsleuth.iam.policy;

import java.util.Locale;

/** The operator that a misspelt one is nearest to. */
final class Nearest {

  private static final int FAR = 3;

  private Nearest() {}

  /** {@code ; the nearest is `StringLike`}, or empty where none is near. */
  static String operator(String text) {
    String bare = text.substring(text.indexOf(':') + 1);
    if (bare.toLowerCase(Locale.ROOT).endsWith("ifexists")) {
      bare = bare.substring(0, bare.length() - "IfExists".length());
    }
    String best = "";
    int least = FAR + 1;
    for (String name : Operator.names()) {
      int distance = distance(name.toLowerCase(Locale.ROOT), bare.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best.isEmpty() ? "" : "; the nearest is `" + best + "`";
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
