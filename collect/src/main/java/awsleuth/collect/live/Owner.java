package awsleuth.collect.live;

import java.util.Optional;

/**
 * The role or user behind a principal.
 *
 * @param arn the principal's
 * @param isUser whether it is a user; else it is a role
 * @param name of the role or user, without a path
 * @param session of the role; empty where it is none
 */
record Owner(Arn arn, boolean isUser, String name, String session) {

  /** Of a principal's ARN; empty of others, such as root. */
  static Optional<Owner> of(String principal) {
    return Arn.of(principal).flatMap(Owner::of);
  }

  private static Optional<Owner> of(Arn arn) {
    String[] parts = arn.resource().split("/", 3);
    return switch (parts[0]) {
      case "assumed-role" ->
          parts.length == 3
              ? Optional.of(new Owner(arn, false, parts[1], parts[2]))
              : Optional.empty();
      case "role", "user" ->
          parts.length > 1 && !arn.name().isEmpty()
              ? Optional.of(new Owner(arn, parts[0].equals("user"), arn.name(), ""))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** {@code User} or {@code Role}, as IAM's operations and parameters have it. */
  String kind() {
    return isUser ? "User" : "Role";
  }

  /** The ARN of the role or user; a session does not tell its role's path. */
  String text() {
    return session.isEmpty()
        ? "arn:" + arn.partition() + ":iam::" + arn.account() + ":" + arn.resource()
        : "arn:" + arn.partition() + ":iam::" + arn.account() + ":role/" + name;
  }
}
