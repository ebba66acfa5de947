package awsleuth.app.input;

import awsleuth.boto.python.PyValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Members of JSON that may be of any form, read as what they should be. */
public final class JsonMembers {

  private JsonMembers() {}

  /** The objects of a list; what else is in it is passed over. */
  public static List<PyValue.Dict> dicts(@Nullable PyValue value) {
    List<PyValue.Dict> dicts = new ArrayList<>();
    if (value instanceof PyValue.PyList list) {
      for (PyValue item : list.items()) {
        if (item instanceof PyValue.Dict dict) {
          dicts.add(dict);
        }
      }
    }
    return dicts;
  }

  /** The texts of a list; what else is in it is passed over. */
  public static List<String> texts(@Nullable PyValue value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof PyValue.PyList list) {
      for (PyValue item : list.items()) {
        if (item instanceof PyValue.Str(String text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** An object; an empty one where the member is none. */
  public static PyValue.Dict dict(PyValue.Dict in, String name) {
    return in.get(name) instanceof PyValue.Dict dict
        ? dict
        : new PyValue.Dict(new LinkedHashMap<>());
  }

  /** A text; an empty one where the member is none. */
  public static String text(PyValue.Dict in, String name) {
    return in.get(name) instanceof PyValue.Str(String text) ? text : "";
  }

  /** A value with each text in it, names of members too, put through a function. */
  public static PyValue mapped(PyValue value, UnaryOperator<String> text) {
    if (value instanceof PyValue.Str(String s)) {
      return new PyValue.Str(text.apply(s));
    } else if (value instanceof PyValue.PyList(var items)) {
      return new PyValue.PyList(items.stream().map(v -> mapped(v, text)).toList());
    } else if (value instanceof PyValue.Tuple(var items)) {
      return new PyValue.Tuple(items.stream().map(v -> mapped(v, text)).toList());
    } else if (value instanceof PyValue.PySet(var items)) {
      return new PyValue.PySet(items.stream().map(v -> mapped(v, text)).toList());
    } else if (value instanceof PyValue.Dict(var entries)) {
      SequencedMap<PyValue, PyValue> all = new LinkedHashMap<>();
      entries.forEach((k, v) -> all.put(mapped(k, text), mapped(v, text)));
      return new PyValue.Dict(all);
    }
    return value;
  }

  /** A number that counts something; empty where the member is none. */
  public static OptionalInt number(PyValue.Dict in, String name) {
    return in.get(name) instanceof PyValue.Int(BigInteger number) && number.bitLength() < 31
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }
}
