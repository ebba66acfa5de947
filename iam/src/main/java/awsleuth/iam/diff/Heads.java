package awsleuth.iam.diff;

import awsleuth.iam.match.Shape;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells Resource elements that surely have nothing in common by what their patterns begin with,
 * before a first wildcard or variable: most statements are about one service.
 */
final class Heads {

  private final Parts parts;
  private final Map<Integer, List<String>> heads = new HashMap<>();
  private final Map<Long, Boolean> apart = new HashMap<>();

  Heads(Parts parts) {
    this.parts = parts;
  }

  /** Whether two of some parts about the resource surely have nothing in common. */
  boolean areApart(BitSet holds) {
    for (int a = holds.nextSetBit(0); a >= 0; a = holds.nextSetBit(a + 1)) {
      for (int b = holds.nextSetBit(a + 1); b >= 0; b = holds.nextSetBit(b + 1)) {
        if (areApart(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Leaves out parts that cannot hold anyway where others do. */
  void removeApart(BitSet holds, BitSet not) {
    for (int a = not.nextSetBit(0); a >= 0; a = not.nextSetBit(a + 1)) {
      for (int b = holds.nextSetBit(0); b >= 0; b = holds.nextSetBit(b + 1)) {
        if (areApart(a, b)) {
          not.clear(a);
          break;
        }
      }
    }
  }

  private boolean areApart(int a, int b) {
    long pair = (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    return apart.computeIfAbsent(
        pair, _ -> heads(a).stream().noneMatch(h -> heads(b).stream().anyMatch(i -> meet(h, i))));
  }

  private static boolean meet(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private List<String> heads(int part) {
    return heads.computeIfAbsent(part, p -> heads(parts.get(p)));
  }

  private static List<String> heads(Part part) {
    return part instanceof Part.OfResource r && !r.elements().negated()
        ? r.elements().values().stream()
            .flatMap(p -> Shape.resource(p, r.policy(), Map.of()).stream())
            .map(Heads::head)
            .distinct()
            .toList()
        : List.of("");
  }

  private static String head(Shape shape) {
    StringBuilder head = new StringBuilder();
    for (Shape.Element e : shape.elements()) {
      if (e.kind() != Shape.Kind.CHARACTER) {
        break;
      }
      head.append(e.character());
    }
    return head.toString();
  }
}
