package awsleuth.boto.retry;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * Decides, as a client of botocore does, whether an attempt is repeated. It keeps the client's
 * quota, so it stands for one client.
 */
public final class Retryer {

  private final RetrySettings settings;
  private final LegacyRules legacy;
  private final DoubleSupplier random;
  private final RetryQuota quota = new RetryQuota();

  /**
   * @param afterOrganizations whether the same session made a client of {@code organizations} in
   *     legacy mode before, which changes what later clients repeat
   * @param random gives numbers from 0 to 1, as {@code random.random()} would
   */
  public Retryer(RetrySettings settings, boolean afterOrganizations, DoubleSupplier random) {
    this.settings = settings;
    this.legacy = new LegacyRules(afterOrganizations);
    this.random = random;
  }

  /** What happens after an attempt. */
  public sealed interface Decision {}

  /** It is repeated after a delay in seconds. */
  public record Repeat(double delay) implements Decision {}

  /**
   * The call ends with this attempt.
   *
   * @param maxAttemptsReached whether the response says so in its metadata
   * @param quotaReached whether it was to be repeated, but the quota is used up
   * @param pause seconds that pass all the same, with long polling by the new rules; else empty
   * @param checksumError whether botocore raises ChecksumError in place of the response
   */
  public record End(
      boolean maxAttemptsReached, boolean quotaReached, OptionalDouble pause, boolean checksumError)
      implements Decision {

    static End of(boolean maxAttemptsReached) {
      return new End(maxAttemptsReached, false, OptionalDouble.empty(), false);
    }
  }

  /** What is remembered during one call. */
  public static final class Call {
    private int lastCost;
  }

  /**
   * Decides after an attempt.
   *
   * @param attempt its number, from 1
   */
  public Decision decide(CalledOperation operation, Answer answer, int attempt, Call call) {
    int most = settings.mostRequests(operation.service(), operation.endpointPrefix());
    return settings.mode() == RetryMode.LEGACY
        ? legacy(operation, answer, attempt, most)
        : standard(operation, answer, attempt, most, call);
  }

  private Decision legacy(CalledOperation operation, Answer answer, int attempt, int most) {
    boolean repeats = legacy.repeats(operation, answer);
    if (repeats && attempt < most) {
      return new Repeat(delay(operation, answer, attempt));
    }
    if (!(answer instanceof Answer.Response response)) {
      return End.of(false);
    }
    boolean raises = legacy.raisesChecksum(operation, response);
    return new End(repeats && !raises, false, OptionalDouble.empty(), raises);
  }

  /** The last attempt counts as such whatever its answer is, success too. */
  private Decision standard(
      CalledOperation operation, Answer answer, int attempt, int most, Call call) {
    if (attempt >= most || !StandardRules.repeats(operation, answer)) {
      return End.of(attempt >= most);
    }
    boolean throttling = StandardRules.isThrottling(operation, answer);
    int cost = RetryQuota.cost(settings.rules(), answer, throttling);
    if (quota.take(cost)) {
      call.lastCost = cost;
      return new Repeat(delay(operation, answer, attempt));
    }
    boolean waits = settings.rules() == Rules.NEW && operation.isLongPolling();
    OptionalDouble wait =
        waits ? OptionalDouble.of(delay(operation, answer, attempt)) : OptionalDouble.empty();
    return new End(false, true, wait, false);
  }

  private double delay(CalledOperation operation, Answer answer, int attempt) {
    return Backoff.of(settings, operation, answer, attempt, random);
  }

  /** Takes note that a call succeeded. */
  public void succeeded(Call call) {
    quota.giveBack(call.lastCost == 0 ? 1 : call.lastCost);
  }

  /** What is left of the quota; it matters in standard and adaptive mode alone. */
  public int quotaLeft() {
    return quota.left();
  }
}
