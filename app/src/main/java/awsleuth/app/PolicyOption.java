package awsleuth.app;

import awsleuth.iam.policy.PolicyType;

/** The options that name policies. */
enum PolicyOption {
  POLICY("--policy", PolicyType.IDENTITY, "An identity-based policy of the principal."),
  RESOURCE("--resource-policy", PolicyType.RESOURCE, "The policy of the resource."),
  TRUST("--trust-policy", PolicyType.TRUST, "The trust policy of the role that is assumed."),
  BOUNDARY("--boundary", PolicyType.BOUNDARY, "The principal's permissions boundary."),
  SESSION("--session-policy", PolicyType.SESSION, "A session policy."),
  SCP("--scp", PolicyType.SCP, "A service control policy; LEVEL= says where it is attached."),
  RCP("--rcp", PolicyType.RCP, "A resource control policy; LEVEL= says where it is attached."),
  ENDPOINT("--endpoint-policy", PolicyType.VPC_ENDPOINT, "The policy of the VPC endpoint.");

  private final String option;
  private final PolicyType type;
  private final String description;

  PolicyOption(String option, PolicyType type, String description) {
    this.option = option;
    this.type = type;
    this.description = description;
  }

  String option() {
    return option;
  }

  PolicyType type() {
    return type;
  }

  String description() {
    return description;
  }

  /** Whether policies are attached at levels of an organization. */
  boolean hasLevels() {
    return this == SCP || this == RCP;
  }

  String label() {
    return hasLevels() ? "[LEVEL=]FILE" : "FILE";
  }
}
