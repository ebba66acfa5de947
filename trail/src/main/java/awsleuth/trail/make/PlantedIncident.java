package awsleuth.trail.make;

import java.util.List;

/**
 * A planted incident.
 *
 * @param fixed its changes, and what was before them
 * @param calls the calls that fail while it lasts
 * @param answer as it should be found
 */
record PlantedIncident(List<Dated> fixed, List<Calling> calls, Answer answer)
    implements EventSource {

  /**
   * Calls in a rhythm.
   *
   * @param rhythm when
   * @param what what is called then: one event, or several at that moment
   */
  record Calling(Rhythm rhythm, What what) {}

  /** What is called at a moment. */
  interface What {
    void add(long time, Dice dice, List<Dated> to);
  }

  @Override
  public void add(Span span, List<Dated> to) {
    for (Dated event : fixed) {
      if (span.has(event.time())) {
        to.add(event);
      }
    }
    for (Calling calling : calls) {
      for (long time : calling.rhythm().in(span)) {
        calling.what().add(time, Dice.of(calling.rhythm().seed(), 5, time), to);
      }
    }
  }
}
