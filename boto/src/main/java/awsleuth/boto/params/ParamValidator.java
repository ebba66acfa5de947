package awsleuth.boto.params;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.aws.Shape.Member;
import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import awsleuth.boto.python.Timestamps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * botocore's {@code ParamValidator}: types, required and unknown members, least lengths and values,
 * unions, documents; no enumerations, patterns or greatest values, which it leaves to the service.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/validate.py">validate.py</a>
 */
public final class ParamValidator {

  /** Errors that are kept; what is wrong in more places is told by these. */
  private static final int MOST_ERRORS = 10_000;

  private final Shapes shapes;
  private final LocalDate today;

  /**
   * A validator for the operations of a service.
   *
   * @param today from where a text of a date takes what it leaves out
   */
  public ParamValidator(Service service, LocalDate today) {
    this(new Shapes(service), today);
  }

  ParamValidator(Shapes shapes, LocalDate today) {
    this.shapes = shapes;
    this.today = today;
  }

  /** Validates parameters against a structure; never throws for any value. */
  public Validation validate(PyValue params, Shape.Structure input) {
    Run run = new Run();
    try {
      run.value(params, input.name(), null, new Place.Root());
    } catch (Leak leak) {
      return new Validation(run.errors, Optional.of(leak.error));
    }
    return new Validation(run.errors, ReportLeak.of(run.errors));
  }

  /** An error of Python's on its way out. */
  private static final class Leak extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Raised error;

