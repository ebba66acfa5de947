package awsleuth.app.test;

import awsleuth.boto.python.PyValue;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Dicts of Python, changed. */
final class Dicts {

  private Dicts() {}

  /** A dict with one member, a text. */
  static PyValue.Dict of(String name, String value) {
    return with(new PyValue.Dict(new LinkedHashMap<>()), name, new PyValue.Str(value));
  }

  /** A dict with a member more. */
  static PyValue.Dict with(PyValue.Dict dict, String name, PyValue value) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>(dict.entries());
    entries.put(new PyValue.Str(name), value);
    return new PyValue.Dict(entries);
  }

  /** A dict without a member. */
  static PyValue.Dict without(PyValue.Dict dict, String name) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>(dict.entries());
    entries.remove(new PyValue.Str(name));
    return new PyValue.Dict(entries);
  }
}
