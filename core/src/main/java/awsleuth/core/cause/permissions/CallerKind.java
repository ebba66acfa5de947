package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
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

  /** Without keys in the environment botocore goes on to the role of the machine. */
  static Fix withoutKeys() {
    return Fix.command(
        "take the keys out of the environment, so that the role's credentials are used",
        "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN");
  }

  static Fix fix(Optional<OtherOwner> other) {
    if (other.isPresent() && other.get().owner().startsWith("role/")) {
      return Fix.setting(
          "use the role that is allowed",
          """
          [profile <name>]
          role_arn = arn:aws:iam::<account id>:%s
          source_profile = default\
          """
              .formatted(Literal.setting(other.get().owner())));
    }
    return Fix.command(
        "see who calls, then choose the profile", "aws configure list --profile <name>");
  }
}
