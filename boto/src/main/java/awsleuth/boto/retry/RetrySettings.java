package awsleuth.boto.retry;

import awsleuth.boto.config.Origin;
import java.util.OptionalInt;

/**
 * How a client repeats calls.
 *
 * @param mode the mode
 * @param modeFrom where the mode comes from
 * @param totalMaxAttempts the most requests of one call, the first one included; empty where the
 *     mode decides
 * @param attemptsFrom where that number comes from
 * @param rules the generation of the retry code
 */
public record RetrySettings(
    RetryMode mode,
    Origin modeFrom,
    OptionalInt totalMaxAttempts,
    Origin attemptsFrom,
    Rules rules) {

  /** What botocore does where nothing is set. */
  public static RetrySettings defaults(Rules rules) {
    return of(rules.defaultMode(), OptionalInt.empty(), rules);
  }

  /** A mode and a number of attempts, wherever they may come from. */
  public static RetrySettings of(RetryMode mode, OptionalInt totalMaxAttempts, Rules rules) {
    Origin origin = new Origin.Default();
    return new RetrySettings(mode, origin, totalMaxAttempts, origin, rules);
  }

  /**
   * The most requests of one call to a service, the first one included.
   *
   * @param service the name of the client, such as {@code dynamodb}
   * @param endpointPrefix of the service, by which the legacy mode knows it
   * @see <a
   *     href="https://github.com/boto/botocore/blob/develop/botocore/data/_retry.json">_retry.json</a>
   */
  public int mostRequests(String service, String endpointPrefix) {
    return totalMaxAttempts.orElseGet(() -> byMode(service, endpointPrefix));
  }

  private int byMode(String service, String endpointPrefix) {
    if (mode == RetryMode.LEGACY) {
      return endpointPrefix.equals("dynamodb") ? 10 : 5;
    }
    boolean dynamo = service.equals("dynamodb") || service.equals("dynamodbstreams");
    return rules == Rules.NEW && dynamo ? 4 : 3;
  }
}
