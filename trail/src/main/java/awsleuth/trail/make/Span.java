package awsleuth.trail.make;

/**
 * A stretch of time.
 *
 * @param from its first millisecond
 * @param to the millisecond after its last
 */
record Span(long from, long to) {

  boolean has(long time) {
    return time >= from && time < to;
  }

  long length() {
    return to - from;
  }
}
