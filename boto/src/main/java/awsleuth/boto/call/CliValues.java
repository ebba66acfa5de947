package awsleuth.boto.call;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.NoJson;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonFloat;
import awsleuth.boto.python.PythonJson;
import awsleuth.boto.python.PythonText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the words behind an option to a value, as the AWS CLI makes it. What does not fit stays.
 *
 * @param option the option that is read
 * @param faults what the CLI says where it refuses the words
 * @see <a href="https://github.com/aws/aws-cli/blob/develop/awscli/argprocess.py">argprocess.py</a>
 */
record CliValues(Service service, String option, List<String> faults) {

  /** Services whose lists of objects with one member may be given as plain words. */
  private static final List<String> PLAIN = List.of("elb", "firehose", "workspaces");

  /** What Python raises where a text is no number, before the text. */
  static final String NO_INT = "invalid literal for int() with base 10: ";

  static final String NO_FLOAT = "could not convert string to float: ";

  private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d{1,40}(?:_\\d{1,40}){0,9}\\s*");

  /** The value of the option's words. */
  PyValue of(@Nullable Shape shape, List<String> words) {
    String first = words.isEmpty() ? "" : words.getFirst();
    return switch (shape) {
      case Shape.ListOf l -> list(l, words);
      case Shape.Structure s when isPlain(s, first) -> one("Value", first);
      case Shape.Structure s -> object(s, first);
      case Shape.MapOf m -> object(m, first);
      case Shape.Scalar s -> scalar(s, words);
      case null -> new Str(first);
    };
  }

  /** Whether the CLI takes a text for JSON. */
  static boolean looksLikeJson(String text) {
    return text.strip().startsWith("{") || text.strip().startsWith("[");
  }

  /** Whether it is an object of one text called {@code Value} that is given as that text. */
  private boolean isPlain(Shape.Structure shape, String text) {
    return shape.members().size() == 1
        && shape.member("Value").isPresent()
        && !looksLikeJson(text)
        && text.indexOf('=') < 0;
  }

  private static Dict one(String name, String value) {
    LinkedHashMap<PyValue, PyValue> entry = new LinkedHashMap<>();
    entry.put(new Str(name), new Str(value));
    return new Dict(entry);
  }

  private PyValue object(Shape shape, String text) {
    return looksLikeJson(text) ? inJson(text) : shorthand(shape, text);
  }

  private PyValue list(Shape.ListOf list, List<String> words) {
    Shape element = service.shape(list.element()).orElse(null);
    String first = words.isEmpty() ? "" : words.getFirst();
    if (words.size() == 1 && first.strip().startsWith("[")) {
      return json(first);
    }
    boolean plain =
        element instanceof Shape.Structure s
            && s.members().size() == 1
            && PLAIN.contains(service.metadata().name())
            && !looksLikeJson(first);
    List<PyValue> items = new ArrayList<>();
    for (String word : words) {
      items.add(
          switch (element) {
            case Shape.Scalar s -> text(s, word);
            case Shape.Structure s when plain -> one(s.members().getFirst().name(), word);
            case Shape.Structure s -> looksLikeJson(first) ? inJson(word) : shorthand(s, word);
            case Shape.MapOf m -> looksLikeJson(first) ? inJson(word) : shorthand(m, word);
            case Shape.ListOf l -> looksLikeJson(word) ? json(word) : of(l, List.of(word));
            case null -> new Str(word);
          });
    }
    return new PyList(items);
  }

  private PyValue inJson(String text) {
    if (text.stripLeading().startsWith("{")) {
      return json(text);
    }
    fault("Invalid JSON:\n" + text);
    return new Str(text);
  }

  private PyValue json(String text) {
    try {
      return PythonJson.read(text);
    } catch (NoJson e) {
      fault("Invalid JSON: " + e.raised().message() + "\nJSON received: " + text);
      return new Str(text);
    }
  }

  private PyValue shorthand(Shape shape, String text) {
    try {
      return typed(Shorthand.read(text), shape);
    } catch (NoShorthand e) {
      if (!e.words().isEmpty()) {
        fault(e.words());
      }
      return new Str(text);
    }
  }

  private void fault(String words) {
    faults.add("Error parsing parameter '" + option + "': " + words);
  }

  private PyValue scalar(Shape.Scalar shape, List<String> words) {
    if (shape.type().equals("boolean") && words.isEmpty()) {
      return new Bool(true);
    }
    return text(shape, String.join(" ", words));
  }

  /** A text where a scalar is wanted; what Python says where it is no number. */
  private PyValue text(Shape.Scalar shape, String text) {
    return switch (shape.type()) {
      case "integer", "long" ->
          WHOLE.matcher(text).matches()
              ? new Int(new BigInteger(text.strip().replace("_", "")))
              : noNumber(NO_INT, text);
      case "float", "double" -> {
        OptionalDouble number = PythonFloat.parse(text);
        yield number.isPresent() ? new Real(number.getAsDouble()) : noNumber(NO_FLOAT, text);
      }
      case "boolean" ->
          text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
              ? new Bool(text.equalsIgnoreCase("true"))
              : new Str(text);
      default -> new Str(text);
    };
  }

  private Str noNumber(String words, String text) {
    Str value = new Str(text);
    faults.add(words + PythonText.repr(value));
    return value;
  }

  /** A value in shorthand with the texts in it as their shapes want them. */
  private PyValue typed(PyValue value, @Nullable Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> value instanceof Str t ? text(s, t.value()) : value;
      case Shape.ListOf l -> {
        Shape element = service.shape(l.element()).orElse(null);
        yield value instanceof PyList items
            ? new PyList(items.items().stream().map(i -> typed(i, element)).toList())
            : new PyList(List.of(value));
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
