package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.Optional;

/**
 * An event with all that it has.
 *
 * @param event its columns
 * @param record its text
 */
public record Sampled(Event event, RecordText record) implements Comparable<Sampled>, Serializable {

  /** In the order of events. */
  @Override
  public int compareTo(Sampled other) {
    return Event.ORDER.compare(event, other.event);
  }

  /** The event as {@code core} reads it; empty where it cannot be read. */
  Optional<TrailEvent> whole() {
    return record.whole();
  }
}
