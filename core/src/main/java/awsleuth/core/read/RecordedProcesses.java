package awsleuth.core.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The processes of a record: which told of calls, and which told that no more came. One that is
 * killed, ends itself past Python's own end, or runs another program in its place, does not tell
 * those since it last counted them.
 */
final class RecordedProcesses {

  private final Map<Long, Integer> programs = new HashMap<>();
  private final Set<Long> calling = new HashSet<>();
  private final Set<Long> ended = new HashSet<>();
  private boolean ends;
  private int cut;

  /** Adds a line; which of the programs of its process told it, the first being 0. */
  int add(RecordReader.Line line) {
    long pid = line.number("pid");
    switch (line.text("kind")) {
      case "client", "call", "calls", "again" -> calling.add(pid);
      case "ended" -> ended.add(pid);
      case "process" -> {
        ends |= line.members().get("ends") != null;
        // Of a process that has begun before, another program took the place of the one before.
        if (programs.merge(pid, 0, (before, _) -> before + 1) > 0) {
          boolean told = ended.remove(pid);
          cut += calling.remove(pid) && !told ? 1 : 0;
        }
      }
      default -> {}
    }
    return programs.getOrDefault(pid, 0);
  }

  /** How many did not tell; none where the record is of a version that has none tell. */
  int cut() {
    return ends ? cut + (int) calling.stream().filter(pid -> !ended.contains(pid)).count() : 0;
  }
}
