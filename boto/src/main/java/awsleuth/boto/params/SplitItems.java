package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Elements of lists that are divided wrongly: a filter or a tag whose name and value are two
 * elements, as {@code Name=n Values=v} of the AWS CLI gives them, and several IDs in one text.
 */
final class SplitItems {

  private static final Set<String> NAMES = Set.of("name", "key");
  private static final Set<String> VALUES = Set.of("value", "values");
  private static final String ID = "[a-z]{1,12}-[0-9a-f]{1,17}";
  private static final String IDS = ID + "(?: ?, ?" + ID + ")+";

  private SplitItems() {}

  /** The elements with those joined that belong together; empty where there are none. */
  static Optional<List<PyValue>> joined(List<PyValue> items) {
    List<PyValue> joined = new ArrayList<>();
    for (PyValue item : items) {
      boolean ends = !joined.isEmpty() && isOnly(item, VALUES) && isOnly(joined.getLast(), NAMES);
      if (ends && item instanceof Dict value && joined.getLast() instanceof Dict name) {
        LinkedHashMap<PyValue, PyValue> both = new LinkedHashMap<>(name.entries());
        both.putAll(value.entries());
        joined.set(joined.size() - 1, new Dict(both));
      } else {
        joined.add(item);
      }
    }
    return joined.size() == items.size() ? Optional.empty() : Optional.of(joined);
  }

  private static boolean isOnly(PyValue item, Set<String> names) {
    return item instanceof Dict d
        && d.entries().size() == 1
        && d.entries().keySet().iterator().next() instanceof Str(String name)
        && names.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The IDs, such as {@code i-1} and {@code i-2}, that a text has between commas; else empty. */
  static List<PyValue> ids(PyValue item) {
    return item instanceof Str(String text) && text.length() < 10_000 && text.matches(IDS)
        ? List.of(text.split(" ?, ?")).stream().map(id -> (PyValue) new Str(id)).toList()
        : List.of();
  }
}
