package awsleuth.core.read;

import awsleuth.core.evidence.Failure;
import java.util.List;

/**
 * What was read out of a stream.
 *
 * @param failures the failed calls, first the one that the stream ends with a traceback of, then
 *     the most frequent, of no more than {@link #MOST_KINDS} kinds
 * @param leftOut how many failed calls are in none of the counts: of further kinds, and of these
 *     kinds before they were seen often; 0 where there are no more kinds
 */
public record Streamed(List<Failure> failures, long leftOut) {

  /** How many kinds of failed calls are kept of one stream: those that were seen most. */
  public static final int MOST_KINDS = 4096;
}
