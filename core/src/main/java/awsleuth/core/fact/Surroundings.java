package awsleuth.core.fact;

import awsleuth.core.evidence.Attachment;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.SimulatedDecision;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.evidence.WatchedCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that came with the failures, sorted by kind; the order it came in does not matter.
 */
public final class Surroundings {

  private final List<? extends Evidence> all;
  private final List<EnvironmentVariable> environment;
  private final List<ProfileSetting> settings;
  private final List<ConfigText> files;
  private final List<PolicyDocument> policies;
  private final Map<String, Attachment> attachments = new HashMap<>();
  private final List<TrailEvent> trail;
  private final FailedEvents failedEvents;
  private final List<GivenParameters> parameters;
  private final List<SimulatedDecision> simulated;
  private final List<ProbeResult> probes;
  private final List<Failure> failures;
  private @Nullable Set<String> principals;
  private final Map<Source, WatchedCall> watched = new HashMap<>();
  private final Map<Optional<String>, BotoSetup> boto = new HashMap<>();
  private final Map<Class<?>, Object> ofTrail;

  private Surroundings(
      List<? extends Evidence> all,
      List<EnvironmentVariable> environment,
      List<ProfileSetting> settings,
      List<ConfigText> files,
      List<PolicyDocument> policies,
      List<Attachment> attachments,
      List<TrailEvent> trail,
      List<GivenParameters> parameters,
      List<SimulatedDecision> simulated,
      List<ProbeResult> probes,
      List<Failure> failures,
      List<WatchedCall> watched) {
    this.all = all;
    this.environment = List.copyOf(environment);
    this.settings = List.copyOf(settings);
    this.files = List.copyOf(files);
    this.policies = List.copyOf(policies);
    attachments.forEach(a -> this.attachments.putIfAbsent(a.artifact(), a));
    this.trail = List.copyOf(trail);
    this.failedEvents = new FailedEvents(trail);
    this.parameters = List.copyOf(parameters);
    this.simulated = List.copyOf(simulated);
    this.probes = List.copyOf(probes);
    this.failures = List.copyOf(failures);
    watched.forEach(w -> this.watched.put(w.source(), w));
    this.ofTrail = new HashMap<>();
  }

  private Surroundings(Surroundings other, List<PolicyDocument> policies) {
    this.all = other.all;
    this.environment = other.environment;
    this.settings = other.settings;
    this.files = other.files;
    this.policies = policies;
    this.attachments.putAll(other.attachments);
    this.trail = other.trail;
    this.failedEvents = other.failedEvents;
    this.parameters = other.parameters;
    this.simulated = other.simulated;
    this.probes = other.probes;
    this.failures = other.failures;
    this.principals = other.principals;
    this.watched.putAll(other.watched);
    this.ofTrail = other.ofTrail;
  }

  /** The same with more policies, which nothing says the attachment of. */
  public Surroundings with(List<PolicyDocument> more) {
    List<PolicyDocument> both = new ArrayList<>(policies);
    both.addAll(more);
    both.sort(Surroundings::bySource);
    return new Surroundings(this, List.copyOf(both));
  }

  /** The same with another text of a policy. */
  Surroundings with(PolicyDocument given, PolicyDocument instead) {
    List<PolicyDocument> changed = new ArrayList<>(policies);
    changed.replaceAll(d -> d.as(given.type()).equals(given) ? instead : d);
    changed.sort(Surroundings::bySource);
    return new Surroundings(this, List.copyOf(changed));
  }

  /** Sorts evidence by kind; of the failures only who called is of interest here. */
  public static Surroundings of(List<? extends Evidence> evidence) {
    return new Surroundings(
        List.copyOf(evidence),
        only(EnvironmentVariable.class, evidence, Surroundings::bySource),
        only(ProfileSetting.class, evidence, Surroundings::bySource),
        only(ConfigText.class, evidence, Surroundings::bySource),
        only(PolicyDocument.class, evidence, Surroundings::bySource),
        only(Attachment.class, evidence, Surroundings::bySource),
        only(TrailEvent.class, evidence, Surroundings::byTime),
        only(GivenParameters.class, evidence, Surroundings::bySource),
        only(SimulatedDecision.class, evidence, Surroundings::bySource),
        only(ProbeResult.class, evidence, Surroundings::bySource),
        only(Failure.class, evidence, Surroundings::bySource),
        only(WatchedCall.class, evidence, Surroundings::bySource));
  }

