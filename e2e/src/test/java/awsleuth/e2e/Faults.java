package awsleuth.e2e;

import java.util.List;
import java.util.Map;

/** Every fault that is made, in the order of a call's life. */
final class Faults {

  private static final String KEYS = Fault.KEYS;

  private static final String SSO =
      """
      [default]
      sso_start_url = https://corp.awsapps.com/start
      sso_region = eu-west-1
      sso_account_id = 123456789012
      sso_role_name = Reader
      """;

  /** Where botocore keeps the token of that start URL: the name is its SHA-1. */
  private static final String TOKEN =
      ".aws/sso/cache/a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json";

  static final List<Fault> ALL =
      List.of(
          Fault.of("the profile is in no file", "AWS_PROFILE=prod AWS_ENDPOINT_URL={good.http}"),
          Fault.without("the config file cannot be parsed", KEYS, "[default\nregion = eu-west-1\n"),
          new Fault(
              "no Region is set",
              KEYS + " AWS_ENDPOINT_URL_STS={good.http}",
              Map.of(),
              "sqs list_queues"),
          Fault.without("no credentials anywhere", "AWS_EC2_METADATA_DISABLED=true", ""),
          Fault.without("a key without its secret", "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE", ""),
          Fault.without(
              "credential_process ends with an error",
              "",
              "[default]\ncredential_process = false\n"),
          Fault.without(
              "a role profile without a source",
              "",
              "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\n"),
          Fault.without("a login of IAM Identity Center that was never made", "", SSO),
          Fault.without("a login of IAM Identity Center that has ended", "", SSO)
              .with(TOKEN, token("2020-01-01T00:00:00Z")),
          Fault.without(
                  "a role of IAM Identity Center that nobody was given",
                  "AWS_ENDPOINT_URL_SSO={sso-no-role.http}",
                  SSO)
              .with(TOKEN, token("2099-01-01T00:00:00Z")),
          Fault.without(
                  "a login that IAM Identity Center does not take",
                  "AWS_ENDPOINT_URL_SSO={sso-no-login.http}",
                  SSO)
              .with(TOKEN, token("2099-01-01T00:00:00Z")),
          Fault.without(
                  "a role that may not be assumed",
                  "AWS_ENDPOINT_URL_STS={no-assume.http}",
                  "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = keys\n")
              .with(
                  ".aws/credentials",
                  """
                  [keys]
                  aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                  aws_secret_access_key = wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY
                  """),
          Fault.without(
              "a container's credentials endpoint where nobody listens",
              "AWS_CONTAINER_CREDENTIALS_FULL_URI={closed.http}/keys",
              ""),
          Fault.without(
              "a container's credentials endpoint that fails",
              "AWS_CONTAINER_CREDENTIALS_FULL_URI={keys-500.http}/keys",
              ""),
          Fault.without(
              "a container's credentials endpoint that answers without keys",
              "AWS_CONTAINER_CREDENTIALS_FULL_URI={keys-none.http}/keys",
              ""),
          Fault.without(
              "a pod of EKS without its token",
              "AWS_CONTAINER_CREDENTIALS_FULL_URI={keys-403.http}/v1/credentials"
                  + " AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=/no/such/eks-pod-identity-token",
              ""),
          Fault.without(
              "a pod of EKS whose role the agent does not give",
              "AWS_CONTAINER_CREDENTIALS_FULL_URI={keys-403.http}/v1/credentials"
                  + " AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE={TOKEN}",
              ""),
          Fault.without(
              "instance metadata that is switched off",
              "AWS_EC2_METADATA_SERVICE_ENDPOINT={metadata-off.http}/",
              ""),
          Fault.without(
              "instance metadata whose role gives no keys",
              "AWS_EC2_METADATA_SERVICE_ENDPOINT={metadata-no-keys.http}/",
              ""),
          Fault.without(
              "instance metadata over too many hops",
              "AWS_EC2_METADATA_SERVICE_ENDPOINT={metadata-hops.http}/",
              ""),
          Fault.without(
              "an instance without a role",
              "AWS_EC2_METADATA_SERVICE_ENDPOINT={metadata-no-role.http}/",
              ""),
          Fault.without(
              "a role profile whose instance has no role",
              "AWS_EC2_METADATA_SERVICE_ENDPOINT={metadata-no-role.http}/",
              """
              [default]
              role_arn = arn:aws:iam::111122223333:role/app
              credential_source = Ec2InstanceMetadata
              """),
          Fault.without(
              "a timeout of instance metadata that is no number",
              "AWS_METADATA_SERVICE_TIMEOUT=1.5",
              ""),
          Fault.without(
              "a timeout of instance metadata that is not positive",
              "AWS_METADATA_SERVICE_TIMEOUT=0",
              ""),
          Fault.without(
              "attempts at instance metadata that are no number, in the profile",
              "AWS_DEFAULT_REGION=eu-west-1",
              "[default]\nmetadata_service_num_attempts = x\n"),
          Fault.of("a name that does not resolve", "AWS_ENDPOINT_URL=https://no-such-host.invalid"),
          Fault.of("nobody listens on the port", "AWS_ENDPOINT_URL={closed.http}"),
          Fault.of("no connection comes", "AWS_ENDPOINT_URL={deaf.http}"),
          Fault.of(
              "the proxy wants a password",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY={proxy-407.http}"
                  + " AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "the proxy does not take the password",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port}"
                  + " HTTPS_PROXY=http://user:wrong@127.0.0.1:{proxy-407.port} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "the proxy refuses the host",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY={proxy-403.http}"),
          Fault.of(
              "the proxy's URL lacks a bracket",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY=http://[::1:3128"),
          Fault.of(
              "nobody listens at the proxy",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY={closed.http}"),
          Fault.of(
              "the proxy's name does not resolve",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port}"
                  + " HTTPS_PROXY=http://no-such-proxy.invalid:3128"),
          Fault.of(
              "the proxy is silent",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY={silent.http}"),
          Fault.of(
              "a CA that the bundle does not have",
              "AWS_ENDPOINT_URL={tls-foreign.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "a certificate that signed itself",
              "AWS_ENDPOINT_URL={tls-self.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "an expired certificate", "AWS_ENDPOINT_URL={tls-expired.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "a certificate of next week",
              "AWS_ENDPOINT_URL={tls-future.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "a certificate for another host",
              "AWS_ENDPOINT_URL={tls-other.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "a CA bundle that is not there",
              "AWS_ENDPOINT_URL={tls-good.https} AWS_CA_BUNDLE=/no/such/bundle.pem"),
          Fault.of(
              "a CA bundle with a certificate that cannot be read",
              "AWS_ENDPOINT_URL={tls-good.https} AWS_CA_BUNDLE={CA-BROKEN}"),
          Fault.of("plain HTTP on the port of TLS", "AWS_ENDPOINT_URL={plain.https}"),
          Fault.of(
              "a connection that is reset while TLS is agreed on",
              "AWS_ENDPOINT_URL={resets.https}"),
          Fault.of(
              "a connection that ends while TLS is agreed on", "AWS_ENDPOINT_URL={closes.https}"),
          Fault.of("a connection that is reset", "AWS_ENDPOINT_URL={resets.http}"),
          Fault.of("a connection that ends without an answer", "AWS_ENDPOINT_URL={closes.http}"),
          Fault.of("something that is no HTTP", "AWS_ENDPOINT_URL={ssh.http}"),
          Fault.of("no answer comes", "AWS_ENDPOINT_URL={silent.http}"),
          Fault.of("an answer that does not end", "AWS_ENDPOINT_URL={stalls.http}"),
          Fault.of("a login page of the network in between", "AWS_ENDPOINT_URL={portal.http}"),
          Fault.of("the clock is an hour behind", "AWS_ENDPOINT_URL={behind.http}"),
          Fault.of("the clock is an hour ahead", "AWS_ENDPOINT_URL={ahead.http}"),
          Fault.of("a key that AWS does not know", "AWS_ENDPOINT_URL={refuses-key.http}"),
          Fault.of(
              "a session token that has ended",
              "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE AWS_SESSION_TOKEN=a-token"
                  + " AWS_ENDPOINT_URL={expired-token.http}"),
          Fault.of("a secret that is not the key's", "AWS_ENDPOINT_URL={bad-signature.http}"),
          Fault.of("a service that is down", "AWS_ENDPOINT_URL={unavailable.http}"));

  private Faults() {}

  private static String token(String end) {
    return "{\"accessToken\": \"a-token\", \"expiresAt\": \""
        + end
        + "\", \"region\": \"eu-west-1\", \"startUrl\": \"https://corp.awsapps.com/start\"}";
  }
}
