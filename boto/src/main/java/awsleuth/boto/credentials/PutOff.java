package awsleuth.boto.credentials;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That botocore takes a later end of credentials than their giver tells, since the giver may give
 * the same again: 15 minutes from now, and 2 to 10 more at random.
 *
 * @param certain whether it does; else it does so only where the random part is long enough
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">
 *     InstanceMetadataFetcher._evaluate_expiration</a>
 */
public record PutOff(boolean certain) {

  /** How long the new end is away. */
  private static final Duration LEAST = Duration.ofMinutes(15 + 2);

  private static final Duration MOST = Duration.ofMinutes(15 + 10);

  /** Of an end; empty where botocore leaves it as it is. */
  static Optional<PutOff> of(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    return left.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(new PutOff(left.compareTo(LEAST) <= 0));
  }

  /** The soonest end that it takes. */
  static Instant soonest(Instant now) {
    return now.plus(LEAST);
  }

  /** {@code botocore puts that off to 17 to 25 minutes from now}. */
  public String words() {
    return "botocore "
        + (certain ? "puts" : "may put")
        + " that off to "
        + LEAST.toMinutes()
        + " to "
        + MOST.toMinutes()
        + " minutes from now";
  }
}
