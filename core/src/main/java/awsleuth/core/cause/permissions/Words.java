package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Citation;
import awsleuth.core.fact.DataEvents;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import java.util.List;

/** Words and pieces of evidence that the causes of this bucket share. */
final class Words {

  private static final int LONGEST = 80;

  private Words() {}

  /** A summary with the user's own words, or the one without where that is too long. */
  static String summary(String with, String without) {
    return with.length() <= LONGEST ? with : without;
  }

  /** What AWS said of the decision, where it said which action it refused. */
  static List<Citation> told(Facts facts) {
    Access access = Access.of(facts);
    return access.sentence() ? List.of(access.cite()) : List.of();
  }

  /** The clue's words where they stand, else the error code. */
  static List<Citation> cite(Facts facts, PermissionsClue clue) {
    return List.of(facts.citation(clue).orElseGet(facts::citeError));
  }

  /** The policies of the caller, and how to get them. */
  static Need identityPolicies(Access access) {
    return identityPolicies(access.owner());
  }

  /**
   * The same.
   *
   * @param owner {@code role/NAME} or {@code user/NAME}; empty where it is not known
   */
  static Need identityPolicies(String owner) {
    String name = owner.substring(owner.indexOf('/') + 1);
    if (owner.startsWith("role/")) {
      return new Need(
          "the identity-based policies of role `" + name + "`",
          "aws iam list-role-policies --role-name "
              + Literal.shell(name)
              + " && aws iam list-attached-role-policies --role-name "
              + Literal.shell(name));
    }
    if (owner.startsWith("user/")) {
      return new Need(
          "the identity-based policies of user `" + name + "` and its groups",
          "aws iam get-account-authorization-details --filter User Group LocalManagedPolicy");
    }
    return new Need(
        "who the caller is, and its identity-based policies", "aws sts get-caller-identity");
  }

  /** The CloudTrail event of the call, and how to get it. */
  static Need event(Facts facts) {
    if (DataEvents.is(facts)) {
      return new Need(
          "the event of the call, which only the log files of a trail with data events have",
          "aws cloudtrail get-event-selectors --trail-name <trail>");
    }
    return new Need(
        "the CloudTrail event of the call",
        "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue="
            + Literal.shell(facts.call().operation(), "<operation>"));
  }

  /** The resource's policy, and how to get it. */
  static Need resourcePolicy(Access access) {
    return new Need(
        "the resource's policy",
        ResourcePolicies.command(access)
            .orElse("the policy of the resource, from its service's console"));
  }
}
