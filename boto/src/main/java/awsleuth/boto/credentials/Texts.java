package awsleuth.boto.credentials;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** All texts in a value. */
final class Texts {

  private Texts() {}

  /** The value with every text in it changed, names of members too. */
  static PyValue map(PyValue value, UnaryOperator<String> change) {
    return switch (value) {
      case Str(String text) -> new Str(change.apply(text));
      case PyList(List<PyValue> items) ->
          new PyList(items.stream().map(item -> map(item, change)).toList());
      case Dict(SequencedMap<PyValue, PyValue> entries) -> {
        SequencedMap<PyValue, PyValue> all = new LinkedHashMap<>();
        entries.forEach((k, v) -> all.put(map(k, change), map(v, change)));
        yield new Dict(all);
      }
      default -> value;
    };
  }
}
