package awsleuth.iam.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Wildcards (IAM user guide, "Using wildcards in resource ARNs" and "String condition operators").
 */
class GlobTest {

  @Test
  void matchesAsAMatcherThatTriesEverything() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*?", 8);
      String text = text(random, "ab", 10);
      assertThat(Glob.of(pattern).matches(text))
          .as("%s against %s", pattern, text)
          .isEqualTo(matches(pattern, 0, text, 0));
    }
  }

  @Test
  void findsLongRunsWhereverTheyStand() {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      String run = text(random, "aab", 200) + "ab".repeat(20) + "c";
      String wild = withWildcards(run, random);
      String around = text(random, "aab", 300);
      for (String pattern : new String[] {run, wild}) {
        Glob glob = Glob.of("*" + pattern + "*");
        assertThat(glob.matches(around + run + around)).as(pattern).isTrue();
        assertThat(glob.matches(around + run.replace('c', 'd') + around)).as(pattern).isFalse();
      }
    }
  }

  @Test
  void aLiteralPartIsNoPattern() {
    Glob glob = new Glob.Builder().pattern("a*").literal("?*").build();
    assertThat(glob.matches("abc?*")).isTrue();
    assertThat(glob.matches("abcde")).isFalse();
  }

  @Test
  void takesLittleTimeWhateverThePattern() {
    String text = "a".repeat(1_000_000);
    String[] patterns = {
      "*a".repeat(500) + "*b",
      "*" + "a?".repeat(200) + "b*",
      "*" + "a".repeat(100_000) + "b*",
      "*" + "a?".repeat(5_000) + "b*",
      "*" + "?".repeat(300) + "b*",
      "a*".repeat(10_000) + "b"
    };
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String pattern : patterns) {
            assertThat(Glob.of(pattern).matches(text)).as(pattern.substring(0, 9)).isFalse();
          }
        });
  }

  private static String text(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(most + 1); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static String withWildcards(String run, Random random) {
    StringBuilder wild = new StringBuilder(run);
    for (int i = 0; i < 10; i++) {
      wild.setCharAt(random.nextInt(run.length() - 1), '?');
    }
    return wild.toString();
  }

  private static boolean matches(String pattern, int p, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    if (pattern.charAt(p) == '*') {
      return matches(pattern, p + 1, text, t)
          || (t < text.length() && matches(pattern, p, text, t + 1));
    }
    boolean same =
        t < text.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t));
    return same && matches(pattern, p + 1, text, t + 1);
  }
}
