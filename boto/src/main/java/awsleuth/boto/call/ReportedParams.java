package awsleuth.boto.call;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Parameters as a validation report tells them: a path such as {@code Tagging.TagSet[0].Key}, and
 * the {@code str} of the value there with its type.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/validate.py">validate.py</a>
 */
public final class ReportedParams {

  private static final int MOST_STEPS = 100;

  private ReportedParams() {}

  /**
   * The value that a report shows; empty where its text does not tell it.
   *
   * @param type the class that the report names, such as {@code str}
   */
  public static Optional<PyValue> value(String shown, String type) {
    return switch (type) {
      case "str" -> Optional.of(new Str(shown));
      case "NoneType", "int", "float", "bool", "dict", "list", "tuple", "set", "bytes" ->
          PythonLiterals.read(shown);
      case "decimal.Decimal" -> Optional.of(new PyValue.Dec(shown));
      case "datetime.datetime" -> moment(shown);
      default -> Optional.empty();
    };
  }

  /** What {@code str} makes of a {@code datetime}: its ISO text with a blank. */
  private static Optional<PyValue> moment(String shown) {
    String iso = shown.strip().replaceFirst(" ", "T");
    try {
      OffsetDateTime time = OffsetDateTime.parse(iso);
      OptionalInt offset = OptionalInt.of(time.getOffset().getTotalSeconds());
      return Optional.of(new PyValue.DateTime(time.toLocalDateTime(), offset));
    } catch (DateTimeParseException e) {
      return naive(iso);
    }
  }

  private static Optional<PyValue> naive(String iso) {
    try {
      return Optional.of(new PyValue.DateTime(LocalDateTime.parse(iso), OptionalInt.empty()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * The parameters with a value at a path; what stands there already stays. Empty where the path
   * does not lead through them.
   */
  public static Optional<Dict> with(Dict params, String path, PyValue value) {
    List<String> steps = steps(path);
    return steps.size() > MOST_STEPS || steps.isEmpty() || steps.getFirst().startsWith("[")
        ? Optional.empty()
        : put(params, steps, value).map(Dict.class::cast);
  }

  /** The parameters with another value at a path; empty where there is none at it. */
  public static Optional<Dict> replaced(Dict params, String path, PyValue value) {
    List<String> steps = steps(path);
    return steps.size() > MOST_STEPS || steps.isEmpty() || !has(params, path)
        ? Optional.empty()
        : Optional.of((Dict) replaced((PyValue) params, steps, value));
  }

  private static PyValue replaced(PyValue in, List<String> steps, PyValue value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<String> rest = steps.subList(1, steps.size());
    if (in instanceof PyList(List<PyValue> items)) {
      List<PyValue> changed = new ArrayList<>(items);
      int at = index(steps.getFirst());
      changed.set(at, replaced(items.get(at), rest, value));
      return new PyList(changed);
    }
    LinkedHashMap<PyValue, PyValue> changed = new LinkedHashMap<>(((Dict) in).entries());
    changed.computeIfPresent(new Str(steps.getFirst()), (_, v) -> replaced(v, rest, value));
    return new Dict(changed);
  }

  /** Whether there is a value at a path. */
  public static boolean has(Dict params, String path) {
    PyValue at = params;
    for (String step : steps(path)) {
      int index = step.startsWith("[") ? index(step) : -1;
      if (at instanceof Dict d && index < 0 && d.entries().containsKey(new Str(step))) {
        at = d.entries().get(new Str(step));
      } else if (at instanceof PyList(List<PyValue> items) && index >= 0 && index < items.size()) {
        at = items.get(index);
      } else {
        return false;
      }
    }
    return true;
  }

  /** The names of a path, and its indices as {@code [0]}. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= path.length(); i++) {
      char c = i < path.length() ? path.charAt(i) : '.';
      if (c == '.' || c == '[') {
        if (i > from) {
          steps.add(path.substring(from, i));
        }
        from = c == '.' ? i + 1 : i;
      }
    }
    return steps;
  }

  private static int index(String step) {
    String number = step.substring(1, Math.max(1, step.length() - 1));
    boolean plain =
        step.endsWith("]") && number.length() < 6 && number.chars().allMatch(Character::isDigit);
    return plain && !number.isEmpty() ? Integer.parseInt(number) : Integer.MAX_VALUE;
  }

  private static Optional<PyValue> put(PyValue into, List<String> steps, PyValue value) {
    String step = steps.getFirst();
    List<String> rest = steps.subList(1, steps.size());
    boolean item = step.startsWith("[");
    if (item && into instanceof PyList(List<PyValue> items) && index(step) <= items.size()) {
      List<PyValue> changed = new ArrayList<>(items);
      PyValue present = index(step) < items.size() ? items.get(index(step)) : null;
      return inner(present, rest, value)
          .map(v -> {
            if (present == null) {
              changed.add(v);
            } else {
              changed.set(index(step), v);
            }
            return new PyList(changed);
          });
    }
    if (!item && into instanceof Dict d) {
      LinkedHashMap<PyValue, PyValue> changed = new LinkedHashMap<>(d.entries());
      return inner(changed.get(new Str(step)), rest, value)
          .map(v -> {
            changed.put(new Str(step), v);
            return new Dict(changed);
          });
    }
    return Optional.empty();
  }

  private static Optional<PyValue> inner(
      @org.jspecify.annotations.Nullable PyValue present, List<String> rest, PyValue value) {
    if (rest.isEmpty()) {
      return Optional.of(present == null ? value : present);
    }
    if (present == null) {
      boolean list = rest.getFirst().startsWith("[");
      return put(list ? new PyList(List.of()) : new Dict(new LinkedHashMap<>()), rest, value);
    }
    return put(present, rest, value);
  }
}
