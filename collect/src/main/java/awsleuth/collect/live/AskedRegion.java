package awsleuth.collect.live;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Region that AWS is asked in: that of the failed call, unless it may be the fault; then the
 * session's, and where that is no better the one that every account of the partition has.
 *
 * @param ofCall the failed call's Region where it is none of the faults; else empty
 * @param atFault the failed call's Region where it may be the fault; else empty
 */
record AskedRegion(Optional<String> ofCall, Optional<String> atFault) {

  /** Causes by which a Region is one that nothing answers in. */
  private static final Set<String> OF_REGION =
      Set.of(
          "credentials/region-not-enabled",
          "network/bucket-in-other-region",
          "network/no-region",
          "network/no-such-endpoint");

  /**
   * Of a failed call.
   *
   * @param verdicts what the causes say of it
   */
  static AskedRegion of(Facts facts, List<Verdict> verdicts) {
    Optional<String> told = Optional.of(facts.call().region()).filter(r -> !r.isEmpty());
    boolean wrong =
        told.filter(r -> facts.catalog().region(r).isEmpty()).isPresent()
            || verdicts.stream().anyMatch(v -> OF_REGION.contains(v.id()) && v.claims());
    return wrong
        ? new AskedRegion(Optional.empty(), told)
        : new AskedRegion(told, Optional.empty());
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
        .orElseGet(() -> everywhere(atFault.or(() -> ofSession).orElse("")));
  }

  /** The Region that every account has of the partition that a Region's name is of. */
  private static String everywhere(String region) {
    return region.startsWith("cn-")
        ? "cn-north-1"
        : region.startsWith("us-gov-") ? "us-gov-west-1" : "us-east-1";
  }
}
