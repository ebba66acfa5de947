package awsleuth.boto.params;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
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

  private static final Place ROOT = new Place.Root();

  private final CheckedShape.All shapes;
  private final LocalDate today;

  /**
   * A validator for the operations of a service.
   *
   * @param today from where a text of a date takes what it leaves out
   */
  public ParamValidator(Service service, LocalDate today) {
    this.shapes = new CheckedShape.All(new Shapes(service));
    this.today = today;
  }

  /** Validates parameters against a structure; never throws for any value. */
  public Validation validate(PyValue params, Shape.Structure input) {
    Run run = new Run();
    try {
      run.value(params, shapes.of(input.name()), null, ROOT);
    } catch (Leak leak) {
      return new Validation(run.errors, Optional.of(leak.error));
    }
    return new Validation(
        run.errors, run.inDocument ? ReportLeak.of(run.errors) : Optional.empty());
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

    /** Whether an error is in a document, whose keys botocore's report may fail on. */
    private boolean inDocument;

    void value(
        PyValue value, CheckedShape shape, CheckedShape.@Nullable Child member, Place place) {
      switch (shape.kind()) {
        case STRUCTURE -> structure(value, shape, place);
        case DOCUMENT -> document(value, place);
        case LIST -> list(value, shape, place);
        case MAP -> map(value, shape, place);
        case TEXT -> text(value, shape, member, place);
        case WHOLE -> number(value, least(shape, member), false, place);
        case REAL -> number(value, least(shape, member), true, place);
        case BOOLEAN -> {
          if (!(value instanceof Bool)) {
            wrong(place, value, PythonTypes.BOOLEAN);
          }
        }
        case TIMESTAMP -> timestamp(value, place);
        case BLOB -> {
          if (!(value instanceof Bytes || value instanceof Str)) {
            wrong(place, value, PythonTypes.BLOB);
          }
        }
        case OTHER ->
            throw new Leak(
                new Raised(
                    "AttributeError",
                    "'ParamValidator' object has no attribute '_validate_" + shape.type() + "'"));
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

    private void structure(PyValue value, CheckedShape shape, Place place) {
      if (!(value instanceof Dict dict)) {
        wrong(place, value, PythonTypes.DICT);
        return;
      }
      @Nullable CheckedShape.Child[] children = shape.children(dict);
      int required = 0;
      boolean unknown = false;
      for (CheckedShape.Child child : children) {
        unknown |= child == null;
        required += child != null && child.required() ? 1 : 0;
      }
      if (shape.union() && children.length != 1) {
        List<String> members = shape.memberNames();
        add(
            children.length == 0
                ? new ParamError.UnionOfNone(place, members)
                : new ParamError.UnionOfMany(place, members));
      }
      if (required < shape.required().size()) {
        missing(dict, children, shape, place);
      }
      if (unknown) {
        unknown(dict, children, shape, place);
      }
      int at = 0;
      for (PyValue member : dict.entries().values()) {
        CheckedShape.Child child = children[at++];
        if (child != null) {
          value(member, child.shape(), child, new Place.Member(place, child.name()));
        }
      }
    }

    private void missing(
        Dict dict, @Nullable CheckedShape.Child[] children, CheckedShape shape, Place place) {
      for (String required : shape.required()) {
        if (!isAmong(children, required) && !dict.has(required)) {
          add(new ParamError.Missing(place, required));
        }
      }
    }

    /** Spares a search in the dict for those that are there. */
    private static boolean isAmong(@Nullable CheckedShape.Child[] children, String name) {
      for (CheckedShape.Child child : children) {
        if (child != null && child.name().equals(name)) {
          return true;
        }
      }
      return false;
    }

    private void unknown(
        Dict dict, @Nullable CheckedShape.Child[] children, CheckedShape shape, Place place) {
      int at = 0;
      for (PyValue name : dict.entries().keySet()) {
        if (children[at++] == null) {
          add(new ParamError.Unknown(place, name, shape.memberNames()));
        }
      }
    }

    private void list(PyValue value, CheckedShape shape, Place place) {
      List<PyValue> items;
      if (value instanceof PyList list) {
        items = list.items();
      } else if (value instanceof Tuple tuple) {
        items = tuple.items();
      } else {
        wrong(place, value, PythonTypes.LIST);
        return;
      }
      length(items.size(), shape.least(), place);
      for (int i = 0; i < items.size(); i++) {
        value(items.get(i), shape.inner(), null, new Place.Item(place, i));
      }
    }

    private void map(PyValue value, CheckedShape shape, Place place) {
      if (!(value instanceof Dict dict)) {
        wrong(place, value, PythonTypes.DICT);
        return;
      }
      for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
        value(e.getKey(), shape.key(), null, new Place.Key(place, e.getKey()));
        value(e.getValue(), shape.inner(), null, new Place.Entry(place, e.getKey()));
      }
    }

    private void text(
        PyValue value, CheckedShape shape, CheckedShape.@Nullable Child member, Place place) {
      if (member != null && member.json()) {
        JsonDump.refusal(value).ifPresent(why -> add(new ParamError.NotJson(place, why)));
      } else if (value instanceof Str s) {
        Least least = least(shape, member);
        if (least != null) {
          length(s.value().codePointCount(0, s.value().length()), least, place);
        }
      } else {
        wrong(place, value, PythonTypes.TEXT);
      }
    }

    /** A label of the host has one character at least, where the model says nothing else. */
    private @Nullable Least least(CheckedShape shape, CheckedShape.@Nullable Child member) {
      Least least = shape.least();
      return least == null && member != null && member.hostLabel() ? Least.ONE : least;
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
        case Int i -> least.above(i.value());
        case Bool b -> least.above(b.value() ? 1 : 0);
        case Real r ->
            Double.isFinite(r.value())
                ? least.above(new BigDecimal(r.value()))
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
          : least.above(new BigDecimal(decimal));
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
        default -> {
          inDocument = true;
          add(new ParamError.NotDocument(place, value));
        }
      }
    }
  }
}
