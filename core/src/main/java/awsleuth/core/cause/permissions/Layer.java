package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;

/** The policy types in the words of the IAM user guide. */
final class Layer {

  private Layer() {}

  /** With its article: {@code a service control policy}. */
  static String words(PolicyDocument.Type type) {
    return switch (type) {
      case IDENTITY -> "an identity-based policy";
      case RESOURCE -> "a resource-based policy";
      case BOUNDARY -> "the permissions boundary";
      case SCP -> "a service control policy";
      case RCP -> "a resource control policy";
      case SESSION -> "the session policy";
      case VPC_ENDPOINT -> "the VPC endpoint's policy";
      case TRUST -> "the role's trust policy";
      case UNKNOWN -> "a policy";
    };
  }
}
