package awsleuth.core.scan;

/**
 * Makes stretches of hits: the line of each, the lines before and after it that belong to it, and a
 * few more. What cannot be decided before more of the stream is read waits for the next chunk, so
 * that the chunks' borders change nothing.
 */
final class Assembler {

  private static final int LEAST_BACK = 2;
  private static final int LEAST_FORTH = 3;

  /** Lines without a mark that may stand between lines with one. */
  private static final int GAP = 3;

  private final Limits limits;
  private final Gathering gathering;
  private final Waiting waiting = new Waiting();
  private Chunk chunk;
  private long linesBefore;
  private long feeds;

  /** Up to here no line feed follows the hits looked at last. */
  private long freeOfFeeds;

  /** Where the lines begin that tell of the hit looked at last. */
  private long coreStart;

  // The lines after a hit, while they are being looked at.
  private boolean following;
  private long cursor;
  private long lastPlace;
  private int lines;
  private int plain;
  private int gap;

  Assembler(Limits limits, Gathering gathering, Chunk first) {
    this.limits = limits;
    this.gathering = gathering;
    this.chunk = first;
  }

  /** The line feeds in all chunks taken. */
  long feeds() {
    return linesBefore + feeds;
  }

  /** Takes the next chunk, which knows its history. */
  void take(Chunk next) {
    linesBefore += feeds;
    feeds = next.feeds;
    chunk = next;
    waiting.add(next.hits, next.offset - next.from);
    boolean decided = true;
    while (decided && (following || !waiting.isEmpty())) {
      decided = following ? follow() : begin();
    }
    if (next.last) {
      gathering.flush();
    }
  }

  private int index(long place) {
    return chunk.from + (int) (place - chunk.offset);
  }

  private long place(int index) {
    return chunk.offset + (index - chunk.from);
  }

  private long known() {
    return place(chunk.to);
  }

  /** Takes the line of the next hit; false where its end is not known yet. */
  private boolean begin() {
    long hit = waiting.first();
    long reach = Math.min(known(), hit + limits.reach());
    int searched = index(Math.max(hit, Math.min(freeOfFeeds, reach)));
    int feed = Newlines.first(chunk.bytes, searched, index(reach));
    boolean cut = feed < 0 && reach == hit + limits.reach();
    if (feed < 0 && !cut && !chunk.last) {
      return false;
    }
    freeOfFeeds = feed < 0 ? reach : 0;
    long end = feed < 0 ? reach : place(feed + 1);
    long start = following ? gathering.end() : startOf(hit);
    long core = following || start >= hit ? start : Math.max(start, coreStart);
    gathering.add(chunk, linesBefore, start, Math.max(start, end), core);
    waiting.dropFirst(cut ? hit + 1 : end);
    following = !cut;
    cursor = end;
    lastPlace = end + limits.forth();
    lines = 0;
    plain = 0;
    gap = 0;
    return true;
  }

  /** Looks at the line after the last one; false where it is not known yet. */
  private boolean follow() {
    long end = Math.min(known(), lastPlace);
    int feed = Newlines.first(chunk.bytes, index(cursor), index(end));
    if (lines == limits.linesForth() || (feed < 0 && end == lastPlace)) {
      following = false;
      return true;
    }
    if (feed < 0 && !chunk.last) {
      return false;
    }
    long lineEnd = feed < 0 ? end : place(feed + 1);
    if (lineEnd == cursor) {
      following = false;
      return true;
    }
    if (waiting.isBefore(lineEnd)) {
      return begin();
    }
    pass(index(cursor), index(lineEnd));
    return true;
  }

  /** Passes over a line after a hit, which belongs to it or does not. */
  private void pass(int from, int to) {
    boolean part = LineMarks.isPart(chunk.bytes, from, to);
    lines++;
    plain = part ? 0 : plain + 1;
    cursor = place(to);
    gap = part ? 0 : LineMarks.isBlank(chunk.bytes, from, to) ? gap : gap + 1;
    if (plain <= LEAST_FORTH) {
      boolean core = part || !LineMarks.isRecord(chunk.bytes, from, to);
      gathering.add(chunk, linesBefore, gathering.end(), cursor, core ? gathering.end() : cursor);
    }
    following = gap <= GAP;
  }

  /** Where the stretch of a hit begins: not before the end of the one before. */
  private long startOf(long hit) {
    coreStart = 0;
    long floor = gathering.end();
    if (hit <= floor) {
      return floor;
    }
    long least = Math.max(floor, hit - limits.reach());
    int line = Newlines.afterLast(chunk.bytes, index(least), index(hit));
    return line < 0 ? least : place(startBefore(line, floor));
  }

  /** Goes back over the lines before a line that belong to it. */
  private int startBefore(int line, long floor) {
    int bottom = index(Math.max(floor, place(line) - limits.back()));
    boolean whole = place(bottom) == floor;
    int start = line;
    int core = line;
    int at = line;
    int away = 0;
    int unmarked = 0;
    for (int n = 1; n <= limits.linesBack() && at > bottom && unmarked <= GAP; n++) {
      int before = Newlines.afterLast(chunk.bytes, bottom, at - 1);
      if (before < 0 && !whole) {
        break;
      }
      int from = before < 0 ? bottom : before;
      boolean part = LineMarks.isPart(chunk.bytes, from, at);
      unmarked = part ? 0 : LineMarks.isBlank(chunk.bytes, from, at) ? unmarked : unmarked + 1;
      away = part ? 0 : away + 1;
      start = away <= LEAST_BACK ? from : start;
      boolean told = part || (away <= LEAST_BACK && !LineMarks.isRecord(chunk.bytes, from, at));
      core = told ? from : core;
      at = from;
    }
    coreStart = place(core);
    return start;
  }
}
