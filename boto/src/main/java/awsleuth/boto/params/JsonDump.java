package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether {@code json.dumps} can write a value. */
final class JsonDump {

  private JsonDump() {}

  /** The message of the TypeError; empty if it can be written. */
  static Optional<String> refusal(PyValue value) {
    return switch (value) {
      case None _, Bool _, Int _, Real _, Str _ -> Optional.empty();
      case PyList l -> first(l.items());
      case Tuple t -> first(t.items());
      case Dict d -> dict(d);
      case PyValue.Bytes _, PyValue.DateTime _, PyValue.Date _, PyValue.Dec _, PyValue.PySet _ ->
          Optional.of("Object of type " + value.typeName() + " is not JSON serializable");
    };
  }

  private static Optional<String> first(List<PyValue> items) {
    for (PyValue item : items) {
      Optional<String> refusal = refusal(item);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> dict(Dict dict) {
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      Optional<String> refusal =
          switch (e.getKey()) {
            case None _, Bool _, Int _, Real _, Str _ -> refusal(e.getValue());
            default ->
                Optional.of(
                    "keys must be str, int, float, bool or None, not "
                        + e.getKey().qualifiedTypeName());
          };
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }
}
