package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.NoBoundary;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import awsleuth.core.written.PolicyWrite;
import java.util.List;
import java.util.Optional;

/**
 * That the caller has no permissions boundary, as IAM said, and none was taken from it since its
 * call was refused.
 *
 * @param source where it says so
 */
record Unbounded(Source source) {

  /** Empty where nothing says so, and where it may have had one when the call was refused. */
  static Optional<Unbounded> of(Facts facts) {
    Access access = Access.of(facts);
    String account = Principals.account(access.principal());
    return facts.given(NoBoundary.class).stream()
        .filter(n -> isSame(n.principal(), access.owner()))
        .filter(n -> !account.isEmpty() && account.equals(Principals.account(n.principal())))
        .findFirst()
        .filter(_ -> !isTakenSince(facts))
        .map(n -> new Unbounded(n.source()));
  }

  private static boolean isTakenSince(Facts facts) {
    Access access = Access.of(facts);
    String refused = facts.event().map(TrailEvent::time).orElse("");
    List<TrailEvent> trail = facts.trail();
    return trail.subList(Math.max(0, trail.size() - Facts.MOST_EVENTS), trail.size()).stream()
        .filter(e -> e.time().compareTo(refused) >= 0)
        .flatMap(e -> PolicyWrite.of(e).stream())
        .filter(w -> w.kind() == PolicyWrite.Kind.BOUNDARY && w.deletes())
        .anyMatch(w ->
            w.holder().equals(access.owner()) && w.isIn(Principals.account(access.principal())));
  }

  /** Whether an ARN, perhaps with a path, is of {@code role/NAME} or {@code user/NAME}. */
  private static boolean isSame(String arn, String owner) {
    int slash = owner.indexOf('/');
    return slash > 0
        && arn.contains(":" + owner.substring(0, slash + 1))
        && arn.endsWith("/" + owner.substring(owner.lastIndexOf('/') + 1));
  }

  Outcome outcome() {
    return Outcome.ruledOut("the caller has no permissions boundary", source);
  }
}
