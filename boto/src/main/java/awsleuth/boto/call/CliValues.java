package awsleuth.boto.call;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonFloat;
import awsleuth.boto.python.TypedJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** From the words behind an option to a value, as its shape has it. What does not fit stays. */
record CliValues(Service service) {

  /** The value of an option's words. */
  PyValue of(@Nullable Shape shape, List<String> words) {
    String first = words.isEmpty() ? "" : words.getFirst();
    return switch (shape) {
      case Shape.ListOf l -> list(l, words);
      case Shape.Structure _, Shape.MapOf _ ->
          json(first)
              .or(() -> Shorthand.read(first).map(d -> d))
              .map(v -> typed(v, shape))
              .orElseGet(() -> new Str(first));
      case Shape.Scalar s -> scalar(s, words);
      case null -> new Str(first);
    };
  }

  private PyValue list(Shape.ListOf list, List<String> words) {
    Shape element = service.shape(list.element()).orElse(null);
    if (words.size() == 1) {
      Optional<PyValue> json = json(words.getFirst());
      if (json.isPresent()) {
        return json.get() instanceof PyList l
            ? typed(l, list)
            : new PyList(List.of(typed(json.get(), element)));
      }
    }
    List<PyValue> items = new ArrayList<>();
    for (String word : words) {
      items.add(element instanceof Shape.Scalar s ? text(s, word) : of(element, List.of(word)));
    }
    return new PyList(items);
  }

  private static PyValue scalar(Shape.Scalar shape, List<String> words) {
    if (shape.type().equals("boolean") && words.isEmpty()) {
      return new Bool(true);
    }
    return text(shape, String.join(" ", words));
  }

  private static Optional<PyValue> json(String text) {
    boolean looks = text.strip().startsWith("{") || text.strip().startsWith("[");
    return looks && TypedJson.read(text) instanceof TypedJson.Value(PyValue value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** A text where a scalar is wanted. */
  private static PyValue text(Shape.Scalar shape, String text) {
    return switch (shape.type()) {
      case "integer", "long" ->
          text.matches("-?\\d{1,40}") ? new Int(new BigInteger(text)) : new Str(text);
      case "float", "double" -> {
        OptionalDouble number = PythonFloat.parse(text);
        yield number.isPresent() ? new Real(number.getAsDouble()) : new Str(text);
      }
      case "boolean" ->
          text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
              ? new Bool(text.equalsIgnoreCase("true"))
              : new Str(text);
      default -> new Str(text);
    };
  }

  /** A value with the texts in it as their shapes want them. */
  private PyValue typed(PyValue value, @Nullable Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> value instanceof Str t ? text(s, t.value()) : value;
      case Shape.ListOf l -> {
        Shape element = service.shape(l.element()).orElse(null);
        yield value instanceof PyList items
            ? new PyList(items.items().stream().map(i -> typed(i, element)).toList())
            : value instanceof Str ? new PyList(List.of(typed(value, element))) : value;
      }
      case Shape.MapOf m ->
          value instanceof Dict d ? entries(d, k -> service.shape(m.value()).orElse(null)) : value;
      case Shape.Structure s ->
          value instanceof Dict d
              ? entries(d, k -> s.member(k).flatMap(x -> service.shape(x.shape())).orElse(null))
              : value;
      case null -> value;
    };
  }

  private interface Shaped {
    @Nullable Shape of(String key);
  }

  private Dict entries(Dict dict, Shaped shaped) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      String key = e.getKey() instanceof Str s ? s.value() : "";
      entries.put(e.getKey(), typed(e.getValue(), shaped.of(key)));
    }
    return new Dict(entries);
  }
}
