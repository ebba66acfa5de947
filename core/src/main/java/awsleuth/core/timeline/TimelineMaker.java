package awsleuth.core.timeline;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.fact.Citation;
import awsleuth.core.read.Readers;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings together what each kind of evidence tells of times. */
final class TimelineMaker {

  private static final Comparator<TrailEvent> BY_TIME =
      Comparator.comparing(TrailEvent::time)
          .thenComparing(TrailEvent::source)
          .thenComparing(e -> e.field("eventID"));

  private final List<Artifact> texts;
  private final List<? extends Evidence> evidence;
  private final Optional<ZoneId> zone;
  private final List<Failure> failures;
  private final List<TrailEvent> trail;
  private final List<WatchedCall> watched;
  private final List<Moment> moments = new ArrayList<>();
  private final List<Citation> tried = new ArrayList<>();
  private final List<Citation> notes = new ArrayList<>();

  TimelineMaker(List<Artifact> texts, List<? extends Evidence> evidence, Optional<ZoneId> zone) {
    this.texts = texts.stream().sorted(Comparator.comparing(Artifact::name)).toList();
    this.evidence = evidence;
    this.zone = zone;
    this.failures = only(Failure.class, Comparator.comparing(Failure::source));
    this.trail = once(only(TrailEvent.class, BY_TIME));
    this.watched = only(WatchedCall.class, Comparator.comparing(WatchedCall::source));
  }

  private <E extends Evidence> List<E> only(Class<E> kind, Comparator<E> order) {
    return evidence.stream().filter(kind::isInstance).map(kind::cast).sorted(order).toList();
  }

  /** Without those that another file has too. */
  private static List<TrailEvent> once(List<TrailEvent> events) {
    Set<String> seen = new HashSet<>();
    return events.stream()
        .filter(e -> e.field("eventID").isEmpty() || seen.add(e.field("eventID")))
        .toList();
  }

  Timeline make() {
    tried.addAll(Tried.ofFailures(failures));
    tried.addAll(Tried.ofRecord(watched));
    tried.addAll(Tried.ofTrail(trail, failures));
    moments.addAll(StoredMoments.ofSettings(evidence));
    TrailMoments events = new TrailMoments(trail, failures);
    moments.addAll(events.all());
    if (!trail.isEmpty()) {
      notes.add(Delivery.NOTE);
    }
    if (events.leftOut() > 0) {
      notes.add(
          new Citation(
              events.leftOut() + " more CloudTrail events are not shown",
              trail.getFirst().source()));
    }
    texts.forEach(this::text);
    return Timeline.of(moments, tried, notes);
  }

  private void text(Artifact text) {
    switch (Readers.kindByBeginning(text.name(), text.kind(), text.text())) {
      case TRAIL, MANIFEST, PARAMS, CONFIG, CREDENTIALS -> {}
      case RECORD -> moments.addAll(StoredMoments.ofRecord(text, watched));
      case POLICY,
          POLICY_IDENTITY,
          POLICY_RESOURCE,
          POLICY_BOUNDARY,
          POLICY_SCP,
          POLICY_RCP,
          POLICY_SESSION,
          POLICY_VPC_ENDPOINT,
          POLICY_TRUST,
          SIMULATION,
          AUTHORIZATION,
          USAGE,
          TAGS ->
          moments.addAll(StoredMoments.ofDocument(text));
      case ANY, TRACEBACK, ENV -> log(text);
    }
  }

  private void log(Artifact text) {
    List<Moment> document = StoredMoments.ofDocument(text);
    if (!document.isEmpty()) {
      moments.addAll(document);
      return;
    }
    List<Failure> own =
        failures.stream()
            .filter(f ->
                f.source().artifact().equals(text.name())
                    || f.last().artifact().equals(text.name()))
            .toList();
    tried.addAll(Tried.ofText(text));
    LogMoments log = new LogMoments(text, own);
    if (log.isTold()) {
      Zones zones = Zones.of(zone, log, trail);
      List<Moment> read = log.all().stream().map(zones::dated).toList();
      moments.addAll(read);
      if (log.leftOut() > 0) {
        notes.add(
            new Citation(
                log.leftOut() + " more lines with a time are not shown",
                new Source(text.name(), 1)));
      }
      read.stream()
          .filter(m -> m.time().lacksZone())
          .findFirst()
          .map(m -> new Citation(zones.words(m), new Source(text.name(), m.source().line())))
          .ifPresent(notes::add);
    }
  }
}
