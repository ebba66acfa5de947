package awsleuth.core.cause.parameters;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import awsleuth.core.fact.ParameterErrors.Entry;
import awsleuth.core.secret.Secrets;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A refused value as one of the types that the report calls valid, where the operation is not known
 * and its model cannot tell more.
 */
final class Retyped {

  private static final int LONGEST = 400;

  private Retyped() {}

  /** The value as Python has it; empty where there is no plain way from one type to the other. */
  static Optional<String> of(Entry entry) {
    String path = entry.parameter();
    String name = path.substring(path.lastIndexOf('.') + 1).split("\\[", 2)[0];
    return entry
        .value()
        .filter(_ -> !Secrets.isName(name))
        .flatMap(value -> as(entry.detail(), value))
        .map(PythonText::repr)
        .filter(text -> text.length() <= LONGEST && !text.contains(Secrets.MASK));
  }

  private static Optional<PyValue> as(String types, PyValue value) {
    if (types.startsWith("<class 'list'>")) {
      return value instanceof PyValue.None
          ? Optional.empty()
          : Optional.of(new PyList(value instanceof PyValue.PySet s ? s.items() : List.of(value)));
    }
    return switch (types) {
      case "<class 'str'>" -> text(value);
      case "<class 'int'>" ->
          value instanceof Str(String digits) && digits.matches("[0-9]{1,18}")
              ? Optional.of(new Int(new BigInteger(digits)))
              : Optional.empty();
      case "<class 'bool'>" ->
          value instanceof Str(String word) && word.matches("(?i)true|false")
              ? Optional.of(new Bool(word.equalsIgnoreCase("true")))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<PyValue> text(PyValue value) {
    return value instanceof Int || value instanceof PyValue.Real || value instanceof PyValue.Dec
        ? Optional.of(new Str(PythonText.str(value)))
        : Optional.empty();
  }
}
