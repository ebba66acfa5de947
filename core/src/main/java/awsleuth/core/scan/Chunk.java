package awsleuth.core.scan;

import org.jspecify.annotations.Nullable;

/** A part of the stream in a reused buffer, with room before it for what came before. */
final class Chunk {

  static final int BLOCK = 4 << 10;

  /** History, then the bytes read. */
  final byte[] bytes;

  final Hits hits = new Hits();

  /** By block of the bytes read: the line feeds in them before it. */
  final int[] feedsBefore;

  /** Where the bytes read begin. */
  final int from;

  /** Where valid history begins. */
  int valid;

  /** Where the bytes read end. */
  int to;

  /** The place in the stream of the byte at {@code from}. */
  long offset;

  /** All line feeds in the bytes read. */
  int feeds;

  /** Whether the stream ends with this chunk. */
  boolean last;

  /** Whether it has been searched. */
  boolean done;

  /** What reading threw; the bytes before it are still good. */
  @Nullable Throwable failure;

  Chunk(Limits limits) {
    from = limits.history();
    bytes = new byte[from + limits.chunk()];
    feedsBefore = new int[limits.chunk() / BLOCK + 1];
  }

  /** Searches the bytes read. */
  void examine(AnchorSearch search) {
    int count = 0;
    int block = 0;
    hits.clear();
    for (int i = from; i < to; i += BLOCK) {
      feedsBefore[block++] = count;
      count += Newlines.count(bytes, i, Math.min(to, i + BLOCK));
    }
    feeds = count;
    search.find(bytes, valid, from, to, hits);
    hits.sort();
  }

  /** The line feeds between the start of the bytes read and a place, negative for one before it. */
  int feedsTo(int place) {
    if (place < from) {
      return -Newlines.count(bytes, place, from);
    }
    if (place == to) {
      return feeds;
    }
    int block = (place - from) / BLOCK;
    return feedsBefore[block] + Newlines.count(bytes, from + block * BLOCK, place);
  }

  /** Takes over the bytes before this chunk from the one before. */
  void follow(Chunk before) {
    int kept = Math.min(from, before.to - before.valid);
    System.arraycopy(before.bytes, before.to - kept, bytes, from - kept, kept);
    valid = from - kept;
  }
}
