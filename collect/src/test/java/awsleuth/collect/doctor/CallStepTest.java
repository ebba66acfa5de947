package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.collect.call.CallResult;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Fault;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes of a call that was not answered. */
class CallStepTest {

  private static Result waited(Duration time) {
    ProbeResult.Call call =
        new ProbeResult.Call("sts", "GetCallerIdentity", "eu-west-1", "http://127.0.0.1:1");
    Fault silent = new Fault(Fault.Kind.READ_TIMED_OUT, "no answer", "timed out");
    return new CallStep(new Machine().question(), call)
        .result(
            new CallResult.Unreachable("no answer", Optional.of(silent), time),
            Deadline.in(Duration.ofSeconds(4)));
  }

  @Test
  void aWaitThatWasShortThoughMuchTimeHadBeenLeftTellsNothing() {
    assertThat(waited(Duration.ofMillis(300)))
        .isInstanceOf(Result.Unknown.class)
        .extracting(Result::words)
        .isEqualTo("no answer in the 0.3 s that were left: give it a longer --timeout");
    assertThat(waited(Duration.ofMillis(40)).words())
        .isEqualTo("no time was left for it: give it a longer --timeout");
  }

  @Test
  void aWaitOfMostOfTheTimeIsAFindingThatTellsHowLongItWas() {
    Result result = waited(Duration.ofSeconds(3));
    assertThat(result).isInstanceOf(Result.Finding.class);
    assertThat(result.facts()).containsEntry(ProbeResult.WAITED, "3 s");
  }
}
