package awsleuth.boto.params;

import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tagged unions, of which one member is given. */
final class Unions {

  private Unions() {}

  /**
   * An element of a list as several elements where it is a union with several of its members, each
   * of which is meant as an element of its own; else the element alone.
   */
  static List<PyValue> parted(PyValue item, Shapes.Known known) {
    boolean union = known.shape() instanceof Shape.Structure s && s.union();
    if (!union
        || !(item instanceof Dict d)
        || !d.entries().keySet().stream()
            .allMatch(k -> k instanceof Str(String name) && known.members().containsKey(name))) {
      return List.of(item);
    }
    List<PyValue> parts = new ArrayList<>();
    d.entries().forEach((k, v) -> parts.add(new Dict(new LinkedHashMap<>(Map.of(k, v)))));
    return parts.isEmpty() ? List.of(item) : parts;
  }
}
