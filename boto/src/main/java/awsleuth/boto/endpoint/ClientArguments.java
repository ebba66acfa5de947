package awsleuth.boto.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a program gives to {@code Session.client}; everything else comes from the session.
 *
 * @param service the name of the client
 * @param region {@code region_name}
 * @param endpointUrl {@code endpoint_url}, the empty one too
 * @param secure {@code use_ssl}
 * @param keys whether it gives an access key and a secret itself
 * @param accountId {@code aws_account_id}
 * @param config the options of {@code config}: texts, truth values, numbers and maps; the signature
 *     version {@code UNSIGNED} is {@code botocore.UNSIGNED}; empty where there is no such object
 */
public record ClientArguments(
    String service,
    Optional<String> region,
    Optional<String> endpointUrl,
    boolean secure,
    boolean keys,
    Optional<String> accountId,
    Optional<Map<String, Object>> config) {

  /** The same with that Region. */
  public ClientArguments inRegion(String name) {
    return new ClientArguments(
        service, Optional.of(name), endpointUrl, secure, keys, accountId, config);
  }

  /** The same with an access key and a secret. */
  public ClientArguments withKeys() {
    return new ClientArguments(service, region, endpointUrl, secure, true, accountId, config);
  }

  /** The same with one option of {@code config} more, or another value of it. */
  public ClientArguments with(String option, Object value) {
    Map<String, Object> options = new LinkedHashMap<>(config.orElse(Map.of()));
    options.put(option, value);
    return new ClientArguments(
        service, region, endpointUrl, secure, keys, accountId, Optional.of(options));
  }

  /** The same without {@code endpoint_url}. */
  public ClientArguments withoutUrl() {
    return new ClientArguments(service, region, Optional.empty(), secure, keys, accountId, config);
  }

  /** A client of that name, nothing else given. */
  public static ClientArguments of(String service) {
    return new ClientArguments(
        service,
        Optional.empty(),
        Optional.empty(),
        true,
        false,
        Optional.empty(),
        Optional.empty());
  }
}
