package awsleuth.boto.retry;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.retry.load.Advice;
import awsleuth.boto.retry.load.Load;
import awsleuth.boto.retry.load.LoadResult;
import awsleuth.boto.retry.load.LoadSimulation;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetryerTest {

  private static final CalledOperation LIST_QUEUES =
      CalledOperation.of(AwsCatalog.embedded().service("sqs").orElseThrow(), "ListQueues");
  private static final Answer BUSY = Answer.Response.of(503, "ServiceUnavailable");

  private static RetrySettings settings(RetryMode mode, int attempts) {
    return RetrySettings.of(mode, OptionalInt.of(attempts), Rules.PRESENT);
  }

  @Test
  void theQuotaEndsRepetitionsBeforeTheAttemptsDo() {
    Retryer retryer = new Retryer(settings(RetryMode.STANDARD, 1000), false, () -> 0);
    Retryer.Call call = new Retryer.Call();
    int repeated = 0;
    while (retryer.decide(LIST_QUEUES, BUSY, repeated + 1, call) instanceof Retryer.Repeat) {
      repeated++;
    }
    assertThat(repeated).isEqualTo(RetryQuota.CAPACITY / 5);
    assertThat(retryer.decide(LIST_QUEUES, BUSY, repeated + 1, call))
        .isEqualTo(new Retryer.End(false, true, java.util.OptionalDouble.empty(), false));
    retryer.succeeded(call);
    assertThat(retryer.quotaLeft()).isEqualTo(5);
  }

  @Test
  void theLegacyModeHasNoQuota() {
    Retryer retryer = new Retryer(settings(RetryMode.LEGACY, 1000), false, () -> 0);
    Retryer.Call call = new Retryer.Call();
    for (int attempt = 1; attempt < 1000; attempt++) {
      assertThat(retryer.decide(LIST_QUEUES, BUSY, attempt, call))
          .isInstanceOf(Retryer.Repeat.class);
    }
  }

  /** The suffix of the message then says so although nothing was repeated. */
  @Test
  void theLastAttemptCountsAsSuchInStandardModeWhateverItsAnswer() {
    Answer denied = Answer.Response.of(403, "AccessDenied");
    Retryer standard = new Retryer(settings(RetryMode.STANDARD, 1), false, () -> 0);
    Retryer legacy = new Retryer(settings(RetryMode.LEGACY, 1), false, () -> 0);
    assertThat(standard.decide(LIST_QUEUES, denied, 1, new Retryer.Call()))
        .isEqualTo(Retryer.End.of(true));
    assertThat(legacy.decide(LIST_QUEUES, denied, 1, new Retryer.Call()))
        .isEqualTo(Retryer.End.of(false));
  }

  @Test
  void theTimeUntilGivingUpFollowsFromTheDelays() {
    Outlook outlook =
        Outlook.of(RetrySettings.defaults(Rules.PRESENT), LIST_QUEUES, BUSY, Integer.MAX_VALUE);
    assertThat(outlook.requests()).isEqualTo(5);
    assertThat(outlook.mean()).isEqualTo(7.5);
    assertThat(outlook.longest()).isEqualTo(15);
    Answer denied = Answer.Response.of(403, "AccessDenied");
    assertThat(Outlook.of(RetrySettings.defaults(Rules.PRESENT), LIST_QUEUES, denied, 9).requests())
        .isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameLoad() {
    Load load = Load.of(10, 20, 0.05, 10);
    LoadResult one = run(load, 7);
    assertThat(run(load, 7)).isEqualTo(one);
    assertThat(run(load, 8)).isNotEqualTo(one);
    long served = one.seconds().stream().mapToLong(LoadResult.Second::served).sum();
    assertThat(served).isBetween(200L, 221L);
  }

  private static LoadResult run(Load load, int seed) {
    return LoadSimulation.run(
        load, settings(RetryMode.STANDARD, 3), LIST_QUEUES, new SplittableRandom(seed)::nextDouble);
  }

  @Test
  void whatFailsLeastIsAdvised() {
    Load load = Load.of(24, 20, 0.1, 20);
    Advice advice =
        Advice.of(load, LIST_QUEUES, Rules.PRESENT, () -> new SplittableRandom(1)::nextDouble);
    double least =
        advice.trials().stream().mapToDouble(t -> t.result().failedShare()).min().orElseThrow();
    assertThat(advice.best().result().failedShare()).isBetween(least, least + 0.005);
    assertThat(advice.best().result().failedShare()).isLessThan(0.01);
  }
}
