package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The caller is not the principal that was meant. */
final class WrongIdentity implements Cause {

  @Override
  public String id() {
    return "permissions/wrong-identity";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    boolean node = CallerKind.isNode(Access.of(facts).principal());
    boolean open = node && decision.open().contains(Reason.NO_IDENTITY_ALLOW);
    if (!decision.isProven(Reason.IDENTITY) && !open) {
      return decision.without();
    }
    Access access = Access.of(facts);
    Optional<OtherOwner> other = OtherOwner.of(facts);
    List<Citation> because = new ArrayList<>();
    because.add(access.sentence() ? access.cite() : facts.citeError());
    if (!access.principal().isEmpty()) {
      because.add(facts.cite("the caller is `" + access.principal() + "`"));
    }
    other.ifPresent(o ->
        because.add(
            new Citation(
                "the policy of `" + o.owner() + "` allows it",
                o.match().covering().getFirst().statement().source())));
    other.flatMap(o -> CallerKind.keys(facts, o)).ifPresent(because::add);
    other.flatMap(o -> CallerKind.passedOver(facts, o)).ifPresent(because::add);
    Optional<EarlierCaller> earlier =
        other.isPresent() ? Optional.empty() : EarlierCaller.of(facts);
    earlier.map(EarlierCaller::cite).ifPresent(because::addAll);
    Finding finding =
        new Finding(
            earlier
                .map(e -> CallerKind.summary(e.owner()))
                .orElseGet(() -> CallerKind.summary(facts, access.principal(), other)),
            other.isPresent() || earlier.isPresent()
                ? Finding.Specificity.EVIDENCE
                : Finding.Specificity.CODE,
            because,
            List.of(earlier.isPresent() ? CallerKind.withoutKeys() : CallerKind.fix(facts, other)),
            new Verification.Query(
                "aws sts get-caller-identity", "the Arn is the principal that was meant"));
    return decision.answer(
        Reason.IDENTITY,
        finding,
        new Need("which principal was meant to call", "aws sts get-caller-identity"));
  }
}
