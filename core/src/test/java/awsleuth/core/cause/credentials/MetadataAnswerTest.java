package awsleuth.core.cause.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is advised where instance metadata names a role and gives no keys of it. */
class MetadataAnswerTest {

  private static List<String> advised(Map<String, String> facts) {
    ProbeResult none =
        probe(
            4,
            "credentials",
            Map.of(),
            "botocore.exceptions.NoCredentialsError: Unable to locate credentials");
    return new Diagnoser(AwsCatalog.embedded())
            .diagnose(List.of(), List.of(none, probe(5, "metadata", facts, "")))
            .failures()
            .getFirst()
            .verdicts()
            .stream()
            .flatMap(v ->
                v.outcome() instanceof Outcome.Confirmed(var finding)
                    ? finding.fixes().stream()
                    : Stream.of())
            .map(Fix::title)
            .toList();
  }

  private static ProbeResult probe(
      int line, String step, Map<String, String> facts, String raised) {
    return new ProbeResult(
        step,
        ProbeResult.Verdict.FINDING,
        "it failed",
        facts,
        ProbeResult.Call.NONE,
        raised,
        new Source("doctor", line));
  }

  @Test
  void anAnswerThatIsNoneIsLookedAtAndTheRoleIsNotToBeGivenAgain() {
    assertThat(advised(Map.of("state", "BAD", "role", "web", "lacks", "JSON")))
        .contains(
            "see what answers there: instance metadata gives keys, or a Code that refuses them")
        .doesNotContain("on AWS give the machine a role");
    assertThat(advised(Map.of("state", "NO_ROLE")))
        .contains("give the instance a role", "on AWS give the machine a role");
  }
}
