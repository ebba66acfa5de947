package awsleuth.trail.make;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be planted in an archive. */
public enum IncidentKind {
  /** PutRolePolicy adds a condition that the calls do not meet. */
  CONDITION_ADDED,
  /** PutBucketPolicy with a statement that denies. */
  BUCKET_DENY,
  /** CreatePolicyVersion leaves an action out. */
  ACTION_DROPPED,
  /** DetachRolePolicy or DeleteRolePolicy takes a policy away. */
  POLICY_REMOVED,
  /** UpdateAssumeRolePolicy leaves a principal out. */
  TRUST_NARROWED,
  /** PutKeyPolicy leaves a role out, which reads objects that are encrypted with the key. */
  KEY_POLICY_NARROWED,
  /** ModifyVpcEndpoint with a policy that allows less. */
  ENDPOINT_NARROWED,
  /** UpdatePolicy or AttachPolicy of a service control policy that denies a service. */
  ORGANISATION_DENY,
  /** PutRolePermissionsBoundary with a boundary that does not allow what the role does. */
  BOUNDARY_ADDED,
  /** DisableKey, ScheduleKeyDeletion, or UpdateAccessKey that makes an access key inactive. */
  KEY_DISABLED,
  /** A new load of one principal uses up the rate that others need. */
  THROTTLE_STORM,
  /** A new role is refused until IAM knows it everywhere. */
  PROPAGATION_DELAY;

  /** Its name in commands and answers, such as {@code bucket-deny}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names. */
  public static List<String> words() {
    return Arrays.stream(values()).map(IncidentKind::word).toList();
  }

  /** The kind of a name; empty where there is none of that name. */
  public static Optional<IncidentKind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }
}
