package awsleuth.core.fact;

import awsleuth.core.evidence.Source;

/**
 * What in the evidence tells the value of a context key.
 *
 * @param why what tells it, in words
 * @param source the line where that stands
 * @param column the character in the line, counted from 1; 0 where the line is all that is known
 */
public record Origin(String why, Source source, int column) {

  /** {@code the event's `sourceIPAddress` (event.json:7:23)}. */
  @Override
  public String toString() {
    return why + " (" + source + (column == 0 ? "" : ":" + column) + ")";
  }
}
