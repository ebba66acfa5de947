package awsleuth.boto.call;

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
      case None _, Bool _, Int _, Real _, Dec _, Str _, Bytes _, DateTime _, Date _ -> value;
      case Tuple _, PySet _ -> value;
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
      case Bool b when type.equals("NULL") && b.value() -> new None();
      case Bool b when type.equals("BOOL") -> b;
      case Str s when type.equals("S") -> s;
      case Str s when type.equals("N") -> number(s.value());
      case Bytes b when type.equals("B") -> b;
      case Dict d when type.equals("M") -> entries(d);
      case PyList l when type.equals("L") -> of(l);
      case PyList l when List.of("SS", "BS").contains(type) -> new PySet(l.items());
      case PyList l when type.equals("NS") ->
          new PySet(
              l.items().stream().map(i -> i instanceof Str s ? number(s.value()) : i).toList());
      case None _, Bool _, Int _, Real _, Dec _, Str _, Bytes _, DateTime _, Date _ ->
          entries(typed);
      case Tuple _, PySet _, Dict _, PyList _ -> entries(typed);
    };
  }

  private static PyValue number(String text) {
    return text.matches("-?[0-9]{1,38}") ? new Int(new BigInteger(text)) : new Dec(text);
  }
}
