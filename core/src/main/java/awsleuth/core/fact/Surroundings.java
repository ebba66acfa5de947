package awsleuth.core.fact;

import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.TrailEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The evidence that came with the failures, sorted by kind; the order it came in does not matter.
 */
public record Surroundings(
    List<EnvironmentVariable> environment,
    List<ProfileSetting> settings,
    List<PolicyDocument> policies,
    List<TrailEvent> trail) {

  /** Sorts evidence by kind; failures are left out. */
  public static Surroundings of(List<? extends Evidence> evidence) {
    List<EnvironmentVariable> environment = new ArrayList<>();
    List<ProfileSetting> settings = new ArrayList<>();
    List<PolicyDocument> policies = new ArrayList<>();
    List<TrailEvent> trail = new ArrayList<>();
    for (Evidence e : evidence) {
      switch (e) {
        case EnvironmentVariable v -> environment.add(v);
        case ProfileSetting s -> settings.add(s);
        case PolicyDocument p -> policies.add(p);
        case TrailEvent t -> trail.add(t);
        case Failure _ -> {}
      }
    }
    Comparator<Evidence> bySource = Comparator.comparing(Evidence::source);
    environment.sort(bySource);
    settings.sort(bySource);
    policies.sort(bySource);
    trail.sort(Comparator.comparing(TrailEvent::time).thenComparing(bySource));
    return new Surroundings(
        List.copyOf(environment), List.copyOf(settings), List.copyOf(policies), List.copyOf(trail));
  }

  /** The CloudTrail event of a failure; empty where the trail has none that is surely its. */
  Optional<TrailEvent> eventOf(Failure failure) {
    String caller = DenialReader.read(failure).map(Denial::principal).orElse("");
    return TrailDenial.event(failure.call(), caller, trail);
  }

  Fact<Denial> denialOf(Failure failure) {
    Optional<Denial> own = DenialReader.read(failure);
    if (own.isPresent()) {
      return Fact.known(own.get(), failure.source());
    }
    return TrailDenial.of(failure.call(), trail)
        .orElseGet(() ->
            Fact.unknown(
                "the sentence that names action, resource and policy type",
                "the whole error message, or the CloudTrail event of the call"));
  }
}
