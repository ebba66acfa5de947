package awsleuth.iam.reference;

/**
 * What an Allow in a resource's policy gives to a principal of the same account (IAM user guide,
 * "How AWS enforcement code logic evaluates requests", resource-based policies).
 */
enum Grant {
  NONE,
  /** To the account: its identity-based policies may pass it on. */
  TO_ACCOUNT,
  /** Limited by an implicit deny in a permissions boundary or session policy. */
  LIMITED,
  /** Not limited by any implicit deny. */
  DIRECT;

  static Grant better(Grant one, Grant other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
