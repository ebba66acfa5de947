package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Elements of lists that are divided wrongly: a filter or a tag whose name and value are two
 * elements, as {@code Name=n Values=v} of the AWS CLI gives them, and several IDs in one text.
 */
final class SplitItems {

  private static final Set<String> NAMES = Set.of("name", "key");
  private static final Set<String> VALUES = Set.of("value", "values");
  private static final Pattern ID = Pattern.compile("[a-z]{1,12}-[0-9a-f]{1,17}");
  private static final Pattern OF_IDS = Pattern.compile("(?i).*(?:ids?|subnets|securitygroups)");

  private SplitItems() {}

  /**
   * The elements with those joined that belong together; empty where there are none, and where an
   * element of the list does not hold both.
   */
  static Optional<List<PyValue>> joined(List<PyValue> items, Shapes.Known element) {
    Set<String> members =
        element.members().keySet().stream()
            .map(m -> m.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (Collections.disjoint(members, NAMES) || Collections.disjoint(members, VALUES)) {
      return Optional.empty();
    }
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

  /** Whether a list is one of IDs, by its own name or that of its elements' shape. */
  static boolean areIds(Place list, String element) {
    return (list instanceof Place.Member(Place _, String name) && OF_IDS.matcher(name).matches())
        || OF_IDS.matcher(element).matches();
  }

  /** The IDs, such as {@code i-1} and {@code i-2}, that a text has between commas; else empty. */
  static List<PyValue> ids(PyValue item) {
    if (!(item instanceof Str(String text)) || text.indexOf(',') < 0) {
      return List.of();
    }
    List<String> parts = List.of(text.split(" ?, ?", -1));
    return parts.stream().allMatch(part -> ID.matcher(part).matches())
        ? parts.stream().map(id -> (PyValue) new Str(id)).toList()
        : List.of();
  }
}
