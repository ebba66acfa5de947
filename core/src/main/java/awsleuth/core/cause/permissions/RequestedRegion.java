package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Facts;
import awsleuth.iam.request.RegionKey;
import java.util.Optional;

/** The Region that a call went to, as {@code aws:RequestedRegion} of its request. */
final class RequestedRegion {

  static final String KEY = "aws:RequestedRegion";

  private RequestedRegion() {}

  /** Empty where nothing tells, and for services whose requests are all of one Region. */
  static Optional<ContextValue> of(Facts facts) {
    String region = facts.call().region();
    boolean known = facts.catalog().region(region).isPresent() && !isOfOneEndpoint(facts);
    return known
        ? Optional.of(
            new ContextValue(
                Optional.of(region), "the call went to `" + region + "`", facts.call().source()))
        : Optional.empty();
  }

  /** Whether a service has one endpoint, whatever the client's Region is. */
  static boolean isOfOneEndpoint(Facts facts) {
    return RegionKey.isOfOneEndpoint(Access.of(facts).action());
  }
}
