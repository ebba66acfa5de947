package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.iam.request.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same call when it succeeded: of the same operation and principal, on the same resource as far
 * as events tell.
 *
 * @param last the last success before the first failure; empty where the archive has none
 * @param known how many such successes are known
 * @param sure whether the last was on the same resource for certain, and not on one that its event
 *     does not tell
 * @param elsewhere the last success on the same resource for certain, where all that are known came
 *     another way ({@link Ways})
 */
record Before(Optional<Sampled> last, int known, boolean sure, Optional<Sampled> elsewhere) {

  /** What is missing where it is not sure. */
  static final String UNSURE =
      "whether the call that succeeded was on the same resource: its event does not tell";

  static final Before NONE = new Before(Optional.empty(), 0, false, Optional.empty());

  static Before of(Sample sample, Refused refused) {
    List<Sampled> same =
        sample.before().stream()
            .filter(s -> s.event().time() <= refused.time() && isSame(s, refused))
            .toList();
    Optional<Sampled> elsewhere = elsewhere(sample, refused);
    return same.isEmpty()
        ? new Before(Optional.empty(), 0, false, elsewhere)
        : new Before(
            Optional.of(same.getLast()), same.size(), isSure(same.getLast(), refused), elsewhere);
  }

  private static Optional<Sampled> elsewhere(Sample sample, Refused refused) {
    List<Sampled> all =
        sample.before().stream()
            .filter(s -> s.event().time() <= refused.time() && isSameAnyWay(s, refused))
            .filter(s -> isSure(s, refused))
            .toList();
    List<Sampled> since = sample.failed().stream().filter(s -> isSameAnyWay(s, refused)).toList();
    return new Ways(all).areLeftBy(new Ways(since)) ? Optional.of(all.getLast()) : Optional.empty();
  }

  private static boolean isSameAnyWay(Sampled other, Refused refused) {
    return other.event().region().equals(refused.sampled().event().region())
        && other.whole().filter(e -> isSameResource(e, refused)).isPresent();
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
  Optional<Request> request(Request refused) {
    return last.flatMap(s -> request(s, refused));
  }

  /** Likewise of any success. */
  static Optional<Request> request(Sampled success, Request refused) {
    return Refused.of(success)
        .flatMap(r ->
            r.requests().stream()
                .filter(q ->
                    q.action().equalsIgnoreCase(refused.action())
                        && q.resource().equals(refused.resource()))
                .findFirst());
  }

  /** Whether a call is the refused one again. */
  static boolean isSame(Sampled other, Refused refused) {
    return other.event().region().equals(refused.sampled().event().region())
        && other.whole().filter(e -> isSame(e, refused)).isPresent();
  }

  private static boolean isSame(TrailEvent other, Refused refused) {
    return isSameResource(other, refused)
        && other.field("vpcEndpointId").equals(refused.endpoint());
  }

  private static boolean isSameResource(TrailEvent other, Refused refused) {
    String bucket = "requestParameters.bucketName";
    String own = refused.event().field(bucket);
    if (!own.isEmpty()) {
      return own.equals(other.field(bucket));
    }
    String resource = EventRequest.resource(other, refused.denial().action());
    return isUnknown(resource)
        || isUnknown(refused.resource())
        || resource.equals(refused.resource());
  }

  private static boolean isSure(Sampled other, Refused refused) {
    return other
        .whole()
        .filter(e ->
            !refused.event().field("requestParameters.bucketName").isEmpty()
                || isTold(EventRequest.resource(e, action(refused)), refused.resource())
                || parameters(e)
                    .filter(p -> Optional.of(p).equals(parameters(refused.event())))
                    .isPresent())
        .isPresent();
  }

  /** The action by which the resource is told; AWS's sentence has it first. */
  private static String action(Refused refused) {
    String told = refused.denial().action();
    return told.isEmpty() ? refused.request().map(Request::action).orElse("") : told;
  }

  /** What was asked for, word by word; empty where an event hides some of it, or has nothing. */
  private static Optional<Map<String, String>> parameters(TrailEvent event) {
    Map<String, String> all = new HashMap<>();
    event
        .fields()
        .forEach((path, value) -> {
          if (path.startsWith("requestParameters.")) {
            all.put(path, value);
          }
        });
    // What is decrypted tells its key, and is not in the event.
    boolean unsaid = event.eventSource().startsWith("kms.");
    boolean hidden = all.values().stream().anyMatch(v -> v.contains("HIDDEN") || isUnknown(v));
    return all.isEmpty() || unsaid || hidden ? Optional.empty() : Optional.of(all);
  }

  private static boolean isTold(String resource, String refused) {
    return !isUnknown(resource) && resource.equals(refused);
  }

  /** A name may be left out of an event where it could be a secret. */
  private static boolean isUnknown(String resource) {
    return resource.isEmpty() || resource.contains("(secret");
  }
}
