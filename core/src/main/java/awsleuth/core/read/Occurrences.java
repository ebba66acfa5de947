package awsleuth.core.read;

import awsleuth.core.evidence.Failure;
import awsleuth.core.scan.Stretch;

/** Takes each occurrence of the failed calls of a stream, in the order of the stream. */
@FunctionalInterface
public interface Occurrences {

  /** Takes none. */
  Occurrences NONE = (failure, stretch, line) -> {};

  /**
   * Takes one.
   *
   * @param failure the failed call as it was told first, with how often this stretch tells it
   * @param stretch where it is told this time
   * @param line the line of the stretch in which it is told, from 1
   */
  void seen(Failure failure, Stretch stretch, int line);
}
