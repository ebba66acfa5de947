package awsleuth.core.cause;

/**
 * How often a cause stood behind refusals that leave many open. Source: the causes named for the
 * refused calls among 105 public failure reports collected for this project; a report can name
 * several.
 */
final class CorpusFigures {

  private CorpusFigures() {}

  /** The number of reports; 0 for a cause that none of them names. */
  static int count(String id) {
    return switch (id) {
      case "permissions/no-identity-allow" -> 14;
      case "permissions/resource-not-covered", "permissions/trust-policy" -> 4;
      case "permissions/kms-key",
          "permissions/s3-head-forbidden",
          "permissions/boundary",
          "permissions/wrong-action",
          "permissions/scp" ->
          2;
      case "permissions/explicit-deny-resource",
          "permissions/pass-role",
          "permissions/propagation-delay",
          "permissions/session-policy",
          "permissions/no-resource-allow",
          "permissions/model-access",
          "permissions/service-not-enabled" ->
          1;
      default -> 0;
    };
  }
}
