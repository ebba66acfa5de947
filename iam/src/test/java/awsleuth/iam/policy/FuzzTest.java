package awsleuth.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.batch.BatchLine;
import awsleuth.iam.generate.CaseGenerator;
import awsleuth.iam.generate.JsonText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, it is read or its faults are told; nothing is thrown. */
class FuzzTest {

  private static final int TEXTS = 20_000;
  private static final String LETTERS = "{}[]\":,\\*?$ '/#\r\n\t\0\uFEFF\uFFFF\uD83Dabe019.-+tfn";
  private static final List<String> WORDS =
      List.of(
          "\"Statement\":",
          "\"Effect\":",
          "\"Allow\"",
          "\"Principal\":",
          "\"NotPrincipal\":",
          "\"Action\":",
          "\"NotResource\":",
          "\"Condition\":",
          "\"Version\":",
          "\"2012-10-17\"",
          "\"StringLike\":",
          "\"Null\":",
          "{\"AWS\":",
          "null",
          "true",
          "[]",
          "{}",
          "1e3",
          "\"${",
          "//",
          "/*",
          "*/",
          "\"arn:aws:s3:::b\"",
          "\"ForAnyValue:\":");

  private static final List<PolicyType> TYPES = List.of(PolicyType.values());

  @Test
  void policiesAreReadOrTheirFaultsTold() {
    Random random = new Random(1);
    for (int i = 0; i < TEXTS; i++) {
      String text = mutated(sample(random), random);
      PolicyType type = TYPES.get(random.nextInt(TYPES.size()));
      Reading reading = PolicyParser.parse("p", type, text);
      assertSound(text, reading);
    }
  }

  @Test
  void everyBeginningOfAPolicyIsReadOrItsFaultsTold() {
    String text = sample(new Random(7));
    for (int end = 0; end <= text.length(); end++) {
      assertSound(
          text.substring(0, end),
          PolicyParser.parse("p", PolicyType.IDENTITY, text.substring(0, end)));
    }
  }

  @Test
  void linesOfABatchAreReadOrTheirErrorsTold() {
    Random random = new Random(2);
    for (int i = 0; i < TEXTS / 2; i++) {
      String text = mutated(JsonText.of(CaseGenerator.make(i)), random);
      BatchLine line = BatchLine.read(text);
      assertThat(line.request().isPresent()).as(text).isEqualTo(line.errors().isEmpty());
    }
  }

  private static void assertSound(String text, Reading reading) {
    boolean undecidable = reading.faults().stream().anyMatch(f -> f.code().undecidable());
    assertThat(reading.policy().isEmpty()).as(text).isEqualTo(undecidable);
    for (Fault fault : reading.faults()) {
      assertThat(fault.at().start()).as(text).isBetween(0, text.length());
      assertThat(fault.at().end()).as(text).isBetween(fault.at().start(), text.length());
      assertThat(fault.at().line()).as(text).isPositive();
      assertThat(fault.at().column()).as(text).isPositive();
    }
  }

  private static String sample(Random random) {
    String line = JsonText.of(CaseGenerator.make(random.nextInt(5_000)));
    int start = line.indexOf("{\"Version\"");
    return start < 0 ? line : line.substring(start, Math.min(line.length(), start + 700));
  }

  private static String mutated(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 1 + random.nextInt(6); i > 0 && !out.isEmpty(); i--) {
      int at = random.nextInt(out.length());
      int to = Math.min(out.length(), at + 1 + random.nextInt(20));
      switch (random.nextInt(5)) {
        case 0 -> out.delete(at, to);
        case 1 -> out.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
        case 2 -> out.insert(at, out.substring(at, to));
        case 3 -> out.insert(at, WORDS.get(random.nextInt(WORDS.size())));
        default -> out.setCharAt(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
    }
    return out.toString();
  }
}
