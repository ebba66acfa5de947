package awsleuth.trail.ask;

import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Place;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.Readers;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why the calls of a group failed: the diagnosis of its first one. */
public final class GroupCause {

  private final Diagnoser diagnoser;

  /** By a diagnoser. */
  public GroupCause(Diagnoser diagnoser) {
    this.diagnoser = diagnoser;
  }

  /**
   * The diagnosis of the group's first failed call, with all causes that were asked.
   *
   * @param beside records of other events that may have to do with it
   */
  public Diagnosis diagnosis(FailureGroup group, List<RecordText> beside) {
    return diagnosisBeside(group, beside.stream().flatMap(r -> r.whole().stream()).toList());
  }

  /** Likewise. */
  public Diagnosis diagnosisBeside(FailureGroup group, List<TrailEvent> beside) {
    Optional<TrailEvent> whole = group.record().flatMap(RecordText::whole);
    if (whole.isPresent()) {
      List<Evidence> all = new ArrayList<>();
      all.add(whole.get());
      all.addAll(beside);
      return diagnoser.diagnose(List.of(), List.copyOf(all));
    }
    return group
        .record()
        .filter(r -> r.length() > 0 && isOfLog(group.event()))
        .map(this::printed)
        .orElseGet(() -> diagnoser.diagnose(List.of(), List.of(columns(group.event()))));
  }

  /** The diagnosis of an event of which nothing but its columns is known. */
  public Diagnosis diagnosis(Event event) {
    if (isOfLog(event)) {
      String line =
          event.name().isEmpty()
              ? event.code() + ": " + event.message()
              : "An error occurred (%s) when calling the %s operation: %s"
                  .formatted(event.code(), event.name(), event.message());
      return printed(RecordText.of(line, event.file(), 1));
    }
    return diagnoser.diagnose(List.of(), List.of(columns(event)));
  }

  /** The first cause that is not ruled out: it is confirmed, or it may be; empty for none. */
  public static Optional<Verdict> first(Diagnosis diagnosis) {
    return diagnosis.failures().stream()
        .flatMap(f -> f.verdicts().stream())
        .filter(Verdict::claims)
        .findFirst();
  }

  /** A log names the service itself; the record is what an exception would print. */
  private static boolean isOfLog(Event event) {
    return event.isOfLog() && event.source().indexOf('.') < 0;
  }

  private Diagnosis printed(RecordText record) {
    return diagnoser.diagnose(
        List.of(new Artifact(record.file(), Artifact.Kind.TRACEBACK, record.text())));
  }

  /** What is known of an event whose record is not kept. */
  static TrailEvent columns(Event event) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (event.time() != Event.UNKNOWN_TIME) {
      put(fields, "eventTime", Instant.ofEpochMilli(event.time()).toString());
    }
    put(fields, "eventSource", event.source());
    put(fields, "eventName", event.name());
    put(fields, "awsRegion", event.region());
    put(fields, "recipientAccountId", event.account());
    put(fields, "userIdentity.arn", event.principal());
    put(fields, "userAgent", event.agent());
    put(fields, "sourceIPAddress", event.address());
    put(fields, "errorCode", event.code().equals(Event.UNNAMED) ? "" : event.code());
    put(fields, "errorMessage", event.message());
    put(fields, "requestID", event.requestId());
    put(fields, "eventID", event.eventId());
    return new TrailEvent(Map.copyOf(fields), Map.<String, Place>of(), new Source(event.file(), 1));
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, Readers.harmless(value));
    }
  }
}
