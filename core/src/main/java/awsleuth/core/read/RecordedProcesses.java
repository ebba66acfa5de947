package awsleuth.core.read;

import java.util.HashSet;
import java.util.Set;

/**
 * The processes of a record: which told of calls, and which told that no more came. One that is
 * killed, or ends itself past Python's own end, does not tell those since it last counted them.
 */
final class RecordedProcesses {

  private static final Set<String> OF_CALLS = Set.of("client", "call", "calls", "again");

  private final Set<Long> calling = new HashSet<>();
  private final Set<Long> ended = new HashSet<>();
  private boolean ends;

  void add(RecordReader.Line line) {
    String kind = line.text("kind");
    if (OF_CALLS.contains(kind)) {
      calling.add(line.number("pid"));
    } else if (kind.equals("ended")) {
      ended.add(line.number("pid"));
    } else if (kind.equals("process")) {
      ends |= line.members().get("ends") != null;
    }
  }

  /** How many did not tell; none where the record is of a version that has none tell. */
  int cut() {
    return ends ? (int) calling.stream().filter(pid -> !ended.contains(pid)).count() : 0;
  }
}
