package awsleuth.app.simulate;

import awsleuth.iam.policy.PolicyType;

/** The options that name policies. */
enum PolicyOption {
  POLICY("--policy", PolicyType.IDENTITY, "an identity-based policy of the principal"),
  RESOURCE("--resource-policy", PolicyType.RESOURCE, "the policy of the resource"),
  TRUST("--trust-policy", PolicyType.TRUST, "the trust policy of the role that is assumed"),
  BOUNDARY("--boundary", PolicyType.BOUNDARY, "the principal's permissions boundary"),
  SESSION("--session-policy", PolicyType.SESSION, "a session policy"),
  SCP("--scp", PolicyType.SCP, "a service control policy, with the level that it is attached to"),
  RCP("--rcp", PolicyType.RCP, "a resource control policy, likewise"),
  ENDPOINT("--endpoint-policy", PolicyType.VPC_ENDPOINT, "the policy of the VPC endpoint");

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
