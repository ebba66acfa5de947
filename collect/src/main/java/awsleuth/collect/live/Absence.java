package awsleuth.collect.live;

import awsleuth.collect.call.CallResult;

/**
 * Refusals that are answers: there is no such policy, setting or thing. What says so depends on the
 * operation: {@code ResourceNotFoundException} is a policy that is not there to one, and a log
 * group that is not there, or not here, to another.
 */
final class Absence {

  private Absence() {}

  /** Whether an operation's refusal says that what was asked for is not there. */
  static boolean is(String operation, CallResult.Refused refused) {
    String code = refused.code();
    return switch (operation) {
      case "GetBucketPolicy" -> code.equals("NoSuchBucketPolicy");
      case "GetPublicAccessBlock" -> code.equals("NoSuchPublicAccessBlockConfiguration");
      case "GetRepositoryPolicy" -> code.equals("RepositoryPolicyNotFoundException");
      case "DescribeOrganization", "ListParents", "ListPoliciesForTarget", "DescribePolicy" ->
          code.equals("AWSOrganizationsNotInUseException");
      case AuthorizationDetails.OPERATION -> code.equals("ResourceNotFoundException");
      case "GetPolicy" ->
          // IAM's, or else Lambda's, which has the same code for a function that is not there.
          code.equals("NoSuchEntity")
              || (code.equals("ResourceNotFoundException") && isOfPolicy(refused.message()));
      case "GetRole",
          "GetUser",
          "GetRolePolicy",
          "GetUserPolicy",
          "GetGroupPolicy",
          "GetPolicyVersion" ->
          code.equals("NoSuchEntity");
      default -> false;
    };
  }

  /** Whether Lambda says it of a policy: of a function it says {@code Function not found: ARN}. */
  private static boolean isOfPolicy(String message) {
    return message.equals("The resource you requested does not exist.")
        || message.startsWith("No policy is associated");
  }
}
