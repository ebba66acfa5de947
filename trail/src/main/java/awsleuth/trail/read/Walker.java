package awsleuth.trail.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Walks through a stream of JSON values and gives the events in it: those of {@code Records},
 * {@code Events}, {@code logEvents} and {@code results}, of arrays, of lines, and those inside of
 * other objects. A record that is no JSON is passed over, to where the next one begins.
 */
final class Walker {

  private static final int DEEPEST = 64;

  /** How many bytes of a stream may be gone through once more. */
  private static final long MOST_REPEATED = 256L << 20;

  /** A row of so many bytes has no event of CloudTrail's, of 1 MB at most. */
  private static final int LARGEST_ROW = 2 << 20;

  /** A list that stands by itself: no {@link Names} id. */
  private static final int PLAIN = -1;

  private final Window window;
  private final Emitter out;
  private final Tally tally;
  private final Slots slots;
  private final Scanner scanner;
  private final Resync resync;
  private final boolean text;

  /** What each list around is: a name's id, or PLAIN. */
  private final int[] lists = new int[DEEPEST];

  private int depth;

  /** Whether it was said already that the file ends too early. */
  private boolean ended;

  private int line = 1;
  private long repeated;

  /**
   * Through a window's stream.
   *
   * @param text whether it is text with JSON in its lines: a bracket at the beginning of a line is
   *     no list's
   */
  Walker(Window window, Emitter out, Tally tally, boolean text) {
    this.text = text;
    this.window = window;
    this.out = out;
    this.tally = tally;
    this.slots = out.slots();
    this.scanner = out.scanner();
    this.resync = new Resync(window);
  }

  /**
   * Goes to the end.
   *
   * @throws IOException where the stream cannot be read
   */
  void walk() throws IOException {
    boolean going = true;
    while (going) {
      skipSpace();
      if (window.at >= window.limit) {
        going = window.more();
      } else {
        going = step(window.bytes[window.at]);
      }
    }
    if (depth > 0 && !ended) {
      tally.unclosed();
    }
  }

  private void skipSpace() {
    byte[] b = window.bytes;
    int p = window.at;
    while (true) {
      byte c = b[p];
      if (c == '\n') {
        line++;
      } else if (c != ',' && c != ' ' && c != '\r' && c != '\t') {
        window.at = p;
        return;
      }
      p++;
    }
  }

  /** One record, or one bracket. */
  private boolean step(byte first) throws IOException {
    return switch (first) {
      case '{' -> object();
      case '[' -> (text && depth == 0) ? text() : list();
      case ']' -> close();
      default -> depth == 0 ? text() : noObject();
    };
  }

  private boolean object() throws IOException {
    int end = scanner.object(window.bytes, window.at, window.limit);
    if (end == Scanner.OPENED) {
      return open(slots.list);
    }
    return end >= 0 ? emit(end) : refused(end);
  }

  private boolean emit(int end) {
    long events = tally.events;
    long others = tally.others;
    boolean whole = slots.has(Slots.INNER);
    out.emit(window.bytes, window.at, end, window.limit, line);
    if (tally.events > events) {
      tally.eventLines.set(line, line + scanner.lines() + 1);
    }
    boolean listed = depth > 0 && lists[depth - 1] == Names.RECORDS;
    if (tally.others > others && (listed || (whole && tally.events == events))) {
      tally.noEvent(line);
    }
    return pass(end);
  }

  private boolean pass(int end) {
    line += scanner.lines();
    window.at = end;
    return true;
  }

  private boolean open(int list) throws IOException {
    if (depth == DEEPEST) {
      return tooDeep();
    }
    if (list != PLAIN && !Names.mayBeOfLog(list)) {
      tally.listed();
    }
    lists[depth++] = list;
    return pass(slots.opened);
  }

