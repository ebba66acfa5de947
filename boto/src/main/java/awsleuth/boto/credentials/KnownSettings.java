package awsleuth.boto.credentials;

import java.util.List;
import java.util.Set;

/**
 * The settings that botocore and the AWS CLI read.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html">
 *     Configuration and credential file settings</a>
 */
final class KnownSettings {

  /** Those of a profile. */
  static final List<String> PROFILE =
      List.of(
          "account_id_endpoint_mode",
          "api_versions",
          "auth_scheme_preference",
          "aws_access_key_id",
          "aws_account_id",
          "aws_secret_access_key",
          "aws_security_token",
          "aws_session_token",
          "ca_bundle",
          "cli_auto_prompt",
          "cli_binary_format",
          "cli_follow_urlparam",
          "cli_help_output",
          "cli_history",
          "cli_pager",
          "cli_timestamp_format",
          "credential_process",
          "credential_source",
          "csm_client_id",
          "csm_enabled",
          "csm_host",
          "csm_port",
          "data_path",
          "defaults_mode",
          "disable_host_prefix_injection",
          "disable_request_compression",
          "duration_seconds",
          "ec2_metadata_service_endpoint",
          "ec2_metadata_service_endpoint_mode",
          "ec2_metadata_v1_disabled",
          "endpoint_discovery_enabled",
          "endpoint_url",
          "external_id",
          "ignore_configured_endpoint_urls",
          "imds_use_ipv6",
          "login_session",
          "max_attempts",
          "metadata_service_num_attempts",
          "metadata_service_timeout",
          "mfa_serial",
          "output",
          "parameter_validation",
          "proxies_config",
          "region",
          "request_checksum_calculation",
          "request_min_compression_size_bytes",
          "response_checksum_validation",
          "retry_mode",
          "role_arn",
          "role_session_name",
          "s3",
          "s3_disable_express_session_auth",
          "s3_us_east_1_regional_endpoint",
          "s3_use_arn_region",
          "sdk_ua_app_id",
          "services",
          "sigv4a_signing_region_set",
          "source_profile",
          "sso_account_id",
          "sso_auto_populated",
          "sso_region",
          "sso_registration_scopes",
          "sso_role_name",
          "sso_session",
          "sso_start_url",
          "sts_regional_endpoints",
          "tcp_keepalive",
          "use_dualstack_endpoint",
          "use_fips_endpoint",
          "web_identity_token_file");

  /** Those of an {@code [sso-session NAME]} section. */
  static final Set<String> SSO_SESSION =
      Set.of("sso_start_url", "sso_region", "sso_registration_scopes");

  private KnownSettings() {}
}
