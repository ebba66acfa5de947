package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.batch.BatchLine;
import awsleuth.iam.generate.CaseGenerator;
import awsleuth.iam.generate.JsonText;
import awsleuth.iam.reference.Reference;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in the texts of policies and requests, it is decided, and explained alike. */
class DecisionFuzzTest {

  private static final int LINES = 6_000;
  private static final List<String> PARTS =
      List.of(
          "${",
          "}",
          "${}",
          "${*}",
          "${aws:username}",
          "${aws:username",
          "${a:b, 'c}'}",
          ", '",
          "$",
          "*",
          "**",
          "?",
          ":",
          "::",
          "/",
          ",",
          "'",
          " ",
          "+",
          "-",
          ".",
          "1e9",
          "arn:",
          "é",
          "😀");

  @Test
  void allThatIsReadIsDecidedAndExplained() {
    Random random = new Random(3);
    int decided = 0;
    for (int i = 0; i < LINES; i++) {
      String line = spoilt(JsonText.of(CaseGenerator.make(i)), random);
      BatchLine read = BatchLine.read(line);
      if (read.errors().isEmpty()) {
        Request request = read.request().orElseThrow();
        Authorizer authorizer = Authorizer.of(read.policies());
        Result result = authorizer.decide(request);
        assertThat(authorizer.explain(request).result()).as(line).isEqualTo(result);
        assertThat(Reference.decide(read.policies(), request)).as(line).isEqualTo(result);
        decided++;
      }
    }
    assertThat(decided).isGreaterThan(LINES / 3);
  }

  /** A line with parts put before some of its letters, most of which stand in texts. */
  private static String spoilt(String line, Random random) {
    StringBuilder out = new StringBuilder(line);
    for (int n = 1 + random.nextInt(5); n > 0; n--) {
      int at = random.nextInt(out.length());
      if (Character.isLetterOrDigit(out.charAt(at))) {
        out.insert(at, PARTS.get(random.nextInt(PARTS.size())));
      }
    }
    return out.toString();
  }
}
