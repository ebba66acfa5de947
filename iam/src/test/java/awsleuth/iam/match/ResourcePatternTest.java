package awsleuth.iam.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Resource elements (IAM user guide, "IAM JSON policy elements: Resource"). */
class ResourcePatternTest {

  @Test
  void aWildcardInsideAPartStaysInThatPart() {
    assertThat(matches("arn:aws:ec2:us-*-1:1:i/*", "arn:aws:ec2:us-east-1:1:i/a")).isTrue();
    assertThat(matches("arn:aws:ec2:us-*-1:1:i/*", "arn:aws:ec2:us-east:b-1:1:i/a")).isFalse();
    assertThat(matches("arn:aws:s?:::b", "arn:aws:s3:::b")).isTrue();
    assertThat(matches("arn:aws:s?:::b", "arn:aws:s::::b")).isFalse();
  }

  @Test
  void aStarThatEndsAPartGoesBeyondIt() {
    assertThat(matches("arn:aws:ec2:us-?-*:i/a", "arn:aws:ec2:us-a-1:1:i/a")).isTrue();
    assertThat(matches("arn:a?s:*:i/a", "arn:aws:ec2:us-a-1:1:i/a")).isTrue();
  }

  @Test
  void wildcardsMeetColonsAsAMatcherThatTriesEverythingSays() {
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      String pattern = text(random, "a:::*?", 14);
      String text = text(random, "a:::", 14);
      int bound = pattern.chars().filter(c -> c == ':').count() < 5 ? Integer.MAX_VALUE : 5;
      assertThat(matches(pattern, text))
          .as("%s against %s", pattern, text)
          .isEqualTo(tries(pattern, 0, bound, text, 0));
    }
  }

  @Test
  void aVariableStandsForItsTextAlone() {
    String pattern = "arn:aws:s3:::b/${aws:PrincipalTag/team}/*";
    assertThat(matches(pattern, "arn:aws:s3:::b/red/k", "red")).isEqualTo(Truth.TRUE);
    assertThat(matches(pattern, "arn:aws:s3:::b/red/k", "blue")).isEqualTo(Truth.FALSE);
    assertThat(matches(pattern, "arn:aws:s3:::b/red/k", "r*")).isEqualTo(Truth.FALSE);
    assertThat(matches(pattern, "arn:aws:s3:::b/r*/k", "r*")).isEqualTo(Truth.TRUE);
  }

  @Test
  void takesLittleTimeWhateverThePattern() {
    String stars = "*a".repeat(1_000);
    String[] patterns = {
      "arn:aws:" + stars + "b:::x",
      "arn:*:*:*:*:" + stars + "b",
      "arn:a?s*:*:*:*:" + stars + "b",
      "arn:aws:s3:::${aws:PrincipalTag/team}" + stars + "b"
    };
    String[] texts = {
      "arn:aws:" + "a".repeat(200_000), "arn:aws:s3:::" + ":a".repeat(100_000), ":".repeat(200_000)
    };
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String pattern : patterns) {
            for (String text : texts) {
              assertThat(matches(pattern, text, "a".repeat(50_000))).isEqualTo(Truth.FALSE);
            }
          }
        });
  }

  private static boolean matches(String pattern, String text) {
    return matches(pattern, text, "none") == Truth.TRUE;
  }

  private static Truth matches(String pattern, String text, String team) {
    KeyTable keys = new KeyTable();
    ResourcePattern test = ResourcePattern.of(pattern, PolicyType.RESOURCE, true, keys);
    Context context = Context.of(Map.of("aws:PrincipalTag/team", team));
    return test.matches(
        text, new View(new Request(new Principal.Anonymous(), "s:A", text, "", context), keys));
  }

  /**
   * Whether a pattern matches, by its definition.
   *
   * @param bound how many parts of the pattern keep their wildcards
   */
  private static boolean tries(String pattern, int p, int bound, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    char c = pattern.charAt(p);
    boolean more = t < text.length();
    long part = pattern.chars().limit(p).filter(x -> x == ':').count();
    boolean kept = more && part < bound && text.charAt(t) == ':';
    if (c == '*') {
      boolean last = p + 1 == pattern.length() || pattern.charAt(p + 1) == ':';
      return tries(pattern, p + 1, bound, text, t)
          || (more && (last || !kept) && tries(pattern, p, bound, text, t + 1));
    }
    boolean same = more && (c == '?' ? !kept : c == text.charAt(t));
    return same && tries(pattern, p + 1, bound, text, t + 1);
  }

  private static String text(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(most + 1); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
