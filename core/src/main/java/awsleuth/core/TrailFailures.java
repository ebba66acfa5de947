package awsleuth.core;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.TrailCode;
import awsleuth.core.evidence.TrailEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What CloudTrail events tell of failed calls, and the failed calls where nothing else was given.
 */
final class TrailFailures {

  /** The one that tells the caller's ARN first. */
  private static final Comparator<TrailEvent> FULLEST =
      Comparator.<TrailEvent, Boolean>comparing(t -> t.principal().isEmpty())
          .thenComparing(t -> t.field("eventID"))
          .thenComparing(TrailEvent::source);

  private TrailFailures() {}

  /**
   * The evidence, with the failed events as failures where no text shows one. A failure that a text
   * shows without a Region is in that of the event with its request id.
   */
  static List<Evidence> complete(List<? extends Evidence> evidence, AwsCatalog catalog) {
    List<TrailEvent> failed = new ArrayList<>();
    boolean shown = false;
    for (Evidence e : evidence) {
      shown |= e instanceof Failure;
      if (e instanceof TrailEvent t && isFailed(t)) {
        failed.add(t);
      }
    }
    if (shown) {
      return placed(evidence, failed);
    }
    List<Evidence> all = new ArrayList<>(evidence);
    once(failed).stream()
        .sorted(Comparator.comparing(TrailEvent::source).thenComparing(t -> t.field("eventID")))
        .forEach(t -> all.add(failure(t, catalog)));
    return all;
  }

  /**
   * Whether the call failed: sign-ins may tell so by a message alone, or by what came of it alone
   * ("AWS Management Console sign-in events", CloudTrail user guide); a dry run has a code and did
   * not fail.
   */
  private static boolean isFailed(TrailEvent event) {
    return !TrailCode.isDone(event.errorCode()) && tellsFailure(event);
  }

  private static boolean tellsFailure(TrailEvent event) {
    return !event.errorCode().isEmpty()
        || !event.field("errorMessage").isEmpty()
        || (TrailCode.isOfSignIn(event.eventSource())
            && (isFailure(event, "responseElements.") || isFailure(event, "serviceEventDetails.")));
  }

  private static boolean isFailure(TrailEvent event, String of) {
    return event.field(of + event.eventName()).equals("Failure");
  }

  /**
   * Each action once: of what two accounts are told of ("sharedEventID example", CloudTrail user
   * guide) the event that tells the caller's ARN.
   */
  private static List<TrailEvent> once(List<TrailEvent> failed) {
    Map<String, TrailEvent> told = new HashMap<>();
    for (TrailEvent t : failed) {
      told.merge(t.field("sharedEventID"), t, (a, b) -> FULLEST.compare(a, b) <= 0 ? a : b);
    }
    return failed.stream()
        .filter(t -> isAlone(t) || t.equals(told.get(t.field("sharedEventID"))))
        .toList();
  }

  private static boolean isAlone(TrailEvent event) {
    return event.field("sharedEventID").isEmpty();
  }

  private static List<Evidence> placed(List<? extends Evidence> evidence, List<TrailEvent> failed) {
    Map<String, String> regions = new HashMap<>();
    failed.forEach(t -> regions.put(t.field("requestID"), t.field("awsRegion")));
    regions.remove("");
    List<Evidence> all = new ArrayList<>(evidence);
    all.replaceAll(e -> e instanceof Failure f ? placed(f, regions) : e);
    return all;
  }

  private static Failure placed(Failure failure, Map<String, String> regions) {
    String region = regions.getOrDefault(failure.call().requestId(), "");
    return failure.call().region().isEmpty() && !region.isEmpty() ? failure.in(region) : failure;
  }

  private static Failure failure(TrailEvent event, AwsCatalog catalog) {
    String code = TrailCode.bare(event.errorCode());
    String message = event.field("errorMessage");
    FailedCall call =
        new FailedCall(
            "",
            catalog.serviceOfId(event.eventSource()).orElse(""),
            false,
            event.operation(),
            code,
            message,
            OptionalInt.empty(),
            event.field("requestID"),
            event.field("awsRegion"),
            "",
            OptionalInt.empty(),
            event.source());
    Passage passage = new Passage(Passage.Kind.MESSAGE, "", message, event.source());
    return new Failure(call, Map.of(), List.of(passage), List.of(), 1, event.source());
  }
}
