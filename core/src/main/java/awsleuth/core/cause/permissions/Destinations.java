package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Why S3 cannot send to the queues, topics and functions that a call names, and what lets it. */
public final class Destinations {

  private Destinations() {}

  /** What keeps S3 from sending there by their policies, or that these let S3. */
  public static List<Citation> cite(Facts facts) {
    return Destination.of(facts).stream().flatMap(d -> cite(d, facts).stream()).toList();
  }

  /** What lets S3 send there; in general where the call does not tell where to. */
  public static List<Fix> fixes(Facts facts) {
    List<Fix> told =
        Destination.of(facts).stream()
            .flatMap(d -> new DestinationFixes(d).of(facts).stream())
            .toList();
    return told.isEmpty() ? DestinationFixes.untold(facts) : told;
  }

  private static List<Citation> cite(Destination d, Facts facts) {
    List<Citation> cited = new ArrayList<>();
    String region = facts.event().map(e -> e.field("awsRegion")).orElse("");
    String own = d.arn().split(":", 6)[3];
    if (!region.isEmpty() && !own.isEmpty() && !region.equals(own)) {
      cited.add(
          new Citation(
              "the bucket is in `"
                  + region
                  + "`, `"
                  + d.arn()
                  + "` in `"
                  + own
                  + "`: S3 sends within its Region alone",
              facts.event().map(e -> e.at("awsRegion")).orElse(facts.call().source())));
    }
    if (d.simulated().isPresent() && d.isDenied()) {
      cited.addAll(PolicyFixes.nearest(d.simulated().get().decision(), Layer.RESOURCE));
      facts
          .event()
          .filter(e -> !d.owner().isEmpty() && e.field(Destination.ACCOUNT).isEmpty())
          .map(e ->
              Citation.of(
                  e, "is of account " + d.owner() + ", and the bucket is taken for one of it"))
          .ifPresent(cited::add);
      d.written().ifPresent(cited::add);
    } else if (d.simulated().isPresent()) {
      Policy policy = d.simulated().get().set().resource().getFirst();
      cited.addAll(d.isAllowed() ? List.of(allows(d, policy)) : open(d, policy, facts));
    }
    return List.copyOf(cited);
  }

  private static Citation allows(Destination d, Policy policy) {
    return new Citation(
        "the policy of `" + d.arn() + "` lets S3 send",
        new Source(policy.name(), policy.at().line()));
  }

  /** The conditions of the policy's that nothing tells the value for. */
  private static List<Citation> open(Destination d, Policy policy, Facts facts) {
    return facts.policies(PolicyDocument.Type.RESOURCE).stream()
        .filter(p -> p.policy().filter(policy::equals).isPresent())
        .flatMap(p -> p.statements().stream())
        .filter(s -> s.allow() && Destination.speaks(s.actions(), d.service() + ":"))
        .flatMap(s -> s.conditions().stream())
        .filter(c -> !c.key().equalsIgnoreCase("aws:SourceArn"))
        .map(c ->
            new Citation(
                "the policy lets S3 send where `"
                    + c.key()
                    + "` is `"
                    + String.join("`, `", c.wanted())
                    + "` ("
                    + c.operator()
                    + ")",
                c.source()))
        .toList();
  }
}
