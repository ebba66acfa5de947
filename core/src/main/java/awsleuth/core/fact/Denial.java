package awsleuth.core.fact;

import awsleuth.core.evidence.PolicyDocument;

/**
 * What AWS's access-denied sentence says (IAM user guide, "Troubleshoot access denied error
 * messages"). An empty string means that the sentence does not say.
 *
 * @param principal the caller as the sentence names it
 * @param action the IAM action, such as {@code s3:ListBucket}, spelled as AWS's reference does
 * @param resource the resource, most often an ARN, without quotes
 * @param kind whether a policy denies or none allows
 * @param policyType the type of the policy that decided; UNKNOWN where it is not named
 * @param policyArn the ARN of the denying policy
 * @param setting the S3 Block Public Access setting or other S3 feature that refused the call
 * @param encoded the encoded authorization message
 * @param authorizationId the id for {@code GetRequestAuthorizationDetails}
 */
public record Denial(
    String principal,
    String action,
    String resource,
    Kind kind,
    PolicyDocument.Type policyType,
    String policyArn,
    String setting,
    String encoded,
    String authorizationId) {

  /** A sentence that says nothing. */
  public static final Denial SILENT =
      new Denial("", "", "", Kind.UNKNOWN, PolicyDocument.Type.UNKNOWN, "", "", "", "");

  /** Whether a policy denies or none allows. */
  public enum Kind {
    /** A Deny statement matched. */
    EXPLICIT,
    /** No policy of that type allows the action. */
    IMPLICIT,
    /** The sentence does not say. */
    UNKNOWN
  }

  /** The same sentence with its action spelled otherwise. */
  Denial withAction(String spelled) {
    return new Denial(
        principal,
        spelled,
        resource,
        kind,
        policyType,
        policyArn,
        setting,
        encoded,
        authorizationId);
  }

  /** The same with the type of the policy that decided. */
  Denial by(PolicyDocument.Type type) {
    return new Denial(
        principal, action, resource, kind, type, policyArn, setting, encoded, authorizationId);
  }

  /** The action's service prefix in lower case; empty where there is no action. */
  public String actionPrefix() {
    int colon = action.indexOf(':');
    return colon < 0 ? "" : action.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
  }

  /** The action's name without its prefix. */
  public String actionName() {
    return action.substring(action.indexOf(':') + 1);
  }
}
