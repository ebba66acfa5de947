package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.NewPrincipal;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that failed moments after what they need or name was made, and then succeeded without
 * another change (IAM user guide, "Changes that I make are not always immediately visible").
 */
final class Delay {

  private static final long BEFORE = NewPrincipal.BEFORE.toMillis();
  private static final long AFTER = 600_000;

  /** Changes by which an identity-based policy may come to allow what it did not. */
  private static final Set<Topic> OWN =
      EnumSet.of(Topic.IDENTITY, Topic.MANAGED, Topic.OWNER, Topic.TAGS);

  /** Changes that have nothing to do with a resource-based policy. */
  private static final Set<Topic> OF_OTHERS =
      EnumSet.of(Topic.ORGANISATION, Topic.BOUNDARY, Topic.ENDPOINT);

  private Delay() {}

  static Optional<Cause> of(
      Sample sample, Refused call, Touches touches, List<Change> changes, History history) {
    if (call.denial().kind() == Denial.Kind.EXPLICIT) {
      return Optional.empty();
    }
    Optional<Change> made = made(call, changes).or(() -> new JustMade(call).of(changes));
    String name = made.filter(m -> isNamed(call.event(), name(m))).map(Delay::name).orElse("");
    List<Sampled> later =
        sample.after().stream()
            .filter(s -> s.event().time() > call.time() && Before.isNear(s, call))
            .filter(s -> name.isEmpty() || s.whole().filter(e -> isNamed(e, name)).isPresent())
            .filter(s -> s.event().time() - call.time() <= AFTER)
            .toList();
    Optional<Sampled> success =
        later.stream().filter(s -> Before.isSame(s, call)).findFirst().or(() -> first(later));
    if (success.isEmpty()
        || comesAnotherWay(sample, later)
        || isRefusedAgain(sample, call, success.get())
        || (States.isDenial(call) && isLifted(call, success.get(), touches, changes))) {
      return Optional.empty();
    }
    Given given = new Given(call, success.get(), new Documents(call, history));
    Optional<Change> why =
        given(sample, given, touches, changes)
            .or(() -> made.filter(m -> !isChanged(m, call, success.get(), changes)));
    return why.map(c -> new Cause.Propagation(c, call.sampled().event(), success.get().event()));
  }

  /** Whether the calls that succeed come another way than those that fail. */
  private static boolean comesAnotherWay(Sample sample, List<Sampled> later) {
    return new Ways(sample.failed()).areLeftBy(new Ways(later));
  }

  /** Whether the call fails when IAM knew of the change everywhere, as the success shows. */
  private static boolean isRefusedAgain(Sample sample, Refused call, Sampled success) {
    return sample.failed().stream()
        .filter(s -> s.event().time() > success.event().time() + Judge.HOLDS_WITHIN)
        .anyMatch(s -> Before.isSame(s, call));
  }

  private static Optional<Sampled> first(List<Sampled> calls) {
    return calls.stream().findFirst();
  }

  /** Whether a change between the refusal and the success may be why the call succeeded. */
  private static boolean isLifted(
      Refused call, Sampled success, Touches touches, List<Change> changes) {
    return changes.stream()
        .filter(c -> c.event().time() > call.time())
        .filter(c -> c.event().time() <= success.event().time())
        .anyMatch(c -> touches.of(c).filter(t -> mayLift(c, t, call)).isPresent());
  }

  /** What is known to touch the call may always be why; what may touch it where it would help. */
  private static boolean mayLift(Change change, Touch touch, Refused call) {
    if (!isAbout(change, call)) {
      return false;
    }
    boolean implicit = call.denial().kind() == Denial.Kind.IMPLICIT;
    if (touch != Touch.MAYBE || !implicit) {
      return true;
    }
    return !change.removes() && (change.document().isEmpty() || mayAllow(change, call));
  }

  private static boolean mayAllow(Change change, Refused call) {
    return call.request()
        .map(r -> Decided.of(PolicyType.IDENTITY, Layer.IDENTITY, change.document(), r).verdict())
        .filter(v -> v == Decided.Verdict.SILENT || v == Decided.Verdict.DENIES)
        .isEmpty();
  }

