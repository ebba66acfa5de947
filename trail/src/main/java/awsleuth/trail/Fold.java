package awsleuth.trail;

import java.io.Serializable;

/**
 * A question that is asked of events one by one, in parts that can be brought together: one part
 * for each thread, or each machine. What comes out must not depend on which events a part has seen
 * or in which order; what is kept has a bound, in bytes, that does not depend on the events.
 *
 * @param <F> the question's own class
 */
public interface Fold<F extends Fold<F>> extends Serializable {

  /** Takes one event in. The record's bytes are valid within this call alone. */
  void add(Event event, RecordText record);

  /** Takes in what another part has seen; the other is not used after that. */
  void merge(F other);
}
