package awsleuth.boto.call;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of DynamoDB's as a program gives it to a resource: without its type. */
final class UntypedValue {

  private UntypedValue() {}

  /** The value with all typed ones in it as they are written for a resource. */
  static PyValue of(PyValue value) {
    return switch (value) {
      case Dict d when d.entries().size() == 1 -> one(d);
      case Dict d -> entries(d);
      case PyList l -> new PyList(l.items().stream().map(UntypedValue::of).toList());
      default -> value;
    };
  }

  private static Dict entries(Dict dict) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    dict.entries().forEach((k, v) -> entries.put(k, of(v)));
    return new Dict(entries);
  }

  private static PyValue one(Dict typed) {
    Map.Entry<PyValue, PyValue> only = typed.entries().entrySet().iterator().next();
    String type = only.getKey() instanceof Str s ? s.value() : "";
    return switch (only.getValue()) {
      case PyValue.Bool b when type.equals("NULL") && b.value() -> new PyValue.None();
      case PyValue.Bool b when type.equals("BOOL") -> b;
      case Str s when type.equals("S") -> s;
      case Str s when type.equals("N") -> number(s.value());
      case PyValue.Bytes b when type.equals("B") -> b;
      case Dict d when type.equals("M") -> entries(d);
      case PyList l when type.equals("L") -> of(l);
      case PyList l when List.of("SS", "BS").contains(type) -> new PyValue.PySet(l.items());
      case PyList l when type.equals("NS") ->
          new PyValue.PySet(
              l.items().stream().map(i -> i instanceof Str s ? number(s.value()) : i).toList());
      default -> entries(typed);
    };
  }

  private static PyValue number(String text) {
    return text.matches("-?[0-9]{1,38}")
        ? new PyValue.Int(new BigInteger(text))
        : new PyValue.Dec(text);
  }
}
