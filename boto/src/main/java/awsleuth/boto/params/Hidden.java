package awsleuth.boto.params;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parameters for people, without the values that AWS asks not to show. */
public final class Hidden {

  /** What stands in the place of a value in a report. */
  public static final String MASK = "(secret)";

  private static final String VALUE = ", value: \"";

  private final Set<Place> sensitive;

  private Hidden(Set<Place> sensitive) {
    this.sensitive = sensitive;
  }

  /**
   * The parameters with a {@code <placeholder>} of the parameter's name for the values at those
   * places, so that nobody takes a mask for the value.
   */
  public static Dict of(Dict params, Set<Place> sensitive) {
    return sensitive.isEmpty()
        ? params
        : (Dict) new Hidden(sensitive).value(params, new Place.Root());
  }

  /** The line of a report; the refused value is masked where its place is one of those. */
  public static String text(ParamError error, Set<Place> withheld) {
    return withheld.contains(error.place()) ? error.text(_ -> MASK) : error.text();
  }

  /**
   * What botocore's handlers say. A value of metadata, whose names are the caller's, is masked: it
   * may be a secret.
   */
  public static String text(Raised refusal) {
    String message = refusal.message();
    int value = message.indexOf(VALUE);
    int end = message.lastIndexOf('"');
    return value < 0 || end < value + VALUE.length()
        ? message
        : message.substring(0, value + VALUE.length()) + MASK + message.substring(end);
  }

  private PyValue value(PyValue value, Place place) {
    if (sensitive.contains(place) && !(value instanceof None)) {
      return placeholder(place);
    }
    return switch (value) {
      case Dict d -> {
        LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
        for (Map.Entry<PyValue, PyValue> e : d.entries().entrySet()) {
          Place member = new Place.Member(place, PythonText.str(e.getKey()));
          Place entry = new Place.Entry(place, e.getKey());
          boolean hidden = sensitive.contains(member) || sensitive.contains(entry);
          PyValue inner = value(value(e.getValue(), member), entry);
          entries.put(e.getKey(), hidden ? placeholder(member) : inner);
        }
        yield new Dict(entries);
      }
      case PyList l -> new PyList(items(l.items(), place));
      case Tuple t -> new Tuple(items(t.items(), place));
      default -> value;
    };
  }

  private static Str placeholder(Place place) {
    return switch (place) {
      case Place.Member m -> new Str("<" + m.name() + ">");
      case Place.Entry e -> new Str("<" + PythonText.str(e.key()) + ">");
      case Place.InDocument d -> new Str("<" + PythonText.str(d.key()) + ">");
      case Place.Item i -> placeholder(i.in());
      case Place.Key k -> placeholder(k.in());
      case Place.Root _ -> new Str("<parameters>");
    };
  }

  private List<PyValue> items(List<PyValue> items, Place place) {
    List<PyValue> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(value(items.get(i), new Place.Item(place, i)));
    }
    return all;
  }
}
