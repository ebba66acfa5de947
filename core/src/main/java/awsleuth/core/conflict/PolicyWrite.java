package awsleuth.core.conflict;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An event that wrote a policy, or took one away (IAM, S3 and KMS API references).
 *
 * @param event which succeeded
 */
record PolicyWrite(TrailEvent event) {

  private static final String PARAMETERS = "requestParameters.";
  private static final String BUCKET_ARN = "arn:aws:s3:::";

  private static final Map<String, PolicyDocument.Type> TYPES =
      Map.of(
          "PutRolePolicy", PolicyDocument.Type.IDENTITY,
          "PutUserPolicy", PolicyDocument.Type.IDENTITY,
          "UpdateAssumeRolePolicy", PolicyDocument.Type.TRUST,
          "PutBucketPolicy", PolicyDocument.Type.RESOURCE,
          "DeleteBucketPolicy", PolicyDocument.Type.RESOURCE,
          "PutKeyPolicy", PolicyDocument.Type.RESOURCE);

  /** Empty where an event is none, or failed. */
  static Optional<PolicyWrite> of(TrailEvent e) {
    return TYPES.containsKey(e.eventName()) && e.errorCode().isEmpty()
        ? Optional.of(new PolicyWrite(e))
        : Optional.empty();
  }

  /** The type of the policy. */
  PolicyDocument.Type type() {
    return TYPES.getOrDefault(event.eventName(), PolicyDocument.Type.UNKNOWN);
  }

  /** Whether it took the policy away. */
  boolean deletes() {
    return event.eventName().equals("DeleteBucketPolicy");
  }

  /** The policy's text; empty where the event does not have it whole. */
  String text() {
    return switch (event.eventName()) {
      case "PutBucketPolicy" -> NestedText.of(event, PARAMETERS + "bucketPolicy").orElse("");
      case "PutKeyPolicy" -> event.field(PARAMETERS + "policy");
      default -> event.field(PARAMETERS + "policyDocument");
    };
  }

  /** Where the event has it. */
  Source at() {
    return Stream.of("policyDocument", "policy", "bucketName")
        .map(name -> PARAMETERS + name)
        .filter(path -> !event.field(path).isEmpty())
        .findFirst()
        .map(event::at)
        .orElse(event.source());
  }

  /** Whether a document is a version of the same policy, as far as what it is attached to tells. */
  boolean isOf(PolicyDocument d, Facts facts) {
    PolicyDocument.Type given =
        d.type() == PolicyDocument.Type.UNKNOWN ? PolicyDocument.Type.IDENTITY : d.type();
    return given == type()
        && switch (event.eventName()) {
          case "PutBucketPolicy", "DeleteBucketPolicy" -> isOfBucket(d, facts);
          case "PutKeyPolicy" -> isOfKey(d, facts);
          default -> isOfOwner(d, facts);
        };
  }

  private boolean isOfBucket(PolicyDocument d, Facts facts) {
    String bucket = BUCKET_ARN + event.field(PARAMETERS + "bucketName");
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
    String id = event.field(PARAMETERS + "keyId");
    String key = id.substring(id.lastIndexOf('/') + 1);
    List<String> of = facts.attachedTo(d);
    if (of.isEmpty()) {
      of = isOnlyOfKeys(d, facts) ? refused(facts).stream().toList() : List.of();
    }
    return !key.isEmpty() && of.stream().anyMatch(arn -> arn.endsWith(":key/" + key));
  }

  private static boolean isOnlyOfKeys(PolicyDocument d, Facts facts) {
    return isOfKeys(d)
        && facts.policies(PolicyDocument.Type.RESOURCE).stream()
                .filter(PolicyWrite::isOfKeys)
                .count()
            == 1;
  }

  private static boolean isOfKeys(PolicyDocument d) {
    return d.statements().stream()
        .flatMap(s -> s.actions().stream())
        .allMatch(a -> a.value().regionMatches(true, 0, "kms:", 0, 4));
  }

  private boolean isOfOwner(PolicyDocument d, Facts facts) {
    boolean trust = type() == PolicyDocument.Type.TRUST;
    List<String> owners = facts.attachedTo(d);
    if (owners.isEmpty()) {
      Optional<String> role = refused(facts).filter(r -> r.contains(":role/"));
      owners = (trust ? role : Same.caller(facts)).stream().toList();
    }
    String written = event.field(PARAMETERS + "roleName") + event.field(PARAMETERS + "userName");
    String account = event.field("recipientAccountId");
    return owners.stream()
        .filter(owner -> !owner.isEmpty() && written.equals(Same.name(owner)))
        .anyMatch(owner -> account.isEmpty() || account.equals(Same.account(owner)));
  }

  private static Optional<String> refused(Facts facts) {
    return facts.denial() instanceof Fact.Known<Denial>(Denial d, var _)
        ? Optional.of(d.resource())
        : Optional.empty();
  }

  /** The command that gives the policy as it is now. */
  String fetch() {
    return switch (event.eventName()) {
      case "PutUserPolicy" ->
          "aws iam get-user-policy --user-name " + word("userName") + " --policy-name " + policy();
      case "UpdateAssumeRolePolicy" -> "aws iam get-role --role-name " + word("roleName");
      case "PutBucketPolicy", "DeleteBucketPolicy" ->
          "aws s3api get-bucket-policy --query Policy --output text --bucket " + word("bucketName");
      case "PutKeyPolicy" ->
          "aws kms get-key-policy --query Policy --output text --policy-name default --key-id "
              + word("keyId");
      default ->
          "aws iam get-role-policy --role-name " + word("roleName") + " --policy-name " + policy();
    };
  }

  private String policy() {
    return word("policyName");
  }

  private String word(String parameter) {
    return Literal.shell(event.field(PARAMETERS + parameter));
  }
}
