package awsleuth.trail.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the walk through one file has counted. */
final class Tally {

  private static final String WITHIN = "ends within the record that begins in line ";

  long events;

  /** Objects that are no events. */
  long others;

  /** Whether one of these is a digest of log files. */
  boolean digest;

  /** Lines that hold no JSON at all. */
  long textLines;

  /** The lines that an event is in. */
  final BitSet eventLines = new BitSet();

  private final Kind broken = new Kind("is no JSON", "are no JSON");
  private final Kind noObject = new Kind("is no object", "are no objects");
  private final Kind noEvent = new Kind("is no event", "are no events");
  private final Kind tooLarge = new Kind("is larger than 16 MB", "are larger than 16 MB");
  private final Kind aggregated = new Kind("is an aggregated event", "are aggregated events");
  private final Kind hidden = new Kind("has an event within", "have an event within");
  private final List<String> ends = new ArrayList<>();
  private boolean listed;

  /** Whether it is text to begin with. */
  boolean log;

  private long leftOut;

  /** Records that something is wrong with. */
  private static final class Kind {
    private final String one;
    private final String many;
    private long count;
    private int line;

    Kind(String one, String many) {
      this.one = one;
      this.many = many;
    }

    void add(int at) {
      line = count == 0 ? at : line;
      count++;
    }

    void clear() {
      count = 0;
    }

    String text() {
      return count == 1
          ? "1 record " + one + " (line " + line + ")"
          : count + " records " + many + " (the first in line " + line + ")";
    }
  }

  void broken(int line) {
    broken.add(line);
  }

  void noObject(int line) {
    noObject.add(line);
  }

  /** An object among CloudTrail's records that is no event. */
  void noEvent(int line) {
    noEvent.add(line);
  }

  /** A record that tells how many calls there were, and no call. */
  void aggregated(int line) {
    aggregated.add(line);
  }

  /** A record that is no event, but has one within in a form that is not known. */
  void hidden(int line) {
    hidden.add(line);
  }

  void tooLarge(int line) {
    tooLarge.add(line);
  }

  /** A list that events are in has begun. */
  void listed() {
    listed = true;
  }

  /** Whether nothing was there that records are in, nor anything wrong. */
  boolean hasNoList() {
    return events == 0 && !digest && !listed && damages().isEmpty();
  }

  /** Whether what was read may have lines of the log of a program, all of it or some. */
  boolean mayHaveText() {
    return others + textLines > 0 && !digest && !listed;
  }

  /** It has lines of the log of a program: where it is nothing else, no JSON is no damage. */
  void isLog() {
    if (events == 0 || log) {
      List.of(broken, noObject, tooLarge).forEach(Kind::clear);
      ends.removeIf(end -> !end.startsWith(WITHIN) || log);
    }
  }

  /** Failed calls of a log that are of too many kinds to be kept. */
  void leftOut(long calls) {
    leftOut += calls;
  }

  /** The rest of a table is none. */
  void tableEnds() {
    ends.add("is no table any more behind row " + (events + others + 1));
  }

  /** The file ends within a record that begins in a line. */
  void cut(int line) {
    ends.add(WITHIN + line);
  }

  /** The file ends within a list. */
  void unclosed() {
    ends.add("ends before its list of records does");
  }

  /** Behind a record that begins in a line no other was found. */
  void lost(int line) {
    ends.add("behind line " + line + " no record was found any more");
  }

  /** What is wrong, one line each; empty where nothing is. */
  List<String> damages() {
    List<String> all = new ArrayList<>();
    for (Kind kind : List.of(broken, noObject, noEvent, tooLarge)) {
      if (kind.count > 0 && (kind != noEvent || events > 0)) {
        all.add(kind.text() + "; the others are read");
      }
    }
    if (events == 0 && aggregated.count > 0) {
      all.add(
          aggregated.text()
              + ", of how many calls there were: the events of the calls are in other files, below"
              + " `CloudTrail`");
    }
    if (events == 0 && hidden.count > 0) {
      all.add(
          hidden.text()
              + ", in a form that is not read; write the events themselves, one in a line");
    }
    ends.forEach(end -> all.add(end + "; what comes before is read"));
    if (leftOut > 0) {
      all.add(leftOut + " failed calls are of too many kinds and are left out");
    }
    return all;
  }
}
