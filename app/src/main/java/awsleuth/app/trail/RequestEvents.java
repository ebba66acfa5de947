package awsleuth.app.trail;

import awsleuth.app.input.Redaction;
import awsleuth.app.terminal.Console;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Archive;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Filter;
import awsleuth.trail.ask.ById;
import awsleuth.trail.ask.ByIdBeside;
import awsleuth.trail.ask.Nearby;
import awsleuth.trail.change.EveryChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The events of failed calls, by their request ids, out of files that are too many to be held. */
public final class RequestEvents {

  /** Ids beyond that are not looked for. */
  private static final int MOST_IDS = 1000;

  private RequestEvents() {}

  /**
   * Looks for the events of the failed calls among some evidence whose events are not there.
   *
   * @param files where they may be
   * @param redaction learns their names
   * @param console where it is told how many were found
   */
  public static List<TrailEvent> of(
      List<Evidence> evidence, List<Path> files, Redaction redaction, Console console) {
    Set<String> ids = files.isEmpty() ? Set.of() : ids(evidence);
    if (ids.isEmpty()) {
      return List.of();
    }
    ReadingLine line = new ReadingLine(console.err());
    Asked<ByIdBeside> both =
        line.watch(new Archive(files, Filter.ALL)).ask(() -> new ByIdBeside(ById.some(ids)));
    Asked<ById> asked = new Asked<>(both.fold().calls(), both.intake());
    line.done();
    List<TrailEvent> events = new ArrayList<>();
    for (ById.Match match : asked.fold().matches()) {
      redaction.learn(match.record().text());
      match.record().whole().ifPresent(events::add);
    }
    console.say(said(ids.size(), events.size(), asked));
    Optional<ChangedBefore> before = ChangedBefore.of(asked.fold().matches());
    if (before.isPresent()) {
      events.addAll(changes(before.get(), files, both.fold().changes(), redaction));
    }
    List<TrailEvent> near =
        NearRequest.of(
            asked.fold().matches(),
            both.fold().changes(),
            events,
            (filter, failed) -> new Archive(files, filter).ask(() -> new Nearby(failed)).fold());
    learn(near, redaction);
    events.addAll(near);
    return events;
  }

  /** What changed the resources and callers of these calls before. */
  private static List<TrailEvent> changes(
      ChangedBefore before, List<Path> files, EveryChange known, Redaction redaction) {
    List<TrailEvent> events =
        before.changes((what, _) ->
            known.isWhole()
                ? known.ask(what.question())
                : new Archive(files, what.filter()).ask(what::question).fold());
    learn(events, redaction);
    return events;
  }

  private static void learn(List<TrailEvent> events, Redaction redaction) {
    events.forEach(e -> e.fields().values().forEach(redaction::learn));
  }

  private static Set<String> ids(List<Evidence> evidence) {
    Set<String> ids = new TreeSet<>();
    for (Evidence e : evidence) {
      if (e instanceof Failure f && !f.call().requestId().isEmpty() && ids.size() < MOST_IDS) {
        ids.add(f.call().requestId());
      }
    }
    for (Evidence e : evidence) {
      if (e instanceof TrailEvent t) {
        ids.remove(t.field("requestID"));
      }
    }
    return ids;
  }

  private static String said(int ids, int found, Asked<ById> asked) {
    long damaged = asked.intake().damaged();
    return "of these files, searched for "
        + Asking.count(ids, "request id")
        + " of failed calls: "
        + Asking.count(found, "event")
        + " found and taken"
        + (damaged == 0 ? "" : "; " + Asking.count(damaged, "file") + " could not be read wholly");
  }
}
