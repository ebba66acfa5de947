package awsleuth.iam.policy;

/**
 * What a policy is attached to, by the names of the IAM user guide ("Policies and permissions in
 * AWS Identity and Access Management").
 */
public enum PolicyType {
  IDENTITY("identity-based policy"),
  RESOURCE("resource-based policy"),
  TRUST("role trust policy"),
  BOUNDARY("permissions boundary"),
  SESSION("session policy"),
  SCP("service control policy"),
  RCP("resource control policy"),
  VPC_ENDPOINT("VPC endpoint policy");

  private final String words;

  PolicyType(String words) {
    this.words = words;
  }

  /** The name that AWS's access-denied messages use. */
  public String words() {
    return words;
  }

  /** Whether its statements name principals. */
  public boolean namesPrincipals() {
    return this == RESOURCE || this == TRUST || this == VPC_ENDPOINT || this == RCP;
  }
}
