package awsleuth.iam.match;

/**
 * Patterns with wildcards that must not cross a colon: those inside one of the first five parts of
 * an ARN. All positions of the pattern are followed at once, so the time grows with text times
 * pattern at most.
 */
final class BoundGlob {

  private static final int FIRST_PARTS = 5;
  private static final char STAR = '\uFFFE';

  private BoundGlob() {}

  /** Whether a pattern has such wildcards before its resource part. */
  static boolean isNeeded(String pattern, int resourcePart) {
    for (int i = 0; i < resourcePart; i++) {
      char c = pattern.charAt(i);
      boolean last = i + 1 == pattern.length() || pattern.charAt(i + 1) == ':';
      boolean more = i + 1 < pattern.length() && pattern.charAt(i + 1) == '*';
      if (c == '?' || (c == '*' && !last && !more)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text matches; unknown where a variable's value is. */
  static Truth matches(String text, Template template, View view) {
    StringBuilder tokens = new StringBuilder();
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Text t -> tokens.append(wild(t.text()));
        case Template.Literal l -> tokens.append(l.text());
        case Template.Variable v -> {
          switch (Template.value(v, view)) {
            case Template.Known known -> tokens.append(plain(known.text()));
            case Template.Open open -> {
              return open == Template.Open.UNKNOWN ? Truth.UNKNOWN : Truth.FALSE;
            }
          }
        }
      }
    }
    return Truth.of(follow(tokens, text));
  }

  private static String wild(String text) {
    return plain(text).replace('*', STAR).replace('?', Glob.ANY);
  }

  private static String plain(String text) {
    return text.replace(STAR, '\uFFFD').replace(Glob.ANY, '\uFFFD');
  }

  private static boolean follow(CharSequence pattern, String text) {
    boolean[] now = new boolean[pattern.length() + 1];
    now[0] = true;
    skipStars(pattern, now);
    for (int i = 0; i < text.length(); i++) {
      now = step(pattern, now, text.charAt(i));
    }
    return now[pattern.length()];
  }

  private static boolean[] step(CharSequence pattern, boolean[] now, char c) {
    boolean[] next = new boolean[now.length];
    int part = 0;
    for (int p = 0; p < pattern.length(); p++) {
      char token = pattern.charAt(p);
      boolean bound = part < FIRST_PARTS && c == ':';
      if (now[p]) {
        if (token == STAR) {
          boolean last = p + 1 == pattern.length() || pattern.charAt(p + 1) == ':';
          next[p] |= !bound || last;
        } else if (token == Glob.ANY) {
          next[p + 1] |= !bound;
        } else {
          next[p + 1] |= token == c;
        }
      }
      part += token == ':' ? 1 : 0;
    }
    skipStars(pattern, next);
    return next;
  }

  /** A star may stand for nothing. */
  private static void skipStars(CharSequence pattern, boolean[] at) {
    for (int p = 0; p < pattern.length(); p++) {
      at[p + 1] |= at[p] && pattern.charAt(p) == STAR;
    }
  }
}
