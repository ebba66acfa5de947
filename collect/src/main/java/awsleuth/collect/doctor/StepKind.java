package awsleuth.collect.doctor;

/** The steps in the order of a call's life. */
public enum StepKind {
  /** The python, and what stands below boto3 there. */
  PYTHON,
  /** The config and credentials files, and the profile. */
  CONFIG,
  /** The Region. */
  REGION,
  /** The credentials. */
  CREDENTIALS,
  /** The metadata service of an instance. */
  METADATA,
  /** The credentials endpoint of a container. */
  CONTAINER,
  /** Where calls of a service are sent. */
  ENDPOINT,
  /** The addresses of its name. */
  DNS,
  /** A connection. */
  TCP,
  /** The proxy between. */
  PROXY,
  /** TLS and the certificate. */
  TLS,
  /** Whether it answers at all. */
  HTTP,
  /** The clock of this machine against that of the answer. */
  CLOCK,
  /** Who calls: {@code sts:GetCallerIdentity}. */
  IDENTITY,
  /** The call that was asked for. */
  CALL;

  /** As it is shown: {@code tls}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
