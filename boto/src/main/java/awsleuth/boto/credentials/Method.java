package awsleuth.boto.credentials;

import java.util.Optional;

/**
 * The places that botocore looks for credentials in, in its order.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/credentials.py">credentials.py</a>
 */
public enum Method {
  /** Keys given in code. */
  EXPLICIT("explicit", null),
  /** Environment variables. */
  ENV("env", "Environment"),
  /** A role of a profile. */
  ASSUME_ROLE("assume-role", null),
  /** A role for a token in a file. */
  WEB_IDENTITY("assume-role-with-web-identity", null),
  /** IAM Identity Center. */
  SSO("sso", null),
  /** Keys in the credentials file. */
  SHARED_CREDENTIALS_FILE("shared-credentials-file", null),
  /** A session of {@code aws login}. */
  LOGIN("login", null),
  /** A program. */
  CUSTOM_PROCESS("custom-process", null),
  /** Keys in the config file. */
  CONFIG_FILE("config-file", null),
  /** The file of the first EC2 tools. */
  EC2_CREDENTIALS_FILE("ec2-credentials-file", null),
  /** The file of boto 2. */
  BOTO_CONFIG("boto-config", null),
  /** The endpoint of a container. */
  CONTAINER_ROLE("container-role", "EcsContainer"),
  /** The metadata service of an EC2 instance. */
  IAM_ROLE("iam-role", "Ec2InstanceMetadata");

  private final String text;
  private final Optional<String> source;

  Method(String text, @org.jspecify.annotations.Nullable String source) {
    this.text = text;
    this.source = Optional.ofNullable(source);
  }

  /** As {@code get_credentials().method} has it. */
  public String text() {
    return text;
  }

  /** As {@code credential_source} names it; empty where it cannot be a source of a role. */
  public Optional<String> source() {
    return source;
  }
}
