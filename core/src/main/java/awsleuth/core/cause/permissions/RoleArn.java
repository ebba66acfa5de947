package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.Attachment;
import awsleuth.core.evidence.NoBoundary;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ARN of the role behind a session, whose path the session's own ARN does not have. A role's
 * name is unique in its account whatever its path (IAM user guide, "IAM identifiers"), so that any
 * event of the same role, IAM's answer, or the manifest tells it.
 */
final class RoleArn {

  private static final String ISSUER = "userIdentity.sessionContext.sessionIssuer.arn";

  private RoleArn() {}

  /** Empty where the caller is no session of a role, or where nothing tells, or two differ. */
  static Optional<String> of(Facts facts) {
    String caller = Access.of(facts).principal();
    return told(facts, caller)
        .or(() -> caller.contains(":assumed-role/") ? ofService(caller) : Optional.empty());
  }

  /** As IAM's answers, events or the manifest tell it of a session; empty where they do not. */
  static Optional<String> told(Facts facts, String caller) {
    if (!caller.contains(":assumed-role/")) {
      return Optional.empty();
    }
    Stream<String> attached =
        facts.given(Attachment.class).stream().flatMap(a -> a.attachedTo().stream());
    List<TrailEvent> trail = facts.trail();
    Stream<String> issuers =
        trail.size() > Facts.MOST_EVENTS ? Stream.of() : trail.stream().map(e -> e.field(ISSUER));
    Stream<String> answered = facts.given(NoBoundary.class).stream().map(NoBoundary::principal);
    List<String> told =
        Stream.of(attached, answered, issuers)
            .flatMap(s -> s)
            .filter(arn -> arn.contains(":role/") && Principals.isSame(arn, caller))
            .distinct()
            .toList();
    return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
  }

  /** A role that a known service made for itself. */
  private static Optional<String> ofService(String caller) {
    String role = Principals.owner(caller).replaceFirst("role/", "");
    return ServiceLinked.path(role)
        .filter(path -> !path.contains("<"))
        .map(path ->
            caller.substring(0, caller.indexOf(':', 4))
                + ":iam::"
                + Principals.account(caller)
                + ":role/"
                + path
                + role);
  }
}
