package awsleuth.core;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.TrailEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Failed calls of CloudTrail events, for when nothing but a trail was given. */
final class TrailFailures {

  private TrailFailures() {}

  /** The evidence, with the failed events as failures where no text shows one. */
  static List<Evidence> complete(List<? extends Evidence> evidence, AwsCatalog catalog) {
    List<Evidence> all = new ArrayList<>(evidence);
    for (Evidence e : evidence) {
      if (e instanceof Failure) {
        return all;
      }
    }
    evidence.stream()
        .filter(e -> e instanceof TrailEvent t && !t.errorCode().isEmpty())
        .map(TrailEvent.class::cast)
        .sorted(Comparator.comparing(TrailEvent::source).thenComparing(t -> t.field("eventID")))
        .forEach(t -> all.add(failure(t, catalog)));
    return all;
  }

  /** EC2 writes whose fault it is before the code. */
  private static String code(String written) {
    return written.startsWith("Client.") || written.startsWith("Server.")
        ? written.substring("Client.".length())
        : written;
  }

  private static Failure failure(TrailEvent event, AwsCatalog catalog) {
    String code = code(event.errorCode());
    String message = event.field("errorMessage");
    FailedCall call =
        new FailedCall(
            "",
            catalog.serviceOfId(event.eventSource()).orElse(""),
            false,
            event.eventName(),
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
