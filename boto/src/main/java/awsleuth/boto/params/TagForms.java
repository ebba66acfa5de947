package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two forms in which services take tags: a list of pairs and a map. */
final class TagForms {

  private static final List<List<String>> NAMES =
      List.of(
          List.of("Key", "Value"),
          List.of("key", "value"),
          List.of("TagKey", "TagValue"),
          List.of("Name", "Value"),
          List.of("name", "value"));

  private TagForms() {}

  /** The list of pairs for a dict of texts, where the elements have a key and a value. */
  static Optional<PyList> pairs(PyValue value, Shapes.Known element) {
    if (!(value instanceof Dict dict) || dict.entries().isEmpty()) {
      return Optional.empty();
    }
    for (List<String> names : NAMES) {
      boolean fits =
          element.members().keySet().containsAll(names)
              && names.stream().noneMatch(dict::has)
              && dict.entries().values().stream().allMatch(v -> v instanceof Str);
      if (fits) {
        List<PyValue> pairs = new ArrayList<>();
        for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
          LinkedHashMap<PyValue, PyValue> pair = new LinkedHashMap<>();
          pair.put(new Str(names.get(0)), e.getKey());
          pair.put(new Str(names.get(1)), e.getValue());
          pairs.add(new Dict(pair));
        }
        return Optional.of(new PyList(pairs));
      }
    }
    return Optional.empty();
  }

  /** The dict for a list of pairs; empty if it is none. */
  static Optional<Dict> entries(PyValue value) {
    if (!(value instanceof PyList list) || list.items().isEmpty()) {
      return Optional.empty();
    }
    for (List<String> names : NAMES) {
      LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
      for (PyValue item : list.items()) {
        if (item instanceof Dict pair && pair.entries().size() == 2) {
          PyValue key = pair.get(names.get(0));
          PyValue of = pair.get(names.get(1));
          if (key instanceof Str && of != null) {
            entries.put(key, of);
          }
        }
      }
      if (entries.size() == list.items().size()) {
        return Optional.of(new Dict(entries));
      }
    }
    return Optional.empty();
  }
}
