package awsleuth.boto.retry;

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

  /** Where a setting comes from. */
  public enum Origin {
    /** {@code retries} of the client's {@code Config}. */
    CONFIG_OBJECT("Config(retries={…})"),
    /** An environment variable. */
    ENVIRONMENT("environment"),
    /** The profile in the config file. */
    PROFILE("profile"),
    /** {@code defaults_mode}. */
    DEFAULTS_MODE("defaults_mode"),
    /** Nothing sets it. */
    DEFAULT("default");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** What botocore does where nothing is set. */
  public static RetrySettings defaults(Rules rules) {
    return new RetrySettings(
        rules.defaultMode(), Origin.DEFAULT, OptionalInt.empty(), Origin.DEFAULT, rules);
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
