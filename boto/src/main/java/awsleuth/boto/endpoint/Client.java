package awsleuth.boto.endpoint;

import awsleuth.aws.Service;
import awsleuth.boto.config.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client that botocore made.
 *
 * @param service its model
 * @param region {@code client.meta.region_name}; null if there is none
 * @param endpointUrl {@code client.meta.endpoint_url}, which is not always where requests go
 * @param partition {@code client.meta.partition}; empty if none knows the Region
 * @param signing how it signs where the rules and the operation say nothing else
 * @param customUrl the URL that was set; empty if none was
 * @param secure whether it wants TLS
 * @param builtIns the parameters of the rules that botocore computes, by their built-in names
 * @param context the parameters of the rules that the configuration sets, by botocore's names
 * @param s3 the settings of S3
 * @param hostPrefix whether the prefix of an operation is put before the host
 * @param discovery whether endpoints are discovered: true, false or only where it is required
 * @param rules the rules of its service
 * @param partitions where the rules look Regions up
 * @param legacy what {@code endpoints.json} says of its service
 * @param decisions the settings that were looked up, in order
 */
public record Client(
    Service service,
    @Nullable String region,
    String endpointUrl,
    String partition,
    Signing signing,
    Optional<Found<String>> customUrl,
    boolean secure,
    Map<String, Found<Object>> builtIns,
    Map<String, Found<Object>> context,
    Map<String, Found<Object>> s3,
    boolean hostPrefix,
    Discovery discovery,
    RuleSet rules,
    Partitions partitions,
    LegacyResolver legacy,
    List<Decision> decisions) {

  /**
   * How a client signs.
   *
   * @param version such as {@code v4}
   * @param region null if there is none
   * @param name such as {@code sqs}
   * @param requested the version of the {@code Config} object; null if it has none
   * @param preference the preferred schemes, in order; null if there are none
   * @param preferenceInCode whether the {@code Config} object has them
   */
  public record Signing(
      String version,
      @Nullable String region,
      String name,
      @Nullable String requested,
      @Nullable List<String> preference,
      boolean preferenceInCode,
      String regionSet) {}

  /** Which operations are sent to endpoints that the service is asked for first. */
  public enum Discovery {
    /** None. */
    NEVER,
    /** None, and those that cannot be sent elsewhere are refused. */
    BLOCKED,
    /** Those that cannot be sent elsewhere. */
    WHERE_REQUIRED,
    /** All that can. */
    ALWAYS
  }

  /** A setting that was looked up, with its value and where that was set. */
  public record Decision(ClientSetting setting, Found<?> found) {}
}
