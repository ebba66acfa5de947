package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.TagSet;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command that gives caller or resource the tag that an Allow wants of it. */
final class TagFix {

  private static final String CALLER = "aws:principaltag/";
  private static final String KEY = "resourcetag/";

  private TagFix() {}

  /**
   * Empty where the condition is on no tag of the resource or of a role or user, or no one value is
   * wanted.
   */
  static Optional<Fix> of(Facts facts, Unmet unmet) {
    return of(facts, unmet, "StringEquals");
  }

  /** The tag that keeps a Deny from applying, which denies all that have another value. */
  static Optional<Fix> ofDeny(Facts facts, Unmet unmet) {
    return of(facts, unmet, "StringNotEquals");
  }

  private static Optional<Fix> of(Facts facts, Unmet unmet, String operator) {
    String key = unmet.key().toLowerCase(Locale.ROOT);
    List<String> wanted = unmet.condition().wanted();
    String written = unmet.condition().operator();
    boolean one =
        wanted.size() == 1
            && (written.equalsIgnoreCase(operator)
                || written.equalsIgnoreCase(operator + "IfExists"));
    Optional<String> value =
        one ? KnownTags.of(facts).resolved(wanted.getFirst()) : Optional.empty();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Access access = Access.of(facts);
    if (key.startsWith(CALLER)) {
      String tag = unmet.key().substring(CALLER.length());
      Optional<SessionTags.Tag> given = SessionTags.of(facts).tag(tag);
      if (given.isPresent()) {
        return given.map(t -> SessionTags.fix(t, unmet.match().name(), value.get()));
      }
      KnownTags known = KnownTags.of(facts);
      if (known.ofRole(unmet.key()).flatMap(ContextValue::value).equals(value)) {
        return Optional.of(started(tag));
      }
      String own = spelled(known.caller().or(known::role), tag);
      return caller(Principals.owner(access.principal()), own, value.get())
          .map(c -> ProvenCall.of(facts, fix("the caller", unmet, c), unmet.key(), value.get()));
    }
    int at = key.indexOf(":" + KEY);
    if (at < 0) {
      return Optional.empty();
    }
    String tag = unmet.key().substring(at + 1 + KEY.length());
    return command(access.resource(), spelled(KnownTags.of(facts).resource(), tag), value.get())
        .map(c -> ProvenCall.of(facts, fix("the resource", unmet, c), unmet.key(), value.get()));
  }

  /**
   * A tag's key as the thing has it. Names of condition keys are not case-sensitive, keys of most
   * services' tags are: one in another case would be a second tag beside the one that is matched
   * (IAM user guide, "Controlling access to AWS resources using tags").
   */
  private static String spelled(Optional<TagSet> tags, String key) {
    List<String> own =
        tags.stream()
            .flatMap(t -> t.tags().keySet().stream())
            .filter(key::equalsIgnoreCase)
            .toList();
    return own.size() == 1 ? own.getFirst() : key;
  }

  private static Fix fix(String whom, Unmet unmet, String command) {
    return new Fix.Command(
        "give " + whom + " the tag that " + unmet.match().name() + " wants, if it may have it",
        command,
        Fix.Applicability.REVIEW);
  }

  /** Where the role has the tag that is wanted, so that the session must have had another. */
  private static Fix started(String tag) {
    return Fix.command(
        "see whether the session was given another tag `"
            + Literal.line(tag)
            + "`, or the role got this one since",
        "aws cloudtrail lookup-events --lookup-attributes"
            + " AttributeKey=EventName,AttributeValue=AssumeRole");
  }

  private static Optional<String> caller(String owner, String tag, String value) {
    int slash = owner.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String kind = owner.substring(0, slash);
    return Optional.of(
        "aws iam tag-%s --%s-name %s --tags %s"
            .formatted(
                kind,
                kind,
                Literal.shell(owner.substring(slash + 1)),
                Literal.shell("Key=" + tag + ",Value=" + value)));
  }

  /** By EC2's own operation, or by that for all services with tags (tagging API reference). */
  private static Optional<String> command(String arn, String tag, String value) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || parts[3].isEmpty() || arn.contains("*")) {
      return Optional.empty();
    }
    boolean ec2 = parts[2].equals("ec2") && parts[5].indexOf('/') > 0;
    return Optional.of(
        ec2
            ? "aws ec2 create-tags --region "
                + Literal.shell(parts[3])
                + " --resources "
                + Literal.shell(parts[5].substring(parts[5].indexOf('/') + 1))
                + " --tags "
                + Literal.shell("Key=" + tag + ",Value=" + value)
            : "aws resourcegroupstaggingapi tag-resources --region "
                + Literal.shell(parts[3])
                + " --resource-arn-list "
                + Literal.shell(arn)
                + " --tags "
                + Literal.shell(tag + "=" + value));
  }
}
