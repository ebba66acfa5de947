package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Which lines of a text are those of other failures, and so tell nothing of one. */
final class Neighbours {

  /** The lines of a failure. */
  private record Lines(Repeats.Group group, int to) {}

  private final Blocks blocks;
  private final Flat flat;
  private final TreeMap<Integer, List<Lines>> taken = new TreeMap<>();
  private final TreeMap<Integer, Repeats.Group> places = new TreeMap<>();

  Neighbours(Blocks blocks, List<Repeats.Group> groups) {
    this.blocks = blocks;
    this.flat = blocks.flat();
    if (groups.size() > 1) {
      for (Repeats.Group g : groups) {
        take(g, g.first);
        take(g, g.last);
      }
    }
  }

  Flat flat() {
    return flat;
  }

  private void take(Repeats.Group group, Sighting s) {
    Blocks.Block block = blocks.around(s);
    places.put(flat.indexAt(s.position), group);
    taken.computeIfAbsent(block.from(), _ -> new ArrayList<>()).add(new Lines(group, block.to()));
  }

  /** The traceback around a failure, without one after it that ends in another failure. */
  Blocks.Block block(Repeats.Group group) {
    Blocks.Block block = blocks.around(group.first);
    int after = flat.indexAt(Math.max(group.first.position, group.first.end - 1)) + 1;
    var next = places.ceilingEntry(after);
    boolean ofOther = next != null && next.getValue() != group && next.getKey() <= block.to();
    return ofOther && !isLinked(after, next.getKey())
        ? new Blocks.Block(flat, block.from(), after, block.prefix())
        : block;
  }

  private boolean isLinked(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Tracebacks.isLink(flat.lines.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is one of another failure and not of this one too. */
  boolean isOfOther(Repeats.Group group, int line) {
    var before = taken.floorEntry(line);
    return before != null
        && before.getValue().stream().noneMatch(l -> l.group() == group)
        && before.getValue().stream().anyMatch(l -> line < l.to());
  }

  /** Where the lines after a failure end that can tell of it. */
  int end(Repeats.Group group, int from, int most, boolean commanded) {
    int end = from;
    while (end < most
        && !isOfOther(group, end)
        && !(commanded && CommandLine.isIn(flat.lines.get(end).text()))) {
      end++;
    }
    return end;
  }
}
