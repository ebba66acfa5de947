package awsleuth.boto.endpoint;

import awsleuth.boto.python.PyValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The single changes of a client's settings that may lead to an endpoint. */
final class SettingChanges {

  /** What may stand in the way among the settings of S3, with the value that does not. */
  private static final SortedMap<String, Object> S3 =
      new TreeMap<>(
          Map.of(
              "use_accelerate_endpoint", false,
              "use_arn_region", true,
              "use_dualstack_endpoint", false,
              "addressing_style", "auto",
              "us_east_1_regional_endpoint", "regional",
              "s3_disable_multiregion_access_points", false));

  /** What makes botocore read {@code aws_account_id}. */
  static final String WITH_KEYS =
      "with aws_access_key_id and aws_secret_access_key beside aws_account_id";

  private SettingChanges() {}

  /** Whether {@code aws_account_id} is given and not read, since no keys are beside it. */
  static boolean isAccountLost(ClientArguments arguments) {
    return arguments.accountId().isPresent() && !arguments.keys();
  }

  /** The changed settings by what is changed, in the order in which they are tried. */
  static Map<String, ClientArguments> of(ClientArguments arguments, PyValue.Dict parameters) {
    Map<String, ClientArguments> tries = new LinkedHashMap<>();
    if (isAccountLost(arguments)) {
      tries.put(WITH_KEYS, arguments.withKeys());
    }
    if (arguments.endpointUrl().isPresent()) {
      tries.put("without endpoint_url", arguments.withoutUrl());
    } else {
      tries.put(
          "with the configured endpoint URLs ignored",
          arguments.with("ignore_configured_endpoint_urls", true));
    }
    regionOfArn(parameters)
        .ifPresent(r -> tries.put("with region_name " + r, arguments.inRegion(r)));
    tries.put(
        "with account_id_endpoint_mode preferred",
        arguments.with("account_id_endpoint_mode", "preferred"));
    tries.put("without FIPS", arguments.with("use_fips_endpoint", false));
    tries.put("without dual stack", arguments.with("use_dualstack_endpoint", false));
    S3.forEach((name, value) -> {
      Map<String, Object> changed = new LinkedHashMap<>(s3(arguments));
      changed.put(name, value);
      tries.put("with s3." + name + " " + Python.str(value), arguments.with("s3", changed));
    });
    return tries;
  }

  /** The Region of the ARN in the place of a bucket. */
  private static Optional<String> regionOfArn(PyValue.Dict parameters) {
    return parameters.get("Bucket") instanceof PyValue.Str(String bucket)
        ? Optional.ofNullable(Arn.parse(bucket)).map(Arn::region).filter(r -> !r.isEmpty())
        : Optional.empty();
  }

  private static Map<String, Object> s3(ClientArguments arguments) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (arguments.config().orElse(Map.of()).get("s3") instanceof Map<?, ?> s3) {
      s3.forEach((name, value) -> copy.put((String) name, value));
    }
    return copy;
  }
}
