package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.batch.BatchLine;
import awsleuth.iam.generate.CaseGenerator;
import awsleuth.iam.generate.JsonText;
import awsleuth.iam.reference.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The engine and the reference decide generated cases alike: 10,000 in every build, a million with
 * {@code -Diam.cases=1000000}, others with {@code -Diam.first=}.
 */
class AgreementTest {

  private static final int CASES = Integer.getInteger("iam.cases", 10_000);
  private static final long FIRST = Long.getLong("iam.first", 0);

  @Test
  void engineAndReferenceDecideAlike() {
    List<String> apart = new ArrayList<>();
    Map<Result, Integer> seen = new EnumMap<>(Result.class);
    for (long number = FIRST; number < FIRST + CASES && apart.size() < 5; number++) {
      String line = JsonText.of(CaseGenerator.make(number));
      BatchLine read = BatchLine.read(line);
      assertThat(read.errors()).as(line).isEmpty();
      Result engine = Authorizer.of(read.policies()).decide(read.request().orElseThrow());
      Result reference = Reference.decide(read.policies(), read.request().orElseThrow());
      seen.merge(reference, 1, Integer::sum);
      if (engine != reference) {
        apart.add("engine " + engine + ", reference " + reference + ": " + line);
      }
    }
    assertThat(String.join("\n", apart)).isEmpty();
    assertMixed(seen);
  }

  /** Cases that nearly all come to the same would compare little. */
  private static void assertMixed(Map<Result, Integer> seen) {
    assertThat(seen).containsKey(Result.UNKNOWN);
    for (Result result : List.of(Result.ALLOWED, Result.IMPLICIT_DENY, Result.EXPLICIT_DENY)) {
      assertThat(seen.getOrDefault(result, 0)).as(seen.toString()).isGreaterThan(CASES / 7);
    }
  }
}