    Leak(Raised error) {
      super(error.message(), null, false, false);
      this.error = error;
    }
  }

  private final class Run {
    private final List<ParamError> errors = new ArrayList<>();

    void value(PyValue value, String shapeName, @Nullable Member member, Place place) {
      Shapes.Known known = shapes.of(shapeName);
      switch (known.shape()) {
        case Shape.Structure s -> {
          if (s.document()) {
            document(value, place);
          } else {
            structure(value, s, known, place);
          }
        }
        case Shape.ListOf l -> list(value, l, known, place);
        case Shape.MapOf m -> map(value, m, place);
        case Shape.Scalar s -> scalar(value, s, known.least(), member, place);
      }
    }

    private void add(ParamError error) {
      if (errors.size() < MOST_ERRORS) {
        errors.add(error);
      }
    }

    private void wrong(Place place, PyValue value, List<String> valid) {
      add(new ParamError.WrongType(place, value, valid));
    }

    private void structure(PyValue value, Shape.Structure s, Shapes.Known known, Place place) {
      if (!(value instanceof Dict dict)) {
        wrong(place, value, PythonTypes.DICT);
        return;
      }
      if (s.union() && dict.entries().size() != 1) {
        List<String> members = known.memberNames();
        add(
            dict.entries().isEmpty()
                ? new ParamError.UnionOfNone(place, members)
                : new ParamError.UnionOfMany(place, members));
      }
      for (String required : s.requiredMembers()) {
        if (!dict.has(required)) {
          add(new ParamError.Missing(place, required));
        }
      }
      List<Member> members = new ArrayList<>(dict.entries().size());
      for (PyValue name : dict.entries().keySet()) {
        Member member = name instanceof Str text ? known.members().get(text.value()) : null;
        if (member == null) {
          add(new ParamError.Unknown(place, name, known.memberNames()));
        } else {
          members.add(member);
        }
      }
      for (Member member : members) {
        PyValue of = dict.get(member.name());
        if (of != null) {
          value(of, member.shape(), member, new Place.Member(place, member.name()));
        }
      }
    }

    private void list(PyValue value, Shape.ListOf shape, Shapes.Known known, Place place) {
      List<PyValue> items;
      switch (value) {
        case PyList l -> items = l.items();
        case Tuple t -> items = t.items();
        default -> {
          wrong(place, value, PythonTypes.LIST);
          return;
        }
      }
      length(items.size(), known.least(), place);
      for (int i = 0; i < items.size(); i++) {
        value(items.get(i), shape.element(), null, new Place.Item(place, i));
      }
    }

    private void map(PyValue value, Shape.MapOf shape, Place place) {
      if (!(value instanceof Dict dict)) {
        wrong(place, value, PythonTypes.DICT);
        return;
      }
      for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
        value(e.getKey(), shape.key(), null, new Place.Key(place, e.getKey()));
        value(e.getValue(), shape.value(), null, new Place.Entry(place, e.getKey()));
      }
    }

    private void scalar(
        PyValue value,
        Shape.Scalar shape,
        @Nullable Least min,
        @Nullable Member member,
        Place place) {
      boolean label = min == null && member != null && member.hostLabel();
      Least least = label ? Least.ONE : min;
      switch (shape.type()) {
        case "string" -> {
          if (member != null && member.jsonValue() && member.location().equals("header")) {
            JsonDump.refusal(value).ifPresent(why -> add(new ParamError.NotJson(place, why)));
          } else if (value instanceof Str s) {
            length(s.value().codePointCount(0, s.value().length()), least, place);
          } else {
            wrong(place, value, PythonTypes.TEXT);
          }
        }
        case "integer", "long" -> number(value, least, false, place);
        case "float", "double" -> number(value, least, true, place);
        case "boolean" -> {
          if (!(value instanceof Bool)) {
            wrong(place, value, PythonTypes.BOOLEAN);
          }
        }
        case "timestamp" -> timestamp(value, place);
        case "blob" -> {
          if (!(value instanceof Bytes || value instanceof Str)) {
            wrong(place, value, PythonTypes.BLOB);
          }
        }
        default ->
            throw new Leak(
                new Raised(
                    "AttributeError",
                    "'ParamValidator' object has no attribute '_validate_" + shape.type() + "'"));
      }
    }

    private void length(int length, @Nullable Least least, Place place) {
      if (least != null && least.above(length)) {
        add(new ParamError.TooShort(place, length, least.text()));
      }
    }

    private void number(PyValue value, @Nullable Least least, boolean real, Place place) {
      boolean fits =
          switch (value) {
            case Int _, Bool _ -> true;
            case Real _, Dec _ -> real;
            default -> false;
          };
      if (!fits) {
        wrong(place, value, real ? PythonTypes.REAL : PythonTypes.WHOLE);
      } else if (least != null && below(value, least)) {
        add(new ParamError.TooSmall(place, value, least.text()));
      }
    }

    private boolean below(PyValue value, Least least) {
      return switch (value) {
        case Int i -> new BigDecimal(i.value()).compareTo(least.value()) < 0;
        case Bool b -> BigDecimal.valueOf(b.value() ? 1 : 0).compareTo(least.value()) < 0;
        case Real r ->
            Double.isFinite(r.value())
                ? new BigDecimal(r.value()).compareTo(least.value()) < 0
                : r.value() == Double.NEGATIVE_INFINITY;
        case Dec d -> below(d.text(), least);
        default -> false;
      };
    }

    private boolean below(String decimal, Least least) {
      if (decimal.contains("NaN")) {
        throw new Leak(
            new Raised("decimal.InvalidOperation", "[<class 'decimal.InvalidOperation'>]"));
      }
      return decimal.endsWith("Infinity")
          ? decimal.startsWith("-")
          : new BigDecimal(decimal).compareTo(least.value()) < 0;
    }

    private void timestamp(PyValue value, Place place) {
      switch (Timestamps.read(value, today)) {
        case Timestamps.Moment _ -> {}
        case Timestamps.Refused _ -> wrong(place, value, PythonTypes.TIMESTAMP);
        case Timestamps.Leaks leak -> throw new Leak(leak.error());
      }
    }

    private void document(PyValue value, Place place) {
      switch (value) {
        case None _, Str _, Int _, Bool _, Real _ -> {}
        case Dict d -> d.entries().forEach((k, v) -> document(v, new Place.InDocument(place, k)));
        case PyList l -> {
          for (int i = 0; i < l.items().size(); i++) {
            document(l.items().get(i), new Place.Item(place, i));
          }
        }
        default -> add(new ParamError.NotDocument(place, value));
      }
    }
  }
}
