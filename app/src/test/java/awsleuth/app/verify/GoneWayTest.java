package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProbeResult.Verdict;
import awsleuth.core.evidence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a way that was gone rules a cause out. */
class GoneWayTest {

  private static final String HERE = "https://sqs.eu-west-1.amazonaws.com";
  private static final List<String> STEPS =
      List.of("endpoint", "dns", "tcp", "proxy", "tls", "http", "clock");

  private final List<ProbeResult> probes = new ArrayList<>();

  private GoneWayTest way(String service, String endpoint, String unlike, Verdict verdict) {
    for (String step : STEPS) {
      probes.add(
          new ProbeResult(
              step,
              step.equals(unlike) ? verdict : Verdict.OK,
              step.equals(unlike) ? "no Date in the answer" : "fine",
              Map.of(),
              new ProbeResult.Call(service, "", "eu-west-1", endpoint),
              "",
              new Source("doctor", 1)));
    }
    return this;
  }

  private String said(String cause, String told) {
    return GoneWay.of(probes, "sqs")
        .of(cause, told)
        .map(v -> v.state().words() + ": " + v.why())
        .orElse("nothing");
  }

  @Test
  void aWayThatIsRightInEveryStepRulesACauseOfTheNetworkOut() {
    way("sqs", HERE, "", Verdict.OK);
    assertThat(said("network/no-route", HERE + "/")).startsWith("ruled out");
    assertThat(said("credentials/clock-skew", "")).startsWith("ruled out");
  }

  @Test
  void aStepOfWhichNothingWasFoundOutLeavesItUnknown() {
    way("sqs", HERE, "clock", Verdict.UNKNOWN);
    assertThat(said("credentials/clock-skew", ""))
        .isEqualTo("unknown: clock: no Date in the answer");
    assertThat(said("network/no-route", "")).startsWith("ruled out");
  }

  @Test
  void theWayToAnotherServiceTellsNothing() {
    way("sts", "https://sts.eu-west-1.amazonaws.com", "", Verdict.OK);
    way("sqs", HERE, "dns", Verdict.UNKNOWN);
    assertThat(said("network/dns", "")).startsWith("unknown: dns: ");
  }

  @Test
  void aWayToAnotherPlaceThanTheCallWentToTellsNothing() {
    way("sqs", HERE, "", Verdict.OK);
    assertThat(said("network/local-endpoint-down", "http://127.0.0.1:18199/"))
        .isEqualTo(
            "unknown: the call went to http://127.0.0.1:18199/, the settings here lead to " + HERE);
  }

  @Test
  void theWayToAServiceIsNotTheWayToABucketsName() {
    way("sqs", HERE, "", Verdict.OK);
    assertThat(said("network/dns", "https://bucket.sqs.eu-west-1.amazonaws.com/k"))
        .isEqualTo(
            "unknown: the call went to https://bucket.sqs.eu-west-1.amazonaws.com/k, the settings"
                + " here lead to "
                + HERE);
  }

  @Test
  void onlyANameUnderTheEndpointOfTheSettingsIsGoneToToo() {
    way("sqs", HERE, "", Verdict.OK);
    GoneWay gone = GoneWay.of(probes, "sqs");
    assertThat(gone.leadsAbove("https://b.sqs.eu-west-1.amazonaws.com:443/k")).isTrue();
    assertThat(gone.leadsAbove("http://b.sqs.eu-west-1.amazonaws.com/k")).isFalse();
    assertThat(gone.leadsAbove("https://bsqs.eu-west-1.amazonaws.com/k")).isFalse();
    assertThat(gone.leadsAbove("https://b.sqs.eu-west-1.amazonaws.com:8443/k")).isFalse();
    assertThat(gone.leadsAbove("https://evil.example/.sqs.eu-west-1.amazonaws.com")).isFalse();
    assertThat(gone.leadsAbove(HERE)).isFalse();
    assertThat(GoneWay.of(List.of(), "sqs").leadsAbove("https://b./")).isFalse();
  }

  @Test
  void thePortOfASchemeIsTheSamePlace() {
    way("sqs", HERE, "", Verdict.OK);
    assertThat(said("network/dns", "https://SQS.eu-west-1.amazonaws.com:443/"))
        .startsWith("ruled out");
  }

  @Test
  void causesThatAWayDoesNotShowAreLeftAlone() {
    way("sqs", HERE, "", Verdict.OK);
    assertThat(said("client/version-conflict", "")).isEqualTo("nothing");
    assertThat(said("network/read-timeout", "")).isEqualTo("nothing");
  }
}
