package awsleuth.collect.live;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Facts;
import java.util.Optional;
import java.util.Set;

/**
 * The Region that AWS is asked in: that of the failed call, unless it may be the fault; then the
 * session's, and where that is no better the one that every account has.
 *
 * @param ofCall the failed call's Region where it is none of the faults; else empty
 * @param atFault the failed call's Region where it may be the fault; else empty
 */
record AskedRegion(Optional<String> ofCall, Optional<String> atFault) {

  /** Every account of the commercial partition has it. */
  private static final String EVERYWHERE = "us-east-1";

  /** Causes by which a Region is one that nothing answers in. */
  private static final Set<String> OF_REGION =
      Set.of(
          "credentials/region-not-enabled",
          "network/bucket-in-other-region",
          "network/no-region",
          "network/no-such-endpoint");

  static AskedRegion of(Facts facts) {
    Optional<String> told = Optional.of(facts.call().region()).filter(r -> !r.isEmpty());
    boolean wrong =
        told.filter(r -> facts.catalog().region(r).isEmpty()).isPresent()
            || Causes.all().stream().anyMatch(c -> OF_REGION.contains(c.id()) && claims(c, facts));
    return wrong
        ? new AskedRegion(Optional.empty(), told)
        : new AskedRegion(told, Optional.empty());
  }

  private static boolean claims(Cause cause, Facts facts) {
    return switch (cause.examine(facts)) {
      case Outcome.Confirmed _, Outcome.Possible _ -> true;
      case Outcome.RuledOut _, Outcome.Crashed _ -> false;
    };
  }

  /**
   * Its name.
   *
   * @param ofSession that of the session; empty where it has none
   */
  String among(Optional<String> ofSession, AwsCatalog catalog) {
    return ofCall
        .or(() ->
            ofSession.filter(r -> catalog.region(r).isPresent() && !atFault.equals(ofSession)))
        .orElse(EVERYWHERE);
  }
}
