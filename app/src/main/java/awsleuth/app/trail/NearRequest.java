package awsleuth.app.trail;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.ask.ById;
import awsleuth.trail.ask.IamChanges;
import awsleuth.trail.ask.Nearby;
import awsleuth.trail.change.EveryChange;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was near requests that failed, where IAM may have been changed moments before. */
final class NearRequest {

  private NearRequest() {}

  /**
   * Reads an archive.
   *
   * @param <E> what it throws where it cannot
   */
  @FunctionalInterface
  interface Asker<E extends Exception> {

    /** The answer of the events that a filter keeps. */
    Nearby ask(Filter filter, List<Event> failed) throws E;
  }

  /**
   * The events near some requests, without those that are known.
   *
   * @param known all changes, where they are whole
   * @param beside changes that are evidence already
   * @throws E where what is asked cannot tell them
   */
  static <E extends Exception> List<TrailEvent> of(
      Collection<ById.Match> matches, EveryChange known, List<TrailEvent> beside, Asker<E> asker)
      throws E {
    IamChanges iam = known.isWhole() ? known.ask(new IamChanges()) : new IamChanges();
    List<Event> failed =
        matches.stream()
            .map(ById.Match::event)
            .filter(Event::isFailed)
            .filter(e -> known.isWhole() ? iam.mayBeWhy(e) : Nearby.mayBe(e))
            .toList();
    if (failed.isEmpty()) {
      return List.of();
    }
    Nearby near = asker.ask(Nearby.times(failed), failed);
    Set<Object> told = new HashSet<>();
    beside.forEach(e -> told.add(id(e)));
    return near.ofAny(failed).stream().filter(e -> told.add(id(e))).toList();
  }

  /** What tells an event from others: its ID, or all of one that has none. */
  private static Object id(TrailEvent event) {
    String id = event.field("eventID");
    return id.isEmpty() ? event : id;
  }
}