  /** Whether AWS's word on what refused leaves room for a change of such a kind. */
  private static boolean isAbout(Change change, Refused call) {
    return switch (call.denial().policyType()) {
      case IDENTITY -> OWN.contains(change.topic());
      case RESOURCE, TRUST -> !OF_OTHERS.contains(change.topic());
      case UNKNOWN, BOUNDARY, SESSION, SCP, RCP, VPC_ENDPOINT -> true;
    };
  }

  /** The last role, user or instance profile made moments before that the call names. */
  private static Optional<Change> made(Refused call, List<Change> changes) {
    Event failed = call.sampled().event();
    if (!NewPrincipal.mayBeWhy(failed.code(), failed.message())) {
      return Optional.empty();
    }
    return changes.stream()
        .filter(c -> isBefore(c, call) && !c.event().isFailed())
        .filter(c -> NewPrincipal.isMade(c.event().source(), c.event().name()))
        .filter(c -> isNamed(call.event(), name(c)))
        .reduce((first, second) -> second);
  }

  /** Whether a change was moments before a call. */
  static boolean isBefore(Change c, Refused call) {
    long time = c.event().time();
    return time >= call.time() - BEFORE && time <= call.time();
  }

  /** What a change made: of a role that was put into a profile, the profile. */
  private static String name(Change made) {
    return made.part().isEmpty() ? made.thing().name() : made.part();
  }

  private static boolean isNamed(TrailEvent event, String name) {
    return !name.isEmpty() && NewPrincipal.names(event, name);
  }

  /**
   * Whether what was made was changed between the refusal and the success; the part that was made,
   * such as an access key, at any time since it was.
   */
  private static boolean isChanged(
      Change made, Refused call, Sampled success, List<Change> changes) {
    String name = name(made);
    return changes.stream()
        .filter(c -> c.event().time() >= made.event().time())
        .filter(c -> c.event().time() <= success.event().time())
        .filter(c -> !c.equals(made) && !c.event().equals(success.event()))
        .filter(c -> c.event().time() > call.time() || isPart(c, made))
        .anyMatch(c -> c.thing().name().equals(name) || c.part().equals(name));
  }

  private static boolean isPart(Change change, Change made) {
    return !made.part().isEmpty() && change.part().equals(made.part());
  }

  /** The last change that gave what a denied call needs, where it was never allowed before. */
  private static Optional<Change> given(
      Sample sample, Given given, Touches touches, List<Change> changes) {
    Refused call = given.call();
    boolean known =
        sample.isBeforeOver() || Before.of(sample, call).and(_ -> true).last().isPresent();
    if (!States.isDenial(call) || known) {
      return Optional.empty();
    }
    Change last = null;
    for (Change c : changes) {
      long time = c.event().time();
      if (time > given.success().event().time()) {
        break;
      }
      if (time >= call.time() - BEFORE
          && gives(c)
          && isSaid(c, call)
          && touches(c, touches)
          && given.mayBe(c)) {
        last = time > call.time() ? last : c;
      }
    }
    return Optional.ofNullable(last);
  }

  /** Of a role that is to be assumed its trust policy counts, not what it may do itself. */
  private static boolean touches(Change change, Touches touches) {
    boolean own = change.topic() == Topic.IDENTITY || change.topic() == Topic.MANAGED;
    return touches
        .of(change)
        .filter(t -> t == Touch.PRINCIPAL || (t == Touch.RESOURCE && !own))
        .isPresent();
  }

  /** Whether AWS leaves open or says that a policy of the type that was written is missing. */
  private static boolean isSaid(Change c, Refused call) {
    Topic topic = c.topic();
    boolean own = topic == Topic.IDENTITY || topic == Topic.MANAGED;
    return switch (call.denial().policyType()) {
      case UNKNOWN -> true;
      case IDENTITY -> own || topic == Topic.OWNER;
      case RESOURCE -> !own;
      case TRUST -> topic == Topic.TRUST || topic == Topic.OWNER;
      case BOUNDARY, SESSION, SCP, RCP, VPC_ENDPOINT -> false;
    };
  }

  private static boolean gives(Change c) {
    Topic topic = c.topic();
    boolean policy =
        topic == Topic.IDENTITY
            || topic == Topic.MANAGED
            || topic == Topic.TRUST
            || topic == Topic.OWNER
            || topic == Topic.RESOURCE
            || topic == Topic.GRANT;
    return policy && !c.removes();
  }
}
