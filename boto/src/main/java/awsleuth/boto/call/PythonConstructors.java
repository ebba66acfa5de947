package awsleuth.boto.call;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Date;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Str;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/** The constructors whose calls with literals are values too. */
final class PythonConstructors {

  private static final List<String> PARTS =
      List.of("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo");

  private PythonConstructors() {}

  /**
   * An argument.
   *
   * @param name empty if it is given by its place
   */
  record Argument(String name, PyValue value) {}

  static PyValue make(String name, List<Argument> arguments, PythonLexer.Token at)
      throws NoLiteral {
    try {
      return switch (name) {
        case "datetime", "datetime.datetime", "dt.datetime" -> dateTime(arguments);
        case "date", "datetime.date", "dt.date" -> date(arguments);
        case "Decimal", "decimal.Decimal" -> decimal(only(arguments));
        case "bytearray" -> new Bytes(((Bytes) only(arguments)).latin1(), true);
        case "dict" -> dict(arguments);
        case "set" -> new PySet(arguments.isEmpty() ? List.of() : list(only(arguments)));
        default -> throw new NoLiteral(at, "a call");
      };
    } catch (IllegalArgumentException
        | ClassCastException
        | ArithmeticException
        | DateTimeException e) {
      throw new NoLiteral(at, "a call");
    }
  }

  private static PyValue only(List<Argument> arguments) {
    if (arguments.size() != 1) {
      throw new IllegalArgumentException("one argument");
    }
    return arguments.getFirst().value();
  }

  private static List<PyValue> list(PyValue value) {
    return ((PyValue.PyList) value).items();
  }

  private static Dict dict(List<Argument> arguments) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    for (Argument a : arguments) {
      if (a.name().isEmpty()) {
        entries.putAll(((Dict) a.value()).entries());
      } else {
        entries.put(new Str(a.name()), a.value());
      }
    }
    return new Dict(entries);
  }

  private static Dec decimal(PyValue value) {
    return switch (value) {
      case Int i -> new Dec(i.value().toString());
      case Str s -> new Dec(new BigDecimal(s.value()).toString());
      default -> throw new IllegalArgumentException("not exact");
    };
  }

  private static int[] numbers(List<Argument> arguments) {
    int[] numbers = new int[PARTS.size()];
    for (int i = 0; i < arguments.size(); i++) {
      Argument a = arguments.get(i);
      int part = a.name().isEmpty() ? i : PARTS.indexOf(a.name());
      if (part < 0 || part >= PARTS.size()) {
        throw new IllegalArgumentException("no such part");
      }
      numbers[part] = part == PARTS.size() - 1 ? 1 : ((Int) a.value()).value().intValueExact();
    }
    return numbers;
  }

  private static DateTime dateTime(List<Argument> arguments) {
    int[] n = numbers(arguments);
    return new DateTime(
        LocalDateTime.of(n[0], n[1], n[2], n[3], n[4], n[5], n[6] * 1000),
        n[7] == 1 ? OptionalInt.of(0) : OptionalInt.empty());
  }

  private static Date date(List<Argument> arguments) {
    int[] n = numbers(arguments);
    return new Date(LocalDate.of(n[0], n[1], n[2]));
  }
}
