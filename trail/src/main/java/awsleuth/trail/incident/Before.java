package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.SameParameters;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The same call when it succeeded: of the same operation and principal, on the same resource as far
 * as events tell.
 *
 * @param last the last success before the first failure; empty where the archive has none
 * @param sure whether the last was on the same resource for certain, or on one of which it is known
 *     to tell as much, and not on one that its event does not tell
 * @param elsewhere the last success on the same resource or in the same bucket for certain, where
 *     all that are known came another way ({@link Ways})
 * @param others the successes on other resources of the same bucket, in the order of time
 */
record Before(
    Optional<Sampled> last, boolean sure, Optional<Sampled> elsewhere, List<OnOther> others) {

  /** What is missing where it is not sure. */
  static final String UNSURE =
      "whether the call that succeeded was on the same resource: its event does not tell";

  static final Before NONE = new Before(Optional.empty(), false, Optional.empty(), List.of());

  static Before of(Sample sample, Refused refused) {
    List<OnOther> near =
        sample.before().stream()
            .filter(s -> s.event().time() <= refused.time() && isNear(s, refused))
            .map(s -> new OnOther(s, resource(s, refused)))
            .toList();
    List<OnOther> others = near.stream().filter(s -> isOnOther(s.call(), refused)).toList();
    Optional<Sampled> last =
        near.stream().filter(s -> !others.contains(s)).map(OnOther::call).reduce((_, s) -> s);
    return new Before(
        last, last.filter(s -> isSure(s, refused)).isPresent(), elsewhere(sample, refused), others);
  }

  private static Optional<Sampled> elsewhere(Sample sample, Refused refused) {
    List<Sampled> all =
        sample.before().stream()
            .filter(s -> s.event().time() <= refused.time() && isNearAnyWay(s, refused))
            .filter(s -> isSure(s, refused) || isOnOther(s, refused))
            .toList();
    List<Sampled> since = sample.failed().stream().filter(s -> isNearAnyWay(s, refused)).toList();
    return new Ways(all).areLeftBy(new Ways(since)) ? Optional.of(all.getLast()) : Optional.empty();
  }

  /** Whether a call is on another resource of the same bucket for certain. */
  static boolean isOnOther(Sampled other, Refused refused) {
    return !isSameResource(resource(other, refused), refused)
        && !other.whole().filter(e -> SameParameters.areOf(e, refused.event())).isPresent();
  }

  /** The same, and those of the others that tell as much. */
  Before and(Predicate<OnOther> telling) {
    Optional<Sampled> other =
        others.stream().filter(telling).map(OnOther::call).reduce((_, s) -> s);
    boolean later =
        other
            .filter(o -> last.filter(s -> s.event().time() >= o.event().time()).isEmpty())
            .isPresent();
    return later ? new Before(other, true, elsewhere, others) : this;
  }

  /** The resource of the last success where it is another than that of the refused call. */
  Optional<String> other() {
    return last.flatMap(s -> others.stream().filter(o -> o.call().equals(s)).findFirst())
        .map(OnOther::resource);
  }

  /** The last success; empty where there is none. */
  Optional<LastSuccess> success() {
    return last.map(s -> new LastSuccess(s.event(), sure && other().isEmpty(), other().orElse("")));
  }

  /**
   * Likewise in words: before a change, until it held everywhere, or later still.
   *
   * @param changed when the change was, in milliseconds since 1970 UTC
   */
  Optional<String> words(long changed) {
    return success().map(s -> when(s, changed) + ", " + s.words());
  }

  private static String when(LastSuccess success, long changed) {
    long after = success.event().time() - changed;
    return after <= 0
        ? "before"
        : after <= Judge.HOLDS_WITHIN ? "until it held everywhere" : "long after it";
  }

  /** Which way a call came, in words. */
  static String way(Sampled call) {
    String endpoint = Ways.endpoint(call);
    String address = "from " + call.event().address();
    return endpoint.isEmpty() ? address : address + " through " + endpoint;
  }

  /**
   * The last success as a request for what was refused later; empty where its event does not tell
   * it.
   */
  Optional<Request> request(Request refused, Refused call) {
    return last.flatMap(s -> requestOnOwn(s, refused, call));
  }

  /** Likewise of any success, on its own resource where that is known to be another. */
  static Optional<Request> requestOnOwn(Sampled success, Request refused, Refused call) {
    boolean same = success.whole().filter(e -> SameParameters.areOf(e, call.event())).isPresent();
    String resource = isOnOther(success, call) ? resource(success, call) : refused.resource();
    return Refused.of(success)
        .flatMap(r ->
            r.requests().stream()
                .filter(q -> q.action().equalsIgnoreCase(refused.action()))
                .filter(q ->
                    same
                        || q.resource().equals(resource)
                        || (isOfNone(q.resource()) && isOfNone(resource)))
                .findFirst())
        .map(q -> same ? on(refused, q) : q);
  }

  /** The same on what was refused: AWS's sentence may name the same otherwise. */
  private static Request on(Request refused, Request q) {
    return new Request(
        q.principal(), q.action(), refused.resource(), refused.resourceAccount(), q.context());
  }

  /** Whether a call is the refused one again. */
  static boolean isSame(Sampled other, Refused refused) {
    return isNear(other, refused) && !isOnOther(other, refused);
  }

  /** Whether a call is the refused one again, or the same on another resource of its bucket. */
  static boolean isNear(Sampled other, Refused refused) {
    return isNearAnyWay(other, refused) && Ways.endpoint(other).equals(refused.endpoint());
  }

  private static boolean isNearAnyWay(Sampled other, Refused refused) {
    return other.event().region().equals(refused.sampled().event().region())
        && other.whole().filter(e -> isNear(e, refused)).isPresent();
  }

  private static boolean isNear(TrailEvent other, Refused refused) {
    String bucket = "requestParameters.bucketName";
    String own = refused.event().field(bucket);
    return own.isEmpty()
        ? isSameResource(EventRequest.resource(other, action(refused)), refused)
            || SameParameters.areOf(other, refused.event())
        : own.equals(other.field(bucket));
  }

  /** The ARN of the resource that a call was on; empty where its event does not tell. */
  static String resource(Sampled other, Refused refused) {
    return other.whole().map(e -> EventRequest.resource(e, action(refused))).orElse("");
  }

  private static boolean isSameResource(String resource, Refused refused) {
    return isUnknown(resource)
        || isUnknown(refused.resource())
        || resource.equals(refused.resource())
        || (isOfNone(resource) && isOfNone(refused.resource()));
  }

  private static boolean isSure(Sampled other, Refused refused) {
    return other
        .whole()
        .filter(e ->
            isTold(EventRequest.resource(e, action(refused)), refused.resource())
                || SameParameters.areOf(e, refused.event()))
        .isPresent();
  }

  /** The action by which the resource is told; AWS's sentence has it first. */
  private static String action(Refused refused) {
    String told = refused.denial().action();
    return told.isEmpty() ? refused.request().map(Request::action).orElse("") : told;
  }

  private static boolean isTold(String resource, String refused) {
    return (!isUnknown(resource) && resource.equals(refused))
        || (isOfNone(refused) && (resource.isEmpty() || isOfNone(resource)));
  }

  /** Whether a call names no resource: of such some services tell the account's as a whole. */
  private static boolean isOfNone(String resource) {
    String[] arn = resource.split(":", 6);
    return resource.equals("*")
        || (arn[0].equals("arn") && arn.length == 5)
        || (arn[0].equals("arn") && arn.length == 6 && (arn[5].isEmpty() || arn[5].equals("*")));
  }

  /** A name may be left out of an event where it could be a secret. */
  static boolean isUnknown(String resource) {
    return resource.isEmpty() || resource.contains("(secret");
  }
}