  private static <E extends Evidence> List<E> only(
      Class<E> kind, List<? extends Evidence> evidence, Comparator<? super E> order) {
    List<E> found = new ArrayList<>();
    for (Evidence e : evidence) {
      if (kind.isInstance(e)) {
        found.add(kind.cast(e));
      }
    }
    found.sort(order);
    return found;
  }

  private static int bySource(Evidence a, Evidence b) {
    return a.source().compareTo(b.source());
  }

  private static int byTime(TrailEvent a, TrailEvent b) {
    int order = a.time().compareTo(b.time());
    order = order != 0 ? order : bySource(a, b);
    return order != 0 ? order : a.field("eventID").compareTo(b.field("eventID"));
  }

  /** Whether there are failures alone. */
  boolean isAlone() {
    for (Evidence e : all) {
      if (!(e instanceof Failure)) {
        return false;
      }
    }
    return true;
  }

  /** The evidence of a kind that is seldom asked for, in the order of its sources. */
  <E extends Evidence> List<E> given(Class<E> kind) {
    return only(kind, all, Surroundings::bySource);
  }

  List<EnvironmentVariable> environment() {
    return environment;
  }

  List<ProfileSetting> settings() {
    return settings;
  }

  /** The config and credentials files. */
  List<ConfigText> files() {
    return files;
  }

  /**
   * What boto3 makes of the environment and the files; worked out when it is first needed.
   *
   * @param profile the profile given in code
   */
  BotoSetup boto(Optional<String> profile) {
    return boto.computeIfAbsent(profile, p -> BotoSetup.of(environment, files, p));
  }

  /** Likewise, with the profile that the machine was examined with where that is another. */
  BotoSetup boto() {
    BotoSetup usual = boto(Optional.empty());
    Optional<String> examined =
        probes.stream()
            .filter(p -> p.step().equals("config"))
            .flatMap(p -> Optional.ofNullable(p.facts().get("profile")).stream())
            .findFirst()
            .filter(p -> !p.equals(usual.resolution().profileName()));
    return examined.isPresent() ? boto(examined) : usual;
  }

  List<PolicyDocument> policies() {
    return policies;
  }

  /** What the manifest says a file's policies are attached to; none where it does not say. */
  List<String> attachedTo(String artifact) {
    Attachment said = attachments.get(artifact);
    return said == null ? List.of() : said.attachedTo();
  }

  List<GivenParameters> parameters() {
    return parameters;
  }

  /** The call that was seen in the running program at a place; empty where it was not watched. */
  Optional<WatchedCall> watched(Source source) {
    return Optional.ofNullable(watched.get(source));
  }

  /** What the policy simulator decided. */
  List<SimulatedDecision> simulated() {
    return simulated;
  }

  /** What was probed where the call is made, in the order of the steps. */
  List<ProbeResult> probes() {
    return probes;
  }

  /** The callers that access-denied sentences of the failures name; worked out when needed. */
  Set<String> principals() {
    Set<String> known = principals;
    if (known == null) {
      known = new TreeSet<>();
      for (Failure f : failures) {
        DenialReader.read(f).map(Denial::principal).filter(p -> !p.isEmpty()).ifPresent(known::add);
      }
      principals = known;
    }
    return known;
  }

  /** The events in the order of their time. */
  public List<TrailEvent> trail() {
    return trail;
  }

  /** Works out once for all failed calls what all events together tell. */
  <T> T ofTrail(Class<T> type, Function<List<TrailEvent>, T> work) {
    Object known = ofTrail.get(type);
    if (known == null) {
      known = work.apply(trail);
      ofTrail.put(type, known);
    }
    return type.cast(known);
  }

  /** The events from one time to another, both included. */
  List<TrailEvent> trail(String from, String to) {
    return trail.subList(after(from, -1), after(to, 0));
  }

  /** How many events come before a time, or with it where the border is 0. */
  private int after(String time, int border) {
    int low = 0;
    int high = trail.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (trail.get(middle).time().compareTo(time) <= border) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Those of the events that failed. */
  FailedEvents failedEvents() {
    return failedEvents;
  }
}
