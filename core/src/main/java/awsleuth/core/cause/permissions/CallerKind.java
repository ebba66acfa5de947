package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Locale;
import java.util.Optional;

/** Callers that are seldom meant: nobody, or the machine instead of the program's own role. */
final class CallerKind {

  private CallerKind() {}

  /** Whether the caller is the role of a cluster's node. */
  static boolean isNode(String principal) {
    String plain = principal.toLowerCase(Locale.ROOT);
    return plain.contains("nodeinstancerole")
        || plain.contains("node-group")
        || plain.contains("nodegroup")
        || plain.contains("noderole");
  }

  /** Whether the words say that this kind of caller may not do the operation at all. */
  static boolean isWrongKind(Facts facts) {
    return facts.seen(PermissionsClue.ROOT)
        || facts.seen(PermissionsClue.SESSION_KEYS)
        || facts.seen(PermissionsClue.ANONYMOUS);
  }

  static String summary(Facts facts, String principal, Optional<OtherOwner> other) {
    if (other.isPresent()) {
      return summary(other.get().owner());
    }
    if (facts.seen(PermissionsClue.ROOT)) {
      return "the root user calls, and roles may not be assumed by it";
    }
    if (facts.seen(PermissionsClue.SESSION_KEYS)) {
      return "the call is made with a session's credentials and needs long-term keys";
    }
    return isNode(principal)
        ? "the call was made as the node's role, not as the pod's"
        : "the call was made without credentials (anonymous)";
  }

  /** The same where a role or user is known that is allowed it. */
  static String summary(String owner) {
    return Words.summary(
        "the call was made as another principal than `" + owner + "`",
        "the call was made as another principal than the one allowed");
  }

  /** The variable that names the role which is allowed. */
  static Optional<EnvironmentVariable> meant(Facts facts, OtherOwner other) {
    return facts
        .variable("AWS_ROLE_ARN")
        .filter(v -> v.value().contains(":role/"))
        .filter(v -> Principals.owner(v.value()).equals(other.owner()));
  }

  /**
   * Why botocore did not take the role that is named: without a token file, by variable or setting,
   * it passes it over ({@code AssumeRoleWithWebIdentityProvider}).
   */
  static Optional<Citation> passedOver(Facts facts, OtherOwner other) {
    boolean set =
        facts.settings().stream().anyMatch(s -> s.key().equals("web_identity_token_file"));
    return set || facts.variable("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent()
        ? Optional.empty()
        : meant(facts, other)
            .map(v ->
                new Citation(
                    "`AWS_ROLE_ARN` names it, and the environment given has no"
                        + " `AWS_WEB_IDENTITY_TOKEN_FILE`, without which botocore passes it over",
                    v.source()));
  }

  /** Without keys in the environment botocore goes on to the role of the machine. */
  static Fix withoutKeys() {
    return Fix.command(
        "take the keys out of the environment, so that the role's credentials are used",
        "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN");
  }

  /**
   * The long-term key in the environment, which botocore takes before a role of the machine: where
   * a user called, and a role was meant.
   */
  static Optional<Citation> keys(Facts facts, OtherOwner other) {
    boolean user = Access.of(facts).owner().startsWith("user/");
    return facts
        .variable("AWS_ACCESS_KEY_ID")
        .filter(v -> user && other.owner().startsWith("role/") && v.value().startsWith("AKIA"))
        .map(v ->
            new Citation(
                "`AWS_ACCESS_KEY_ID` is a user's long-term key (`AKIA…`), which botocore takes"
                    + " before any role of the machine",
                v.source()));
  }

  static Fix fix(Facts facts, Optional<OtherOwner> other) {
    if (other.flatMap(o -> keys(facts, o)).isPresent()) {
      return withoutKeys();
    }
    if (other.isPresent() && other.get().owner().startsWith("role/")) {
      return Fix.setting(
          "use the role that is allowed",
          """
          [profile <name>]
          role_arn = %s
          source_profile = default\
          """
              .formatted(
                  meant(facts, other.get())
                      .map(v -> Literal.setting(v.value()))
                      .orElse(
                          "arn:aws:iam::<account id>:" + Literal.setting(other.get().owner()))));
    }
    return Fix.command(
        "see who calls, then choose the profile", "aws configure list --profile <name>");
  }
}
