package awsleuth.core.scan;

/**
 * The measures of a search.
 *
 * @param chunk bytes read and searched at a time
 * @param reach bytes of a line that are kept before and after a hit in it
 * @param back bytes of whole lines that are kept before the line of a hit
 * @param forth bytes of whole lines that are kept after it
 * @param linesBack lines, likewise
 * @param linesForth lines, likewise
 * @param stretch bytes of a stretch; at least two reaches and {@code back}
 */
record Limits(
    int chunk, int reach, int back, int forth, int linesBack, int linesForth, int stretch) {

  /** What the command uses: chunks that fit a processor's second cache. */
  static final Limits USUAL =
      new Limits(512 << 10, 64 << 10, 64 << 10, 32 << 10, 200, 60, 256 << 10);

  /** The bytes before a chunk that may be asked for once it is read. */
  int history() {
    return back + 2 * reach + forth + 64;
  }
}
