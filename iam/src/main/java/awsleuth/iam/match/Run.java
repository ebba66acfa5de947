package awsleuth.iam.match;

/**
 * What stands between two stars of a pattern: characters, some of which may be {@link #ANY}. A long
 * run is searched for by algorithms that look at each character of the text once.
 */
final class Run {

  /** Stands for any one character; a noncharacter, so it is in no sound text. */
  static final char ANY = '\uFFFF';

  /** Up to these lengths a run is compared at every position: so many steps a character at most. */
  private static final int SHORT_LITERAL = 128;

  private static final int SHORT_WILD = 32;

  private final String text;
  private final boolean literal;

  Run(String text) {
    this.text = text;
    this.literal = text.indexOf(ANY) < 0;
  }

  int length() {
    return text.length();
  }

  /** Whether it stands at a position of a text that is long enough. */
  boolean at(String other, int position) {
    return literal ? other.startsWith(text, position) : at(text, other, position);
  }

  private static boolean at(String run, String text, int position) {
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (c != ANY && c != text.charAt(position + i)) {
        return false;
      }
    }
    return true;
  }

  /** The first position from which it lies before {@code end}; -1 where there is none. */
  int find(String other, int start, int end) {
    if (end - start < text.length()) {
      return -1;
    }
    if (literal) {
      return text.length() <= SHORT_LITERAL
          ? other.indexOf(text, start, end)
          : knuthMorrisPratt(other, start, end);
    }
    return text.length() <= SHORT_WILD
        ? compareEverywhere(other, start, end)
        : new ShiftAnd(text).find(other, start, end);
  }

  private int compareEverywhere(String other, int start, int end) {
    for (int i = start; i <= end - text.length(); i++) {
      if (at(text, other, i)) {
        return i;
      }
    }
    return -1;
  }

  private int knuthMorrisPratt(String other, int start, int end) {
    int[] fallback = fallback();
    int matched = 0;
    for (int i = start; i < end; i++) {
      while (matched > 0 && text.charAt(matched) != other.charAt(i)) {
        matched = fallback[matched - 1];
      }
      if (text.charAt(matched) == other.charAt(i)) {
        matched++;
      }
      if (matched == text.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  private int[] fallback() {
    int[] fallback = new int[text.length()];
    int border = 0;
    for (int i = 1; i < fallback.length; i++) {
      while (border > 0 && text.charAt(border) != text.charAt(i)) {
        border = fallback[border - 1];
      }
      if (text.charAt(border) == text.charAt(i)) {
        border++;
      }
      fallback[i] = border;
    }
    return fallback;
  }
}
