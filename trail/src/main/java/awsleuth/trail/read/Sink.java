package awsleuth.trail.read;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;

/** Takes the events of a file. */
@FunctionalInterface
interface Sink {

  /** Takes one; the record's bytes are valid within this call alone. */
  void accept(Event event, RecordText record);
}
