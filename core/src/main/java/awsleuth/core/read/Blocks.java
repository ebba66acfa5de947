package awsleuth.core.read;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.ArrayList;
import java.util.List;

/** The traceback around a failure. */
final class Blocks {

  private static final int MOST_LINES = 400;

  /**
   * A traceback's place.
   *
   * @param from index of its first line
   * @param to index after its last line
   * @param prefix the length of what a log puts before each line
   */
  record Block(Flat flat, int from, int to, int prefix) {

    boolean hasFrames() {
      for (int i = from; i < to; i++) {
        if (Tracebacks.isFrame(flat.lines.get(i).text())) {
          return true;
        }
      }
      return false;
    }

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

  private Blocks() {}

  static Block around(Flat flat, Sighting s) {
    int index = flat.indexAt(s.position);
    int prefix = prefix(flat, s, index);
    int from = index;
    boolean linked = false;
    while (from > 0 && index - from < MOST_LINES && belongs(flat, from - 1, index, prefix)) {
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
    while (to < flat.lines.size() && to - last < MOST_LINES && belongs(flat, to, index, prefix)) {
      to++;
    }
    return new Block(flat, from, to, prefix);
  }

  /** How much of a failure's line stands before it, where the line above begins likewise. */
  private static int prefix(Flat flat, Sighting s, int index) {
    int length = s.position - flat.startOf(index);
    String lead = flat.lines.get(index).text().substring(0, length);
    String dotted = ClassNames.before(lead, length, "").isEmpty() ? "" : "class";
    if (!dotted.isEmpty()) {
      int at = lead.lastIndexOf(' ', Math.max(0, lead.stripTrailing().length() - 2));
      length = at + 1;
    }
    return length > 0 && index > 0 && sameShape(flat, index - 1, index, length) ? length : 0;
  }

  private static boolean sameShape(Flat flat, int a, int b, int length) {
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

  private static boolean belongs(Flat flat, int i, int index, int prefix) {
    String line = flat.lines.get(i).text();
    if (prefix > 0) {
      if (line.length() <= prefix) {
        return true;
      }
      if (!sameShape(flat, i, index, prefix)) {
        return false;
      }
      line = line.substring(prefix);
    }
    return line.isBlank()
        || line.charAt(0) == ' '
        || line.equals("\",") // ends a frame in the JSON of AWS Lambda
        || (i > 0 && Tracebacks.isFrame(flat.lines.get(i - 1).text()))
        || line.charAt(0) == '\t'
        || Tracebacks.isPartOf(line)
        || PythonErrorReader.exceptionColon(line) > 0;
  }
}
