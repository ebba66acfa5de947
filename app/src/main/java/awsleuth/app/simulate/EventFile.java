package awsleuth.app.simulate;

import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.read.Readers;
import awsleuth.core.secret.Secrets;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The event of CloudTrail that a file gives: of several the newest that failed, else the newest.
 *
 * @param request what the event records
 * @param note which of several it is; empty where there is one alone
 */
record EventFile(EventRequest request, Optional<String> note) {

  /**
   * @param path the file; {@code -} for standard input
   * @param in standard input
   */
  static EventFile read(String path, InputStream in) throws InputException {
    String text = Secrets.maskText(NamedFile.of(path, in).text());
    Artifact artifact = new Artifact(Printable.of(path), Artifact.Kind.TRAIL, text);
    List<TrailEvent> events = new ArrayList<>();
    for (Evidence e : Readers.read(artifact, AwsCatalog.embedded())) {
      if (e instanceof TrailEvent event) {
        events.add(event);
      }
    }
    List<TrailEvent> failed = events.stream().filter(e -> !e.errorCode().isEmpty()).toList();
    TrailEvent chosen =
        newest(failed)
            .or(() -> newest(events))
            .orElseThrow(
                () -> new InputException(Printable.of(path) + ": has no CloudTrail event"));
    return new EventFile(
        EventRequest.of(chosen, AwsCatalog.embedded()), note(chosen, failed.size(), events.size()));
  }

  /** The newest; of several of one time, or of none, the last in the file. */
  private static Optional<TrailEvent> newest(List<TrailEvent> events) {
    return events.stream().reduce((a, b) -> time(b).isBefore(time(a)) ? a : b);
  }

  private static Instant time(TrailEvent event) {
    try {
      return Instant.parse(event.time());
    } catch (DateTimeParseException e) {
      return Instant.MIN;
    }
  }

  private static Optional<String> note(TrailEvent chosen, int failed, int all) {
    String which =
        failed == 0
            ? "the newest"
            : failed == 1 ? "the one that failed" : "the newest of " + failed + " that failed";
    return all == 1
        ? Optional.empty()
        : Optional.of(
            "%s: the request is that of %s, %s, %s; %d other%s in the file"
                .formatted(
                    chosen.source(),
                    chosen.eventName(),
                    chosen.time().isEmpty() ? "of no time" : chosen.time(),
                    which,
                    all - 1,
                    all == 2 ? " is" : "s are"));
  }
}
