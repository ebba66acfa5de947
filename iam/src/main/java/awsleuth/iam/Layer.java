package awsleuth.iam;

/**
 * The types of policies that a decision looks at, in the order of AWS's evaluation (IAM user guide,
 * "How AWS enforcement code logic evaluates requests").
 */
public enum Layer {
  RCP("rcps", "resource control policy"),
  SCP("scps", "service control policy"),
  VPC_ENDPOINT("vpcEndpointPolicies", "VPC endpoint policy"),
  RESOURCE("resourcePolicy", "resource-based policy"),
  IDENTITY("identityPolicies", "identity-based policy"),
  BOUNDARY("permissionBoundary", "permissions boundary"),
  SESSION("sessionPolicy", "session policy");

  private final String field;
  private final String words;

  Layer(String field, String words) {
    this.field = field;
    this.words = words;
  }

  /** Its name in the JSON contract. */
  public String field() {
    return field;
  }

  /** Its name in AWS's access-denied messages. */
  public String words() {
    return words;
  }
}
