package awsleuth.core.conflict;

import awsleuth.aws.HostName;
import awsleuth.boto.config.Found;
import awsleuth.boto.credentials.RegionOutcome;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Region that environment and files give, or that CloudTrail recorded, is not that of the host
 * that the call went to.
 */
public final class RegionDiffers implements Contradiction {

  /** Services that have one Region whatever the client's is, and the one that redirects. */
  private static final Set<String> OF_THEIR_OWN =
      Set.of(
          "s3",
          "iam",
          "organizations",
          "route53",
          "route53domains",
          "cloudfront",
          "globalaccelerator",
          "shield",
          "waf",
          "ce",
          "budgets",
          "account",
          "health",
          "support",
          "pricing",
          "networkmanager",
          "importexport",
          "chime",
          "cur",
          "ecr-public",
          "marketplace-catalog");

  @Override
  public List<Conflict> in(Facts facts) {
    Optional<Citation> host = host(facts);
    if (host.isEmpty() || OF_THEIR_OWN.contains(facts.call().service()) || facts.ownSession()) {
      return List.of();
    }
    String region = hostRegion(facts).orElseThrow();
    Optional<Citation> other = settings(facts, region).or(() -> event(facts, region));
    return other
        .map(o ->
            List.of(
                new Conflict(
                    "region",
                    "the Region is told differently",
                    List.of(o, host.get()),
                    new Conflict.Taken.One(
                        "`"
                            + region
                            + "` is taken, since the call went there; the other is not of this"
                            + " call, or a Region is given in code"))))
        .orElse(List.of());
  }

  /** The Region that stands in the host as it is written. */
  private static Optional<String> hostRegion(Facts facts) {
    return facts.host() instanceof Fact.Known<HostName> known
        ? known
            .value()
            .region()
            .filter(r -> !r.isEmpty() && known.value().host().contains("." + r + "."))
        : Optional.empty();
  }

  private static Optional<Citation> host(Facts facts) {
    return hostRegion(facts)
        .map(r -> facts.cite("the call went to `" + facts.call().endpoint() + "`"));
  }

  private static Optional<Citation> settings(Facts facts, String region) {
    if (facts.environment().isEmpty() && facts.settings().isEmpty()) {
      return Optional.empty();
    }
    return facts.boto().resolution().region()
            instanceof RegionOutcome.Known(Optional<Found<String>> found)
        ? found.filter(f -> !f.value().equals(region)).flatMap(f -> set(f, facts))
        : Optional.empty();
  }

  private static Optional<Citation> set(Found<String> found, Facts facts) {
    return facts
        .boto()
        .source(found.origin())
        .map((Source s) -> Facts.cite("boto3's Region is `" + found.value() + "` by this", s));
  }

  private static Optional<Citation> event(Facts facts, String region) {
    return facts
        .event()
        .filter(e -> Same.request(e, facts.call()))
        .filter(e -> !e.field("awsRegion").isEmpty() && !e.field("awsRegion").equals(region))
        .map((TrailEvent e) ->
            Facts.cite(
                "CloudTrail recorded it in `" + e.field("awsRegion") + "`", e.at("awsRegion")));
  }
}
