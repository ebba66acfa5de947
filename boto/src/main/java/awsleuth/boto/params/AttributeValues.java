package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of DynamoDB with their types: {@code {"N": "5"}}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</a>
 */
final class AttributeValues {

  private static final Set<String> TYPES = Set.of("S", "N", "B", "L", "M", "BOOL", "NULL");

  private AttributeValues() {}

  /** The value with its type, where the shape is such a value and a plain one is given. */
  static Optional<Dict> of(PyValue value, Shapes.Known shape) {
    boolean wanted = shape.members().keySet().containsAll(TYPES);
    return wanted && !(value instanceof Dict) ? typed(value) : Optional.empty();
  }

  /** What {@code None} under a type is meant as; empty where there is a value. */
  static Optional<Dict> ofNone(Dict dict, Shapes.Known shape) {
    return shape.members().keySet().containsAll(TYPES)
            && dict.entries().size() == 1
            && dict.entries().values().iterator().next() instanceof None
        ? typed(new None())
        : Optional.empty();
  }

  /** What DynamoDB says of a value that has several types, or none. */
  static Optional<String> refusal(PyValue value, Shapes.Known shape) {
    boolean wanted = shape.members().keySet().containsAll(TYPES);
    if (!wanted || !(value instanceof Dict d) || d.entries().size() == 1) {
      return Optional.empty();
    }
    String given = String.join(", ", d.entries().keySet().stream().map(PythonText::str).toList());
    return Optional.of(
        "a value has one of the types" + (given.isEmpty() ? "" : ", and here it has " + given));
  }

  private static Optional<Dict> typed(PyValue value) {
    return switch (value) {
      case Str s -> one("S", s);
      case Int _, Real _, Dec _ -> one("N", new Str(PythonText.str(value)));
      case Bool b -> one("BOOL", b);
      case None _ -> one("NULL", new Bool(true));
      case Bytes b -> one("B", b);
      case PyList l -> list(l.items());
      case Dict d -> map(d);
      case PyValue.DateTime _, PyValue.Date _ ->
          one("S", new Str(PythonText.str(value).replaceFirst(" ", "T")));
      case PyValue.Tuple _, PyValue.PySet _ -> Optional.empty();
    };
  }

  private static Optional<Dict> list(List<PyValue> items) {
    List<PyValue> typed = new ArrayList<>();
    items.forEach(i -> typed(i).ifPresent(typed::add));
    return typed.size() == items.size() ? one("L", new PyList(typed)) : Optional.empty();
  }

  private static Optional<Dict> map(Dict dict) {
    LinkedHashMap<PyValue, PyValue> typed = new LinkedHashMap<>();
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      typed(e.getValue()).ifPresent(v -> typed.put(e.getKey(), v));
    }
    return typed.size() == dict.entries().size() ? one("M", new Dict(typed)) : Optional.empty();
  }

  private static Optional<Dict> one(String type, PyValue value) {
    LinkedHashMap<PyValue, PyValue> entry = new LinkedHashMap<>();
    entry.put(new Str(type), value);
    return Optional.of(new Dict(entry));
  }
}
