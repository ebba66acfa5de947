package awsleuth.iam;

import awsleuth.iam.policy.PolicyType;

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

  /** Where policies of a type are decided on; a role's trust policy is its resource's policy. */
  public static Layer of(PolicyType type) {
    return switch (type) {
      case IDENTITY -> IDENTITY;
      case RESOURCE, TRUST -> RESOURCE;
      case BOUNDARY -> BOUNDARY;
      case SESSION -> SESSION;
      case SCP -> SCP;
      case RCP -> RCP;
      case VPC_ENDPOINT -> VPC_ENDPOINT;
    };
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
