package awsleuth.core.cause.network;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a server answers at all is asked before boto3 is made to wait longer for it. */
class UnansweredProbeTest {

  private static final String RECORD =
      """
      {"awsleuth": "record", "version": 1}
      {"kind": "probe", "step": "http", "service": "sts", "operation": "GetCallerIdentity", "region": "eu-west-1", \
      "endpoint": "http://10.0.0.9:5000", "outcome": "finding", "summary": "no answer within 5 s", "facts": \
      {"waited": "5 s"}, "raises": "botocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL: \
      \\"http://10.0.0.9:5000/\\""}
      """;

  @Test
  void aProbeThatGaveUpDoesNotTellThatTheAnswerComesLater() {
    Outcome outcome =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(List.of(new Artifact("doctor.jsonl", Kind.ANY, RECORD)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Possible.class);
    assertThat(((Outcome.Possible) outcome).finding().fixes().stream().map(Fix::text))
        .first()
        .isEqualTo("curl -si -m 60 http://10.0.0.9:5000/");
  }
}
