package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The parameters of a call, which botocore's handlers change before it is validated. */
final class CallParams {

  private final SequencedMap<PyValue, PyValue> entries;

  CallParams(Dict given) {
    entries = new LinkedHashMap<>(given.entries());
  }

  Dict dict() {
    return new Dict(entries);
  }

  boolean has(String name) {
    return entries.containsKey(new Str(name));
  }

  /** The value; null if it is not given. */
  @Nullable PyValue get(String name) {
    return entries.get(new Str(name));
  }

  void put(String name, String value) {
    entries.put(new Str(name), new Str(value));
  }

  void putIfAbsent(String name, String value) {
    entries.putIfAbsent(new Str(name), new Str(value));
  }

  void rename(String from, String to) {
    PyValue value = entries.remove(new Str(from));
    if (value != null) {
      entries.put(new Str(to), value);
    }
  }
}
