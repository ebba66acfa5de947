package awsleuth.boto.call;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what a resource gives into the parameters of its method. */
final class ResourceParams {

  private ResourceParams() {}

  /**
   * The parameters with a value at a path such as {@code Filters[0].Name} or {@code
   * AttributeNames[]}.
   */
  static Dict with(Dict params, String path, PyValue value) {
    int dot = path.indexOf('.');
    String head = dot < 0 ? path : path.substring(0, dot);
    int bracket = head.indexOf('[');
    Str name = new Str(bracket < 0 ? head : head.substring(0, bracket));
    Map<PyValue, PyValue> entries = new LinkedHashMap<>(params.entries());
    PyValue before = entries.get(name);
    List<PyValue> items =
        before instanceof PyList l ? new ArrayList<>(l.items()) : new ArrayList<>();
    PyValue in = bracket < 0 ? before : items.isEmpty() ? null : items.getFirst();
    PyValue inner =
        dot < 0
            ? value
            : with(
                in instanceof Dict d ? d : new Dict(new LinkedHashMap<>()),
                path.substring(dot + 1),
                value);
    if (bracket < 0) {
      entries.put(name, inner);
    } else if (items.isEmpty()) {
      entries.put(name, new PyList(List.of(inner)));
    } else {
      items.set(0, inner);
      entries.put(name, new PyList(items));
    }
    return new Dict(new LinkedHashMap<>(entries));
  }
}
