package awsleuth.core.read;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tracebacks around the failures of a text, each worked out once. Not for two threads. */
final class Blocks {

  private static final int MOST_LINES = 400;

  /** For so many prefixes it is kept which lines belong to a traceback. */
  private static final int MOST_PREFIXES = 8;

  private static final byte PART = 1;
  private static final byte NO_PART = 2;

  private final Flat flat;
  private final IdentityHashMap<Sighting, Block> known = new IdentityHashMap<>();

  /** By the length of the prefix, for each line whether it is a part; 0 where that is not known. */
  private final Map<Integer, byte[]> parts = new HashMap<>();

  /** The lines that tell a frame. */
  private @Nullable BitSet frames;

  /**
   * A traceback's place.
   *
   * @param from index of its first line
   * @param to index after its last line
   * @param prefix the length of what a log puts before each line
   */
  record Block(Flat flat, int from, int to, int prefix) {

    String text(int index) {
      String line = flat.lines.get(index).text();
      return line.length() > prefix ? line.substring(prefix) : prefix == 0 ? line : "";
    }

    List<Frame> frames(String artifact) {
      List<Frame> frames = new ArrayList<>();
      Frame cut = Frames.ofCode(this, from, new Source(artifact, flat.lines.get(from).number()));
      if (cut != null) {
        frames.add(cut);
      }
      for (int i = from; i < to; i++) {
        Frame f = Frames.read(this, i, new Source(artifact, flat.lines.get(i).number()));
        if (f != null) {
          frames.add(f);
        }
      }
      return frames;
    }
  }

  /** Those of a text. */
  Blocks(Flat flat) {
    this.flat = flat;
  }

  /** The text. */
  Flat flat() {
    return flat;
  }

  /** The one around a failure, which may be its own line alone. */
  Block around(Sighting s) {
    return known.computeIfAbsent(s, this::find);
  }

  /** Whether the traceback around a failure has a frame. */
  boolean haveFrames(Sighting s) {
    Block block = around(s);
    BitSet all = frames();
    int next = all.nextSetBit(block.from());
    return next >= 0 && next < block.to();
  }

  private BitSet frames() {
    if (frames == null) {
      frames = new BitSet();
      for (int i = 0; i < flat.lines.size(); i++) {
        frames.set(i, Tracebacks.isFrame(flat.lines.get(i).text()));
      }
    }
    return frames;
  }

  private Block find(Sighting s) {
    int index = flat.indexAt(s.position);
    int prefix = prefix(s, index);
    int from = index;
    boolean linked = false;
    while (from > 0 && index - from < MOST_LINES && belongs(from - 1, index, prefix)) {
      String line = flat.lines.get(from - 1).text();
      String bare = line.length() > prefix ? line.substring(prefix) : line;
      boolean ends = PythonErrorReader.exceptionColon(bare) > 0;
      if (ends && !linked) {
        break;
      }
      linked = !ends && (linked || Tracebacks.isLink(line));
      from--;
    }
    int last = flat.indexAt(Math.max(s.position, s.end - 1));
    int to = last + 1;
    while (to < flat.lines.size() && to - last < MOST_LINES && belongs(to, index, prefix)) {
      to++;
    }
    return new Block(flat, from, to, prefix);
  }

  /** How much of a failure's line stands before it, where the line above begins likewise. */
  private int prefix(Sighting s, int index) {
    int length = s.position - flat.startOf(index);
    String lead = flat.lines.get(index).text().substring(0, length);
    String dotted = ClassNames.before(lead, length, "").isEmpty() ? "" : "class";
    if (!dotted.isEmpty()) {
      int at = lead.lastIndexOf(' ', Math.max(0, lead.stripTrailing().length() - 2));
      length = at + 1;
    }
    return length > 0 && index > 0 && sameShape(index - 1, index, length) ? length : 0;
  }

  private boolean sameShape(int a, int b, int length) {
    String x = flat.lines.get(a).text();
    String y = flat.lines.get(b).text();
    if (x.length() < length || y.length() < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = x.charAt(i);
      char d = y.charAt(i);
      if (c != d && !(Character.isDigit(c) && Character.isDigit(d))) {
        return false;
      }
    }
    return true;
  }

  private boolean belongs(int i, int index, int prefix) {
    boolean blank = prefix > 0 && flat.lines.get(i).text().length() <= prefix;
    return blank || ((prefix == 0 || sameShape(i, index, prefix)) && isPart(i, prefix));
  }

  private boolean isPart(int i, int prefix) {
    if (parts.size() == MOST_PREFIXES && !parts.containsKey(prefix)) {
      parts.clear();
    }
    byte[] lines = parts.computeIfAbsent(prefix, _ -> new byte[flat.lines.size()]);
    if (lines[i] == 0) {
      lines[i] = isPart(i, flat.lines.get(i).text().substring(prefix)) ? PART : NO_PART;
    }
    return lines[i] == PART;
  }

  private boolean isPart(int i, String line) {
    return line.isBlank()
        || line.charAt(0) == ' '
        || line.equals("\",") // ends a frame in the JSON of AWS Lambda
        || (i > 0 && frames().get(i - 1))
        || line.charAt(0) == '\t'
        || Tracebacks.isPartOf(line)
        || PythonErrorReader.exceptionColon(line) > 0;
  }
}
