package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.Comparator;
import java.util.Optional;

/**
 * An event with all that it has.
 *
 * @param event its columns
 * @param record its text
 */
public record Sampled(Event event, RecordText record) {

  static final Comparator<Sampled> ORDER = Comparator.comparing(Sampled::event, Event.ORDER);

  /** The event as {@code core} reads it; empty where it cannot be read. */
  Optional<TrailEvent> whole() {
    return record.whole();
  }
}
