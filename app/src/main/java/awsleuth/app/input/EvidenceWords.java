package awsleuth.app.input;

import awsleuth.core.Artifact;

/** What people call the kinds of evidence. */
public final class EvidenceWords {

  private EvidenceWords() {}

  /** What a file of this kind holds, without an article. */
  public static String of(Artifact.Kind kind) {
    return switch (kind) {
      case ANY -> "evidence";
      case TRACEBACK -> "traceback, log or message";
      case ENV -> "environment variables, one NAME=value a line";
      case CONFIG -> "settings of ~/.aws/config";
      case CREDENTIALS -> "settings of ~/.aws/credentials";
      case POLICY_IDENTITY -> "identity-based policy";
      case POLICY_RESOURCE -> "resource-based policy";
      case POLICY_BOUNDARY -> "permissions boundary";
      case POLICY_SCP -> "service control policy";
      case POLICY_RCP -> "resource control policy";
      case POLICY_SESSION -> "session policy";
      case POLICY_VPC_ENDPOINT -> "policy of a VPC endpoint";
      case POLICY_TRUST -> "trust policy of a role";
      case POLICY -> "policy of any of these types";
      case TRAIL -> "CloudTrail events";
      case SIMULATION -> "what aws iam simulate-principal-policy printed";
      case MANIFEST -> "what a folder's awsleuth.json says of its files";
      case AUTHORIZATION -> "what aws sts decode-authorization-message printed";
      case USAGE -> "what aws service-quotas and aws cloudwatch get-metric-data printed";
      case TAGS -> "tags as aws iam get-role, aws ec2 describe-tags and others print them";
      case PARAMS -> "parameters of the call: JSON, Python or a command of the AWS CLI";
      case RECORD -> "what awsleuth run or doctor kept";
    };
  }
}
