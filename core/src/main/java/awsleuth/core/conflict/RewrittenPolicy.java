package awsleuth.core.conflict;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.WrittenPolicies;
import java.util.List;
import java.util.Optional;

/**
 * An event that wrote a policy, or took one away, beside a policy that was given.
 *
 * @param write what the event did
 */
record RewrittenPolicy(PolicyWrite write) {

  private static final String PARAMETERS = "requestParameters.";
  private static final String BUCKET_ARN = "arn:aws:s3:::";

  /** Empty where an event is none, or is of the whole thing that had the policy. */
  static Optional<RewrittenPolicy> of(TrailEvent e) {
    return PolicyWrite.of(e)
        .filter(w -> e.eventName().contains("Policy") && w.effect() != PolicyWrite.Effect.CHANGES)
        .map(RewrittenPolicy::new);
  }

  private record All(List<RewrittenPolicy> writes) {}

  /**
   * Those of a trail, worked out once for all failed calls; none where no policy is given or there
   * are too many events.
   */
  static List<RewrittenPolicy> in(Facts facts) {
    return facts.policies().isEmpty() || facts.trail().size() > Facts.MOST_EVENTS
        ? List.of()
        : facts
            .ofTrail(
                All.class,
                trail ->
                    new All(trail.stream().flatMap(e -> RewrittenPolicy.of(e).stream()).toList()))
            .writes();
  }

  /** Whether another event wrote the same policy. */
  boolean isOfSame(RewrittenPolicy other) {
    return write.isOfSame(other.write);
  }

  /** Whether a document is a version of the same policy, as far as what it is attached to tells. */
  boolean isOf(PolicyDocument d, Facts facts) {
    PolicyDocument.Type given =
        d.type() == PolicyDocument.Type.UNKNOWN ? PolicyDocument.Type.IDENTITY : d.type();
    return given == write.type()
        && switch (write.kind()) {
          case BUCKET -> isOfBucket(d, facts);
          case KEY -> isOfKey(d, facts);
          case TRUST, INLINE -> isOfOwner(d, facts);
          case QUEUE, TOPIC, ATTACHED, MANAGED, MEMBER, BOUNDARY, ORGANIZATION -> false;
        };
  }

  private boolean isOfBucket(PolicyDocument d, Facts facts) {
    String bucket = BUCKET_ARN + write.event().field(PARAMETERS + "bucketName");
    List<String> attached = facts.attachedTo(d);
    if (!attached.isEmpty()) {
      return attached.contains(bucket);
    }
    List<String> resources =
        d.statements().stream().flatMap(s -> s.resources().stream()).map(Element::value).toList();
    return !resources.isEmpty()
        && resources.stream().allMatch(r -> r.equals(bucket) || r.startsWith(bucket + "/"));
  }

  /** A key's policy names no key: it is that of the refused one where it is the only one given. */
  private boolean isOfKey(PolicyDocument d, Facts facts) {
    List<String> of = facts.attachedTo(d);
    if (of.isEmpty()) {
      of = isOnlyOfKeys(d, facts) ? refused(facts).stream().toList() : List.of();
    }
    return of.stream().anyMatch(arn -> WrittenPolicies.isOn(write, arn));
  }

  private static boolean isOnlyOfKeys(PolicyDocument d, Facts facts) {
    return isOfKeys(d)
        && facts.policies(PolicyDocument.Type.RESOURCE).stream()
                .filter(RewrittenPolicy::isOfKeys)
                .count()
            == 1;
  }

  private static boolean isOfKeys(PolicyDocument d) {
    return d.statements().stream()
        .flatMap(s -> s.actions().stream())
        .allMatch(a -> a.value().regionMatches(true, 0, "kms:", 0, 4));
  }

  private boolean isOfOwner(PolicyDocument d, Facts facts) {
    boolean trust = write.type() == PolicyDocument.Type.TRUST;
    List<String> owners = facts.attachedTo(d);
    if (owners.isEmpty()) {
      Optional<String> role = refused(facts).filter(r -> r.contains(":role/"));
      owners = (trust ? role : Same.caller(facts)).stream().toList();
    }
    String written =
        write.event().field(PARAMETERS + "roleName") + write.event().field(PARAMETERS + "userName");
    String account = write.event().field("recipientAccountId");
    return owners.stream()
        .filter(owner -> !written.isEmpty() && written.equals(Same.name(owner)))
        .anyMatch(owner -> account.isEmpty() || account.equals(Same.account(owner)));
  }

  private static Optional<String> refused(Facts facts) {
    return facts.denial() instanceof Fact.Known<Denial>(Denial d, var _)
        ? Optional.of(d.resource())
        : Optional.empty();
  }

  /** The command that gives the policy as it is now. */
  String fetch() {
    return switch (write.event().eventName()) {
      case "PutUserPolicy", "DeleteUserPolicy" ->
          "aws iam get-user-policy --user-name " + word("userName") + " --policy-name " + policy();
      case "UpdateAssumeRolePolicy" -> "aws iam get-role --role-name " + word("roleName");
      case "PutBucketPolicy", "DeleteBucketPolicy" ->
          "aws s3api get-bucket-policy --query Policy --output text --bucket " + word("bucketName");
      case "PutKeyPolicy" ->
          "aws kms get-key-policy --query Policy --output text --policy-name default --key-id "
              + word("keyId")
              + write.regionOption();
      default ->
          "aws iam get-role-policy --role-name " + word("roleName") + " --policy-name " + policy();
    };
  }

  private String policy() {
    return word("policyName");
  }

  private String word(String parameter) {
    return Literal.shell(write.event().field(PARAMETERS + parameter));
  }
}
