package awsleuth.boto.config;

import java.util.List;
import java.util.Set;

/**
 * The options that {@code botocore.config.Config} takes.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/config.py">config.py</a>
 */
public final class ConfigOptions {

  /** All; any other name raises {@code TypeError}. */
  public static final List<String> NAMES =
      List.of(
          "region_name",
          "signature_version",
          "user_agent",
          "user_agent_extra",
          "user_agent_appid",
          "connect_timeout",
          "read_timeout",
          "parameter_validation",
          "max_pool_connections",
          "proxies",
          "proxies_config",
          "s3",
          "s3_disable_express_session_auth",
          "retries",
          "client_cert",
          "inject_host_prefix",
          "endpoint_discovery_enabled",
          "use_dualstack_endpoint",
          "use_fips_endpoint",
          "ignore_configured_endpoint_urls",
          "defaults_mode",
          "tcp_keepalive",
          "request_min_compression_size_bytes",
          "disable_request_compression",
          "client_context_params",
          "sigv4a_signing_region_set",
          "request_checksum_calculation",
          "response_checksum_validation",
          "account_id_endpoint_mode",
          "auth_scheme_preference");

  /** Those that are dictionaries. */
  public static final Set<String> GROUPS =
      Set.of("proxies", "proxies_config", "s3", "retries", "client_context_params");

  /** The members of {@code s3} that botocore reads; others it passes over. */
  public static final List<String> OF_S3 =
      List.of(
          "use_accelerate_endpoint",
          "use_arn_region",
          "use_dualstack_endpoint",
          "payload_signing_enabled",
          "addressing_style",
          "us_east_1_regional_endpoint",
          "s3_disable_multiregion_access_points");

  private ConfigOptions() {}
}
