package awsleuth.core.conflict;

import awsleuth.core.evidence.Attachment;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The caller's account is told differently. */
public final class AccountDiffers implements Contradiction {

  private static final String VARIABLE = "AWS_ACCOUNT_ID";
  private static final String FIELD = "userIdentity.accountId";

  @Override
  public List<Conflict> in(Facts facts) {
    Optional<String> caller = Same.caller(facts);
    if (caller.isEmpty() || Same.account(caller.get()).isEmpty()) {
      return List.of();
    }
    List<Conflict> conflicts = new ArrayList<>();
    variable(facts, caller.get()).ifPresent(conflicts::add);
    facts.event().flatMap(AccountDiffers::event).ifPresent(conflicts::add);
    for (Attachment a : facts.given(Attachment.class)) {
      attached(a, facts, caller.get()).ifPresent(conflicts::add);
    }
    return conflicts;
  }

  private static Optional<Conflict> variable(Facts facts, String caller) {
    return facts
        .variable(VARIABLE)
        .filter(v -> !v.value().isEmpty() && !v.value().equals(Same.account(caller)))
        .map(v ->
            conflict(
                List.of(
                    Facts.cite("`" + VARIABLE + "` is `" + v.value() + "`", v.source()),
                    facts.cite("the caller is `" + caller + "`")),
                "the caller is taken, since AWS names it; the variable is of other credentials"));
  }

  private static Optional<Conflict> event(TrailEvent e) {
    String account = e.field(FIELD);
    String arn = Same.account(e.principal());
    return account.isEmpty() || arn.isEmpty() || account.equals(arn)
        ? Optional.empty()
        : Optional.of(
            conflict(
                List.of(
                    Facts.cite("the event's account is `" + account + "`", e.at(FIELD)),
                    Facts.cite(
                        "the event's caller is `" + e.principal() + "`", e.at("userIdentity.arn"))),
                "the ARN is taken; CloudTrail writes the same account in both, so the event was"
                    + " changed"));
  }

  /** A policy that the manifest attaches to the caller's namesake in another account. */
  private static Optional<Conflict> attached(Attachment a, Facts facts, String caller) {
    List<String> others =
        a.attachedTo().stream()
            .filter(to -> Same.name(to).equals(Same.name(caller)))
            .filter(to -> !Same.account(to).isEmpty())
            .toList();
    boolean namesake =
        !others.isEmpty()
            && others.stream().noneMatch(to -> Same.account(to).equals(Same.account(caller)));
    return !namesake
        ? Optional.empty()
        : Optional.of(
            conflict(
                List.of(
                    Facts.cite(
                        "`"
                            + a.artifact()
                            + "` is said to be attached to `"
                            + others.getFirst()
                            + "`",
                        a.source()),
                    facts.cite("the caller is `" + caller + "`")),
                "the manifest is taken: the policy is another account's and not the caller's"));
  }

  private static Conflict conflict(List<awsleuth.core.fact.Citation> says, String taken) {
    return new Conflict(
        "account", "the account is told differently", says, new Conflict.Taken.One(taken));
  }
}
