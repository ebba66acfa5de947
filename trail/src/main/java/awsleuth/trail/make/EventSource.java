package awsleuth.trail.make;

import java.util.List;

/** Something that events come from; asked of one stretch of time after another, or of any alone. */
interface EventSource {

  /** Adds the events of a stretch, in any order. */
  void add(Span span, List<Dated> to);
}
