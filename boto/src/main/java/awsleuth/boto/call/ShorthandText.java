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
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes values in the AWS CLI's shorthand, where the CLI reads the same value out of it again.
 *
 * @param option that they are for, with its hyphens
 */
record ShorthandText(Service service, String option) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+<>*$-]+");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_./:#-]+");

  /** What shorthand has no text for, such as None. */
  private static final class NoText extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** The words of an option, without a shell's quotes; empty where shorthand cannot say it. */
  Optional<List<String>> of(Shape shape, PyValue value) {
    try {
      List<String> words = words(shape, value);
      List<String> faults = new ArrayList<>();
      boolean same = new CliValues(service, option, faults).of(shape, words).equals(value);
      return same && faults.isEmpty() ? Optional.of(words) : Optional.empty();
    } catch (NoText _) {
      return Optional.empty();
    }
  }

  private static List<String> words(Shape shape, PyValue value) throws NoText {
    if (!(shape instanceof Shape.ListOf) || !(value instanceof PyList(List<PyValue> items))) {
      return List.of(word(value));
    }
    List<String> words = new ArrayList<>();
    for (PyValue item : items) {
      words.add(word(item));
    }
    return words;
  }

  /** A word: an object's members with commas between them, or a text. */
  private static String word(PyValue value) throws NoText {
    if (!(value instanceof Dict(Map<PyValue, PyValue> entries))) {
      return scalar(value);
    }
    List<String> members = new ArrayList<>();
    for (Map.Entry<PyValue, PyValue> e : entries.entrySet()) {
      members.add(key(e.getKey()) + "=" + atTop(e.getValue()));
    }
    if (members.isEmpty()) {
      throw new NoText();
    }
    return String.join(",", members);
  }

  /** The value of a member of the first level, where several texts stand without brackets. */
  private static String atTop(PyValue value) throws NoText {
    boolean texts =
        value instanceof PyList(List<PyValue> items)
            && !items.isEmpty()
            && items.stream().allMatch(i -> !(i instanceof Dict || i instanceof PyList));
    if (!texts) {
      return inside(value);
    }
    List<String> all = new ArrayList<>();
    for (PyValue item : ((PyList) value).items()) {
      all.add(text(scalar(item)));
    }
    return String.join(",", all);
  }

  private static String inside(PyValue value) throws NoText {
    if (value instanceof Dict(Map<PyValue, PyValue> entries)) {
      List<String> members = new ArrayList<>();
      for (Map.Entry<PyValue, PyValue> e : entries.entrySet()) {
        members.add(key(e.getKey()) + "=" + inside(e.getValue()));
      }
      return members.stream().collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof PyList(List<PyValue> items)) {
      List<String> all = new ArrayList<>();
      for (PyValue item : items) {
        all.add(inside(item));
      }
      return all.stream().collect(Collectors.joining(",", "[", "]"));
    }
    return text(scalar(value));
  }

  private static String key(PyValue key) throws NoText {
    if (key instanceof Str(String name) && KEY.matcher(name).matches()) {
      return name;
    }
    throw new NoText();
  }

  private static String scalar(PyValue value) throws NoText {
    return switch (value) {
      case Str(String s) -> s;
      case Int i -> PythonText.str(i);
      case Real r -> PythonText.str(r);
      case Bool(boolean yes) -> yes ? "true" : "false";
      default -> throw new NoText();
    };
  }

  /** A text, in double quotes where it needs them. */
  private static String text(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
