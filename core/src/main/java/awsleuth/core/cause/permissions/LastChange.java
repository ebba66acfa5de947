package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who last changed, before the refusal, a policy that has to do with it, as CloudTrail tells.
 *
 * @param event the change; it succeeded
 */
record LastChange(TrailEvent event) {

  /** Changes of the caller's own policies and boundary (IAM API reference). */
  private static final Set<String> OF_OWNER =
      Set.of(
          "PutRolePolicy",
          "DeleteRolePolicy",
          "AttachRolePolicy",
          "DetachRolePolicy",
          "PutRolePermissionsBoundary",
          "DeleteRolePermissionsBoundary",
          "PutUserPolicy",
          "DeleteUserPolicy",
          "AttachUserPolicy",
          "DetachUserPolicy",
          "PutUserPermissionsBoundary",
          "DeleteUserPermissionsBoundary");

  /** Changes of a managed policy (IAM API reference). */
  private static final Set<String> OF_MANAGED =
      Set.of("CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion");

  /** Changes of the policies of buckets and keys (S3 and KMS API references). */
  private static final Set<String> OF_RESOURCE =
      Set.of("PutBucketPolicy", "DeleteBucketPolicy", "PutKeyPolicy");

  static Optional<LastChange> of(Facts facts) {
    String until = facts.event().map(TrailEvent::time).orElse("");
    List<TrailEvent> trail = facts.trail();
    int first = Math.max(0, trail.size() - Facts.MOST_EVENTS);
    for (int i = trail.size() - 1; i >= first; i--) {
      TrailEvent e = trail.get(i);
      boolean before = until.isEmpty() || e.time().compareTo(until) < 0;
      if (before && e.errorCode().isEmpty() && concerns(e, facts)) {
        return Optional.of(new LastChange(e));
      }
    }
    return Optional.empty();
  }

  private static boolean concerns(TrailEvent e, Facts facts) {
    Access access = Access.of(facts);
    String name = e.eventName();
    if (OF_OWNER.contains(name)) {
      return isNamed(e, access.owner(), access.principal());
    }
    if (name.equals("UpdateAssumeRolePolicy")) {
      return access.resource().contains(":role/")
          && isNamed(e, access.resource(), access.resource());
    }
    if (OF_RESOURCE.contains(name)) {
      return isOfResource(e, access.resource());
    }
    return OF_MANAGED.contains(name) && isGiven(field(e, "policyArn"), facts, access);
  }

  /** Whether a change is of a role or user, which may have a namesake in another account. */
  private static boolean isNamed(TrailEvent e, String owner, String arn) {
    String name = owner.substring(owner.lastIndexOf('/') + 1);
    String parameter = owner.contains("user/") ? "userName" : "roleName";
    String account = e.field("recipientAccountId");
    return !name.isEmpty()
        && name.equals(field(e, parameter))
        && (account.isEmpty() || account.equals(Principals.account(arn)));
  }

  private static boolean isOfResource(TrailEvent e, String resource) {
    String bucket = "arn:aws:s3:::" + field(e, "bucketName");
    String key = field(e, "keyId");
    return resource.equals(bucket)
        || resource.startsWith(bucket + "/")
        || (!key.isEmpty() && (resource.equals(key) || resource.endsWith(":key/" + key)));
  }

  /**
   * Whether a managed policy is the one that AWS names, or the one that decides among those given.
   */
  private static boolean isGiven(String arn, Facts facts, Access access) {
    if (arn.isEmpty() || arn.equals(access.denial().policyArn())) {
      return !arn.isEmpty();
    }
    PolicyMatch match = PolicyMatch.of(facts);
    return Stream.of(match.denying(), match.covering(), match.actionOnly())
        .flatMap(List::stream)
        .map(PolicyMatch.Match::policy)
        .map(PolicyDocument::name)
        .anyMatch(arn::equals);
  }

  private static String field(TrailEvent e, String parameter) {
    return e.field("requestParameters." + parameter);
  }

  /** Who, what and when. */
  Citation cite() {
    return Citation.of(event, "changed " + what());
  }

  private String what() {
    String policy = first("policyName", "policyArn");
    String whose = first("roleName", "userName", "bucketName", "keyId");
    String named = policy.isEmpty() ? "the policy" : "`" + policy + "`";
    String what =
        event.eventName().contains("Boundary")
            ? "the permissions boundary"
            : event.eventName().startsWith("UpdateAssumeRole") ? "the trust policy" : named;
    return what + (whose.isEmpty() ? "" : " of `" + whose + "`");
  }

  private String first(String... parameters) {
    return Stream.of(parameters)
        .map(p -> field(event, p))
        .filter(f -> !f.isEmpty())
        .findFirst()
        .orElse("");
  }
}
