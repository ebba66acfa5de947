package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import awsleuth.iam.Authorizer;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Position;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event that started the caller's session, and may have passed it a policy (CloudTrail user
 * guide, "CloudTrail userIdentity element"; STS API reference, AssumeRole).
 *
 * @param event the event
 */
record SessionStart(TrailEvent event) {

  private static final String POLICY = "requestParameters.policy";

  private static final String KEY = "responseElements.credentials.accessKeyId";

  private static final String CALLS_KEY = "userIdentity.accessKeyId";

  private static final String SECONDS = "requestParameters.durationSeconds";

  private static final Duration DEFAULT = Duration.ofHours(1);

  private static final Duration LONGEST = Duration.ofHours(12);

  private static final String MANAGED = "requestParameters.policyArns";

  /**
   * Empty where no event tells, and where sessions of the same name were passed different policies
   * and nothing tells which of them called.
   */
  static Optional<SessionStart> of(Facts facts) {
    List<SessionStart> all = all(facts);
    return isOfOneKind(all)
        ? all.stream().limit(1).filter(SessionStart::hasPolicy).findFirst()
        : Optional.empty();
  }

  /** The same, or the newest of several that was passed a policy. */
  static Optional<SessionStart> likely(Facts facts) {
    return of(facts).or(() -> all(facts).stream().filter(SessionStart::hasPolicy).findFirst());
  }

  /** Whether it is certain that this session called: by the call's own key. */
  boolean isCallers(Facts facts) {
    String key = facts.event().map(e -> e.field(CALLS_KEY)).orElse("");
    return !key.isEmpty() && event.field(KEY).equals(key);
  }

  private static boolean isOfOneKind(List<SessionStart> all) {
    return all.stream().map(SessionStart::passed).distinct().count() < 2;
  }

  /**
   * All that may have begun the session of the call, the newest first: only such as were passed a
   * policy where AWS says that the session's refuses it.
   */
  static List<SessionStart> all(Facts facts) {
    return facts.once(Holder.class, f -> new Holder(find(f))).all();
  }

  private record Holder(List<SessionStart> all) {}

  private static List<SessionStart> find(Facts facts) {
    String caller = Access.of(facts).principal();
    Optional<TrailEvent> call = facts.event();
    Optional<Instant> until =
        call.flatMap(SessionStart::time)
            .or(() -> LoggedTime.of(facts).filter(LoggedTime::own).map(LoggedTime::time));
    String key = call.map(e -> e.field(CALLS_KEY)).orElse("");
    List<TrailEvent> trail = caller.isEmpty() ? List.of() : facts.trail();
    List<SessionStart> found = new ArrayList<>();
    for (int i = trail.size() - 1; i >= Math.max(0, trail.size() - Facts.MOST_EVENTS); i--) {
      TrailEvent e = trail.get(i);
      if (starts(e, caller) && isOfKey(e, key) && mayLastUntil(found, e, until)) {
        found.add(new SessionStart(e));
      }
    }
    if (Access.of(facts).denial().policyType() == PolicyDocument.Type.SESSION) {
      found.removeIf(s -> s.passed().isEmpty());
    }
    return List.copyOf(found);
  }

  /** Whether the session's key may be that of the call. */
  private static boolean isOfKey(TrailEvent e, String key) {
    String own = e.field(KEY);
    return key.isEmpty() || own.isEmpty() || own.equals(key);
  }

  /**
   * Whether it was there when the call was made; where nothing tells when that was, whether it may
   * have been when the newest began: no session lasts longer than twelve hours.
   */
  private static boolean mayLastUntil(
      List<SessionStart> found, TrailEvent e, Optional<Instant> until) {
    Optional<Instant> began = time(e);
    Optional<Instant> newest = found.stream().findFirst().flatMap(s -> time(s.event));
    if (began.isEmpty()) {
      return true;
    }
    Instant end = began.get().plus(until.isPresent() ? lasts(e) : LONGEST);
    return until.or(() -> newest).filter(end::isBefore).isEmpty()
        && until.filter(began.get()::isAfter).isEmpty();
  }

  private static Optional<Instant> time(TrailEvent e) {
    try {
      return Optional.of(Instant.parse(e.time()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** How long it may last: what was asked for, else an hour (STS API reference, AssumeRole). */
  private static Duration lasts(TrailEvent e) {
    try {
      return Duration.ofSeconds(Integer.parseInt(e.field(SECONDS)));
    } catch (NumberFormatException _) {
      return e.field(SECONDS).isEmpty() ? DEFAULT : LONGEST;
    }
  }

  private boolean hasPolicy() {
    return !event.field(POLICY).isEmpty();
  }

  /** What was passed to limit the session. */
  private List<String> passed() {
    return event.fields().entrySet().stream()
        .filter(f -> f.getKey().equals(POLICY) || f.getKey().startsWith(MANAGED))
        .map(f -> f.getKey() + "=" + f.getValue())
        .sorted()
        .toList();
  }

  /** Whether an event began a session of an ARN. */
  static boolean starts(TrailEvent e, String caller) {
    return e.eventSource().equals("sts.amazonaws.com")
        && e.errorCode().isEmpty()
        && e.field("responseElements.assumedRoleUser.arn").equals(caller);
  }

  /**
   * The session's policy as the event has it; empty where it is not whole, and where managed
   * policies were passed beside it, whose content the event does not have.
   */
  Optional<Policy> policy() {
    if (event.fields().keySet().stream().anyMatch(f -> f.startsWith(MANAGED))) {
      return Optional.empty();
    }
    Source at = event.at(POLICY);
    Position string = new Position(at.line(), Math.max(2, event.column(POLICY)), 0, 0);
    return PolicyFinder.inString(at.artifact(), PolicyType.SESSION, event.field(POLICY), string)
        .policy();
  }

  /** Who passed the policy and when, where it stands. */
  Citation cite(Facts facts) {
    boolean sole = of(facts).isPresent();
    String effect = sole || !limits(facts) ? "" : ", which does not allow " + action(facts);
    return Citation.of(
        event,
        sole
            ? "passed the session its policy"
            : "passed a policy" + effect + "; another session of that name was not passed it",
        event.at(POLICY));
  }

  private static String action(Facts facts) {
    return "`" + Access.of(facts).action() + "`";
  }

  /** Whether the session's policy would keep the call from being allowed. */
  boolean limits(Facts facts) {
    Optional<Policy> policy = policy();
    return policy.isPresent()
        && Simulated.of(facts).filter(s -> isBlocking(policy.get(), s)).isPresent();
  }

  private static boolean isBlocking(Policy session, Simulated simulated) {
    return Authorizer.of(simulated.set().withSession(List.of(session)))
        .explain(simulated.decision().request())
        .blockers()
        .stream()
        .anyMatch(b -> b.layer() == awsleuth.iam.Layer.SESSION);
  }

  /** Which of the sessions called. */
  static Need which() {
    return new Need(
        "which of the sessions of that name made the call: the program's access key ID",
        "python3 -c 'import boto3; print(boto3.Session().get_credentials().access_key)'");
  }
}
