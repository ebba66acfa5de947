package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.conflict.Contradiction;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ToldOwner;
import awsleuth.iam.Blocker;
import awsleuth.iam.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An identity-based policy given allows what AWS found no such policy to allow: one more Allow of
 * the same would change nothing.
 */
public final class AllowedSince implements Contradiction {

  @Override
  public List<Conflict> in(Facts facts) {
    return of(facts).stream().map(m -> conflict(m, facts)).toList();
  }

  /** The statement that allows it for certain; empty where none does, or AWS says otherwise. */
  static Optional<Match> of(Facts facts) {
    PolicyMatch match = PolicyMatch.of(facts);
    return Decision.of(facts).isProven(Reason.NO_IDENTITY_ALLOW)
            && match.given() > 0
            && match.allowsPlainly()
        ? match.covering().stream()
            .filter(m -> m.surely() || m.statement().conditions().isEmpty())
            .findFirst()
        : Optional.empty();
  }

  private static Conflict conflict(Match match, Facts facts) {
    Access access = Access.of(facts);
    return AllowedByGiven.conflict(
        access.sentence() ? access.cite() : facts.citeError(),
        allows(match, "", facts),
        why(match, facts));
  }

  static Citation cite(Match match, Facts facts) {
    return allows(match, ", so it was not in force for the call: " + why(match, facts), facts);
  }

  private static Citation allows(Match match, String so, Facts facts) {
    String tags =
        KnownTags.of(facts).decide(match.statement()) ? " with the tags as they are given" : "";
    return new Citation(match.name() + " allows it" + tags + so, match.statement().source());
  }

  private static String why(Match match, Facts facts) {
    String changed =
        KnownTags.of(facts).decide(match.statement())
            ? "the tags or the policy were changed since"
            : "the policy was changed since";
    return isAnswered(match)
        ? changed + ", or the text is older"
        : changed + ", the text is older, or the policy is not attached to this caller";
  }

  /** Whether the policy is an answer of IAM that names whose it is. */
  private static boolean isAnswered(Match match) {
    return ToldOwner.ofPrincipal(match.policy()).isPresent();
  }

  /** What to do where there is no Allow to add. */
  static List<Fix> fixes(Match match, Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    Optional<TakenAway> taken = TakenAway.of(facts, match);
    if (taken.isPresent()) {
      return List.of(taken.get().fix(match));
    }
    fixes.add(
        Again.fix(
            facts,
            refusing(facts)
                .map(words ->
                    "call again: the policy allows it now, and " + words + ", which AWS would name")
                .orElse("call again, without a change: the policy allows it now"),
            ""));
    String owner = Access.of(facts).owner();
    if (!isAnswered(match) && (owner.startsWith("role/") || owner.startsWith("user/"))) {
      fixes.add(
          Fix.command(
              "look whether the policy is attached to " + owner.replace('/', ' '), listing(owner)));
    }
    return List.copyOf(fixes);
  }

  private static String listing(String owner) {
    String kind = owner.substring(0, owner.indexOf('/'));
    String name = owner.substring(owner.lastIndexOf('/') + 1);
    return "aws iam list-%1$s-policies --%1$s-name %2$s\naws iam list-attached-%1$s-policies --%1$s-name %2$s"
        .formatted(kind, Literal.shell(name));
  }

  static Verification verification(Facts facts) {
    return Again.of(
        facts,
        refusing(facts).isPresent() ? "AWS names another policy than then" : "the call succeeds");
  }

  /** What of the policies given keeps the request from being allowed now. */
  private static Optional<String> refusing(Facts facts) {
    List<Blocker> blockers =
        Simulated.of(facts).map(s -> s.decision().blockers()).orElse(List.of());
    return blockers.stream()
        .filter(Blocker::explicit)
        .flatMap(b -> b.denying().stream())
        .map(d -> PolicyFixes.name(d) + " of " + kind(d.layer()) + " denies it")
        .findFirst()
        .or(() ->
            blockers.stream()
                .filter(b -> !b.explicit() && b.layer() != Layer.IDENTITY)
                .map(b -> "no " + b.layer().words() + " given allows it")
                .findFirst());
  }

  private static String kind(Layer layer) {
    return (layer == Layer.IDENTITY ? "an " : "a ") + layer.words();
  }
}
