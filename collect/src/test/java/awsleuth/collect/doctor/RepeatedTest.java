package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.ProbeResult;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two ways find of one thing is told once. */
class RepeatedTest {

  private static List<String> told(Examination examination) {
    return examination.evidence().stream()
        .filter(p -> p.isFinding() && !p.isRepeated())
        .map(ProbeResult::step)
        .toList();
  }

  @Test
  void aProxyThatBothWaysGoByIsFoundOnce() {
    Examination examination =
        new Machine().set("HTTPS_PROXY", "http://127.0.0.1:1").call("sqs", "ListQueues").examine();
    assertThat(told(examination)).containsExactly("tcp");
    assertThat(Machine.findings(examination))
        .contains("nothing listens on port 1; the same as (8)");
  }

  @Test
  void portsOfTwoEndpointsAreTwoThings() throws IOException {
    try (ScriptedServer one = ScriptedServer.refusing();
        ScriptedServer other = ScriptedServer.refusing()) {
      Examination examination =
          new Machine()
              .set("AWS_ENDPOINT_URL_STS", one.http())
              .set("AWS_ENDPOINT_URL_SQS", other.http())
              .call("sqs", "ListQueues")
              .examine();
      assertThat(told(examination)).containsExactly("tcp", "tcp");
    }
  }

  @Test
  void aContainersAnswerWithoutKeysIsFoundOnce() throws IOException {
    try (ScriptedServer container =
        ScriptedServer.of(
            ScriptedServer.answering(_ -> ScriptedServer.answer("200 OK", "", "{}")))) {
      Examination examination =
          new Machine()
              .without("AWS_ACCESS_KEY_ID")
              .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.http() + "/keys")
              .endpoint(container.http())
              .examine();
      assertThat(Machine.raised(examination)).endsWith("KeyError: 'AccessKeyId'");
      assertThat(told(examination)).contains("credentials").doesNotContain("container");
    }
  }

  @Test
  void aClockIsWrongOnceWhateverServersSay() throws IOException {
    try (ScriptedServer one = ScriptedServer.of(Machine.sts(3600));
        ScriptedServer other = ScriptedServer.of(Machine.sts(3700))) {
      Examination examination =
          new Machine()
              .set("AWS_ENDPOINT_URL_STS", one.http())
              .set("AWS_ENDPOINT_URL_SQS", other.http())
              .call("sqs", "ListQueues")
              .examine();
      assertThat(told(examination)).containsOnlyOnce("clock");
    }
  }
}