  private boolean list() throws IOException {
    if (depth > 0 && lists[depth - 1] == Names.ROWS) {
      int end = row();
      return end < 0 ? refused(end) : end - window.at > LARGEST_ROW ? emit(end) : emitRow(end);
    }
    if (depth > 0 && lists[depth - 1] == Names.RECORDS) {
      tally.noObject(line);
    }
    slots.opened = window.at + 1;
    scanner.reset();
    return open(PLAIN);
  }

  /** The event that a row was made of. */
  private boolean emitRow(int end) {
    String row = new String(window.bytes, window.at, end - window.at, StandardCharsets.UTF_8);
    Optional<String> json = ResultRow.json(row);
    if (json.isEmpty()) {
      return emit(end);
    }
    int lines = scanner.lines();
    Table.emit(json.get(), line, out, tally);
    line += lines;
    window.at = end;
    return true;
  }

  /** The columns of one row, each an object by itself. */
  private int row() {
    byte[] b = window.bytes;
    slots.clear();
    scanner.reset();
    int p = scanner.space(b, window.at + 1);
    while (b[p] == '{') {
      p = scanner.more(b, p, window.limit);
      if (p < 0) {
        return p;
      }
      p = scanner.space(b, p);
      p = b[p] == ',' ? scanner.space(b, p + 1) : p;
    }
    return b[p] == ']' ? p + 1 : p >= window.limit ? Scanner.CUT : Scanner.BROKEN;
  }

  /** The end of a list, and, where it was a member's, of the object or objects around it. */
  private boolean close() throws IOException {
    if (depth == 0) {
      return text();
    }
    int list = lists[depth - 1];
    if (list == PLAIN) {
      depth--;
      window.at++;
      return true;
    }
    int end = scanner.rest(window.bytes, window.at + 1, window.limit, Names.objects(list));
    if (end == Scanner.OPENED) {
      depth--;
      return open(slots.list);
    }
    if (end >= 0) {
      depth--;
      return pass(end);
    }
    return refused(end);
  }

  /** A record that does not end in the window, or is no JSON. */
  private boolean refused(int why) throws IOException {
    if (why == Scanner.CUT) {
      return window.more() || endless();
    }
    boolean far = isTooOften(scanner.stopped());
    tally.broken(line);
    if (far) {
      line += resync.newlines(window.at, scanner.stopped());
      window.at = scanner.stopped();
    }
    return skipped(resync.next(depth));
  }

  /** A record whose end was not found, in the whole of what is kept together or of the stream. */
  private boolean endless() throws IOException {
    boolean full = window.isFull();
    int begun = line;
    boolean found = resync.behind(depth, isTooOften(window.limit) ? window.limit : 0);
    line += resync.lines();
    if (full && resync.passed() >= Window.LARGEST) {
      tally.tooLarge(begun);
      return found || lost(line);
    }
    if (!found) {
      tally.cut(begun);
      ended = true;
      return false;
    }
    tally.broken(begun);
    return true;
  }

  /**
   * Whether what is gone through anew for records within records becomes too much: then what lies
   * within one that is no JSON is passed over, so that no text costs more than its length.
   */
  private boolean isTooOften(int stopped) {
    repeated += stopped - window.at;
    return repeated > MOST_REPEATED;
  }

  private boolean skipped(boolean found) {
    line += resync.lines();
    return found || lost(line);
  }

  /** Nothing more was found. */
  private boolean lost(int behind) {
    if (depth > 0) {
      tally.lost(behind);
      ended = true;
    }
    return false;
  }

  private boolean tooDeep() throws IOException {
    tally.broken(line);
    return skipped(resync.next(depth));
  }

  /** What stands in a list and is no object. */
  private boolean noObject() throws IOException {
    scanner.reset();
    int end = scanner.other(window.bytes, window.at, window.limit);
    if (end < 0) {
      return refused(end);
    }
    tally.noObject(line);
    return pass(end);
  }

  /** A line, or what stands before the JSON in it. */
  private boolean text() throws IOException {
    boolean begun = resync.toObject();
    line += resync.lines();
    if (!begun) {
      tally.textLines++;
    }
    return window.at < window.limit || window.more();
  }
}
