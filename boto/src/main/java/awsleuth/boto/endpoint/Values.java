package awsleuth.boto.endpoint;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a call as the rules take them. */
public final class Values {

  private Values() {}

  /** The values of a call by their names; those that are None are left out. */
  public static Map<String, Object> of(PyValue.Dict call) {
    Map<String, Object> values = new LinkedHashMap<>();
    call.entries()
        .forEach((name, value) -> {
          Object plain = of(value);
          if (plain != null) {
            values.put(PythonText.str(name), plain);
          }
        });
    return values;
  }

  /** Texts, truth values, lists and dicts as Java has them; what is none of these stays. */
  static @Nullable Object of(PyValue value) {
    return switch (value) {
      case PyValue.None _ -> null;
      case PyValue.Bool truth -> truth.value();
      case PyValue.Str text -> text.value();
      case PyValue.Dict dict -> {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        dict.entries().forEach((key, each) -> entries.put(of(key), of(each)));
        yield entries;
      }
      case PyValue.PyList list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.items().forEach(item -> items.add(of(item)));
        yield items;
      }
      default -> value;
    };
  }
}
