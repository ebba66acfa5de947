package awsleuth.aws;

import java.util.Locale;

/**
 * Patterns with {@code *} for any characters and {@code ?} for one, case aside.
 *
 * <p>Matching goes back to the last star only: its time is at most that of pattern times value, and
 * callers give either a short pattern or a short value.
 */
final class Wildcards {

  private Wildcards() {}

  /** Whether the pattern has a wildcard. */
  static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** The pattern in lower case, runs of stars as one. */
  static String plain(String pattern) {
    StringBuilder plain = new StringBuilder(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '*' || i == 0 || pattern.charAt(i - 1) != '*') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** The pattern of a template whose parts in <code>${…}</code> or {@code <…>} are free. */
  static String ofTemplate(String template) {
    StringBuilder pattern = new StringBuilder(template.length());
    for (int i = 0; i < template.length(); i++) {
      boolean free = template.startsWith("${", i) || template.charAt(i) == '<';
      int end = free ? template.indexOf(template.charAt(i) == '<' ? '>' : '}', i) : -1;
      pattern.append(end < 0 ? String.valueOf(template.charAt(i)) : "?*");
      i = end < 0 ? i : end;
    }
    return pattern.toString();
  }

  /** The number of characters that a value must have at least. */
  static int shortest(String pattern) {
    return (int) pattern.chars().filter(c -> c != '*').count();
  }

  static boolean match(String pattern, String value) {
    int p = 0;
    int v = 0;
    int star = -1;
    int from = 0;
    while (v < value.length()) {
      char c = p < pattern.length() ? pattern.charAt(p) : 0;
      if (p < pattern.length() && c == '*') {
        star = p++;
        from = v;
      } else if (p < pattern.length() && (c == '?' || same(c, value.charAt(v)))) {
        p++;
        v++;
      } else if (star >= 0) {
        p = star + 1;
        v = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean same(char a, char b) {
    return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
