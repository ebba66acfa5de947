package awsleuth.boto.call;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall.Refusal;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Date;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the plain values that a DynamoDB resource takes their types, as boto3 does before botocore
 * sees them.
 *
 * @see <a href="https://github.com/boto/boto3/blob/develop/boto3/dynamodb/types.py">types.py</a>
 */
final class ResourceValues {

  private static final int MOST_DIGITS = 38;

  private final Service service;
  private final List<Refusal> refusals = new ArrayList<>();

  ResourceValues(Service service) {
    this.service = service;
  }

  /** What boto3 refuses, in its words. */
  List<Refusal> refusals() {
    return refusals;
  }

  /** The parameters of an operation with their types. */
  Dict of(String operation, Dict params) {
    Optional<Shape.Structure> input = service.input(operation);
    return input.isPresent() && shaped(params, input.get(), "") instanceof Dict d ? d : params;
  }

  private PyValue shaped(PyValue value, @Nullable Shape shape, String path) {
    return switch (shape) {
      case Shape.Structure s when s.member("BOOL").isPresent() && s.member("NS").isPresent() ->
          typed(value, path);
      case Shape.Structure s when value instanceof Dict d ->
          entries(
              d,
              (k, v) ->
                  shaped(
                      v,
                      s.member(k).flatMap(m -> service.shape(m.shape())).orElse(null),
                      at(path, k)));
      case Shape.MapOf m when value instanceof Dict d ->
          entries(d, (k, v) -> shaped(v, service.shape(m.value()).orElse(null), at(path, k)));
      case Shape.ListOf l when value instanceof PyList items -> {
        List<PyValue> all = new ArrayList<>();
        for (PyValue item : items.items()) {
          String place = path + "[" + all.size() + "]";
          all.add(shaped(item, service.shape(l.element()).orElse(null), place));
        }
        yield new PyList(all);
      }
      case Shape.Structure _, Shape.MapOf _, Shape.ListOf _, Shape.Scalar _ -> value;
      case null -> value;
    };
  }

  private static String at(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private interface Entry {
    PyValue of(String key, PyValue value);
  }

  private static Dict entries(Dict dict, Entry entry) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    dict.entries().forEach((k, v) -> entries.put(k, entry.of(PythonText.str(k), v)));
    return new Dict(entries);
  }

  private PyValue typed(PyValue value, String path) {
    if (value.equals(GivenCall.UNKNOWN)) {
      return value;
    }
    return switch (value) {
      case None _ -> one("NULL", new Bool(true));
      case Bool b -> one("BOOL", b);
      case Int _, Dec _ -> one("N", number(value, path));
      case Real r -> one("N", real(r, path));
      case Str s -> one("S", s);
      case Bytes b -> one("B", b);
      case PySet s -> set(s, path);
      case Dict d -> one("M", entries(d, (k, v) -> typed(v, at(path, k))));
      case PyList l -> one("L", list(l.items(), path));
      case Tuple t -> one("L", list(t.items(), path));
      case DateTime _, Date _ -> unsupported(value, path);
    };
  }

  private PyList list(List<PyValue> items, String path) {
    List<PyValue> all = new ArrayList<>();
    items.forEach(i -> all.add(typed(i, path + "[" + all.size() + "]")));
    return new PyList(all);
  }

  private PyValue set(PySet set, String path) {
    List<PyValue> items = set.items();
    if (items.stream().allMatch(i -> i instanceof Int || i instanceof Dec || i instanceof Real)) {
      return one(
          "NS",
          new PyList(
              items.stream()
                  .<PyValue>map(i -> i instanceof Real r ? real(r, path) : number(i, path))
                  .toList()));
    }
    String type =
        items.stream().allMatch(Str.class::isInstance)
            ? "SS"
            : items.stream().allMatch(Bytes.class::isInstance) ? "BS" : "";
    return type.isEmpty() ? unsupported(set, path) : one(type, new PyList(items));
  }

  private Str real(Real value, String path) {
    String text = PythonText.str(value);
    refuse(
        "TypeError: Float types are not supported. Use Decimal types instead.",
        path + " is meant as Decimal('" + text + "')");
    return new Str(text);
  }

  private Str number(PyValue value, String path) {
    String text = PythonText.str(value);
    long digits =
        text.toLowerCase(java.util.Locale.ROOT)
            .replaceAll("e.*", "")
            .replaceAll("\\D", "")
            .replaceAll("^0+", "")
            .length();
    if (digits > MOST_DIGITS) {
      refuse(
          "decimal.Inexact: [<class 'decimal.Inexact'>, <class 'decimal.Rounded'>]",
          path + " has " + digits + " digits; DynamoDB keeps " + MOST_DIGITS);
    }
    return new Str(text);
  }

  private PyValue unsupported(PyValue value, String path) {
    refuse(
        "TypeError: Unsupported type \"%s\" for value \"%s\""
            .formatted(PythonText.type(value), PythonText.str(value)),
        path + " is put in as text, such as " + PythonText.repr(new Str(PythonText.str(value))));
    return one("S", new Str(PythonText.str(value)));
  }

  private void refuse(String text, String meant) {
    refusals.add(new Refusal("boto3", text, meant));
  }

  private static Dict one(String type, PyValue value) {
    LinkedHashMap<PyValue, PyValue> entry = new LinkedHashMap<>();
    entry.put(new Str(type), value);
    return new Dict(entry);
  }
}
