package awsleuth.iam.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  /** So long that only what grows faster than text times pattern reaches it. */
  private static final Duration LONG = Duration.ofSeconds(60);

  @ParameterizedTest
  @CsvSource({
    "abc,abc,true",
    "abc,abd,false",
    "'','',true",
    "*,'',true",
    "?,'',false",
    "a*c,ac,true",
    "a*c,abbbc,true",
    "a*c,abbb,false",
    "*a*a*a*b,aaab,true",
    "*a*a*a*b,aab,false",
    "a?c,abc,true",
    "?*?,a,false",
    "?*?,ab,true",
    "*?*,a,true",
    "a**b,ab,true",
    "*.txt,a.txt,true",
    "*.txt,atxt,false",
    "aab*,aaab,false",
    "*aab,aaab,true",
    "a\uFFFFc,abc,false"
  })
  void matchesWholeTexts(String pattern, String text, boolean expected) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void everyShortPatternMatchesEveryShortTextAsDefined() {
    List<String> patterns = texts("ab*?", 5);
    List<String> texts = texts("ab", 6);
    for (String pattern : patterns) {
      Glob glob = Glob.of(pattern);
      for (String text : texts) {
        assertThat(glob.matches(text))
            .as("%s and %s", pattern, text)
            .isEqualTo(defined(pattern, 0, text, 0));
      }
    }
  }

  /** A pattern by the definition of its wildcards; slow. */
  private static boolean defined(String pattern, int p, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    return switch (pattern.charAt(p)) {
      case '*' ->
          defined(pattern, p + 1, text, t)
              || (t < text.length() && defined(pattern, p, text, t + 1));
      case '?' -> t < text.length() && defined(pattern, p + 1, text, t + 1);
      default ->
          t < text.length()
              && text.charAt(t) == pattern.charAt(p)
              && defined(pattern, p + 1, text, t + 1);
    };
  }

  /** All texts over an alphabet up to a length. */
  private static List<String> texts(String alphabet, int longest) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int from = 0, length = 1; length <= longest; length++) {
      int to = all.size();
      for (int i = from; i < to; i++) {
        for (int c = 0; c < alphabet.length(); c++) {
          all.add(all.get(i) + alphabet.charAt(c));
        }
      }
      from = to;
    }
    return all;
  }

  @Test
  void hostilePatternsTakeNoLongerThanTextTimesPattern() {
    String as = "a".repeat(200_000);
    List<String> patterns =
        List.of(
            "*a".repeat(1_000) + "*b",
            "*aa".repeat(1_000) + "b",
            "*" + "a".repeat(1_000) + "b",
            "*" + "a?".repeat(1_000) + "b",
            "?".repeat(100_000) + "*b",
            "*?".repeat(1_000) + "b",
            "*" + "?".repeat(1_000) + "b*",
            "*".repeat(100_000) + "b",
            ("*" + "a".repeat(40) + "?b").repeat(20));
    for (String pattern : patterns) {
      boolean matches = assertTimeoutPreemptively(LONG, () -> Glob.of(pattern).matches(as));
      assertThat(matches).isFalse();
      assertThat(assertTimeoutPreemptively(LONG, () -> Glob.of(pattern + "*").matches(as + "b")))
          .as(pattern.substring(0, 10))
          .isEqualTo(!pattern.equals(patterns.getLast()));
    }
  }
}
