package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Locale;
import java.util.Optional;

/**
 * That the last change before a refusal took the very policy from the caller that allows what was
 * refused: it is as it was, and no longer attached.
 *
 * @param event what took it
 * @param kind {@code role} or {@code user}
 */
record TakenAway(TrailEvent event, String kind) {

  /** Empty where the last change is another, or it is of another policy. */
  static Optional<TakenAway> of(Facts facts, Match match) {
    String owner = Access.of(facts).owner();
    String kind = owner.substring(0, Math.max(0, owner.indexOf('/')));
    String name = kind.equals("role") ? "Role" : kind.equals("user") ? "User" : "";
    return name.isEmpty()
        ? Optional.empty()
        : LastChange.of(facts)
            .map(LastChange::event)
            .filter(e ->
                e.eventName().equals("Detach" + name + "Policy")
                    || e.eventName().equals("Delete" + name + "Policy"))
            .map(e -> new TakenAway(e, kind))
            .filter(t -> t.isOf(match));
  }

  /** By the last part of the policy's ARN, or its name, and that of the policy that was given. */
  private boolean isOf(Match match) {
    String given = match.policy().name();
    int extension = given.lastIndexOf('.');
    String stem =
        given.substring(
            given.lastIndexOf('/') + 1,
            extension < 0 ? given.length() : Math.max(extension, given.lastIndexOf('/') + 1));
    return stem.equals(last(policy()));
  }

  private String policy() {
    String arn = event.field("requestParameters.policyArn");
    return arn.isEmpty() ? event.field("requestParameters.policyName") : arn;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What gives it back; who took it is to be asked first. */
  Fix fix(Match match) {
    String whose = event.field("requestParameters." + kind + "Name");
    boolean managed = event.eventName().startsWith("Detach");
    String command =
        managed
            ? "aws iam attach-%1$s-policy --%1$s-name %2$s --policy-arn %3$s"
            : "aws iam put-%1$s-policy --%1$s-name %2$s --policy-name %3$s --policy-document"
                + " file://%4$s";
    String who = event.principal();
    return new Fix.Command(
        "%s the policy again, if it was not meant to be %s; ask %s"
            .formatted(
                managed ? "attach" : "put",
                managed ? "detached" : "deleted",
                who.isEmpty() ? "who did that" : "`" + who + "`"),
        command.formatted(
            kind.toLowerCase(Locale.ROOT),
            Literal.shell(whose),
            Literal.shell(policy()),
            Literal.shell(match.statement().source().artifact())),
        Fix.Applicability.REVIEW);
  }
}
