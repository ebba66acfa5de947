package awsleuth.boto.endpoint;

/** What botocore looks up where it makes a client, each in several places. */
public enum ClientSetting {
  REGION("region"),
  FIPS("FIPS"),
  DUAL_STACK("dual stack"),
  DEFAULTS_MODE("defaults mode"),
  URL("endpoint URL"),
  URLS_IGNORED("configured endpoint URLs ignored"),
  SIGNATURE_VERSION("signature version"),
  AUTH_SCHEMES("auth scheme preference"),
  ACCOUNT_ID_MODE("account id endpoint mode"),
  HOST_PREFIX("host prefix"),
  NO_HOST_PREFIX("host prefix disabled"),
  STS_ENDPOINTS("endpoints of STS"),
  ADDRESSING_STYLE("addressing style"),
  ACCELERATION("S3 Transfer Acceleration"),
  S3_OF_US_EAST_1("endpoint of us-east-1"),
  REGION_OF_ARNS("Region of ARNs");

  private final String words;

  ClientSetting(String words) {
    this.words = words;
  }

  /** For people, and in JSON. */
  public String words() {
    return words;
  }
}
