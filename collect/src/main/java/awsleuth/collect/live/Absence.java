package awsleuth.collect.live;

import awsleuth.collect.call.CallResult;
import java.util.Set;

/** Refusals that are answers: there is no such policy, setting or thing. */
final class Absence {

  private static final Set<String> CODES =
      Set.of(
          "AWSOrganizationsNotInUseException",
          "NoSuchBucketPolicy",
          "NoSuchEntity",
          "NoSuchPublicAccessBlockConfiguration",
          "OwnershipControlsNotFoundError",
          "RepositoryPolicyNotFoundException",
          "ResourceNotFoundException",
          "NoSuchResourceException");

  private Absence() {}

  static boolean is(CallResult.Refused refused) {
    return CODES.contains(refused.code());
  }
}
