package awsleuth.boto.call;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonFloat;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/**
 * All parameters of an operation that go together, with a value of the right type in each place.
 */
public final class Skeleton {

  /** Members of all levels; behind them only required ones follow. */
  private static final int MOST = 2000;

  private static final LocalDateTime SOME_DAY = LocalDateTime.of(2026, 1, 2, 0, 0);

  private final Service service;
  private final boolean command;
  private final Deque<String> open = new ArrayDeque<>();
  private int members;

  private Skeleton(Service service, boolean command) {
    this.service = service;
    this.command = command;
  }

  /**
   * The parameters; what would be inside itself is left out, an enumeration its first value, a text
   * {@code <Name>}.
   */
  public static Dict of(Service service, Operation operation) {
    return of(service, operation, false);
  }

  private static Dict of(Service service, Operation operation, boolean command) {
    return service.input(operation.name()).isPresent()
        ? (Dict) new Skeleton(service, command).value(operation.input(), operation.name())
        : new Dict(new LinkedHashMap<>());
  }

  /**
   * Likewise, as a command of the AWS CLI is to give them: bytes that have an option of their own
   * from a file, those inside of others as the text {@code <Name>}, and one instance.
   */
  public static GivenCall command(Service service, Operation operation) {
    LinkedHashMap<PyValue, PyValue> params =
        new LinkedHashMap<>(of(service, operation, true).entries());
    List<Unread> files = new ArrayList<>();
    for (Shape.Member m :
        service.input(operation.name()).map(Shape.Structure::members).orElse(List.of())) {
      boolean blob =
          service.shape(m.shape()).orElse(null) instanceof Shape.Scalar s
              && s.type().equals("blob");
      if (blob && !service.isStreaming(m) && params.remove(new Str(m.name())) != null) {
        files.add(new Unread(m.name(), 1, "a file", "'fileb://<" + m.name() + ">'"));
      }
    }
    if (InstanceCount.isOf(operation)) {
      InstanceCount.read("1", params);
    }
    String name = service.metadata().name();
    return GivenCall.of(name, operation.name(), new Dict(params), files);
  }

  private PyValue value(String shapeName, String name) {
    Shape shape = service.shape(shapeName).orElseThrow();
    if (open.contains(shapeName)) {
      return shape instanceof Shape.ListOf ? new PyList(List.of()) : empty(shape, name);
    }
    open.push(shapeName);
    PyValue value =
        switch (shape) {
          case Shape.Structure s -> structure(s);
          case Shape.ListOf l -> {
            PyValue element = value(l.element(), name);
            yield new PyList(Collections.nCopies(times(l.limits().min()), element));
          }
          case Shape.MapOf m -> {
            LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
            entries.put(value(m.key(), "key"), value(m.value(), name));
            yield new Dict(entries);
          }
          case Shape.Scalar s -> scalar(s, name);
        };
    open.pop();
    return value;
  }

  private PyValue empty(Shape shape, String name) {
    return shape instanceof Shape.Scalar s ? scalar(s, name) : new Dict(new LinkedHashMap<>());
  }

  /** At least one, and as many as the model wants. */
  private static int times(String min) {
    return min.matches("\\d{1,2}") ? Math.max(1, Integer.parseInt(min)) : 1;
  }

  private PyValue structure(Shape.Structure structure) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    boolean single = structure.union() || isOneType(structure);
    for (Shape.Member member : single ? one(structure) : together(structure)) {
      boolean wanted = single || member.required();
      if (!wanted && (open.contains(member.shape()) || members > MOST)) {
        continue;
      }
      members++;
      entries.put(new Str(member.name()), value(member.shape(), member.name()));
    }
    return new Dict(entries);
  }

  /** Code that is no parameter of its own has no file in a command. */
  private List<Shape.Member> together(Shape.Structure structure) {
    String client = service.metadata().name();
    return command && open.size() > 1
        ? Together.inS3(client, structure)
        : Together.of(client, structure);
  }

  /** Whether it is a value of DynamoDB, which has one type though the model does not say so. */
  private static boolean isOneType(Shape.Structure structure) {
    return structure.members().stream()
        .map(Shape.Member::name)
        .toList()
        .containsAll(List.of("S", "N", "B", "L", "M", "BOOL", "NULL"));
  }

  /** The member of a union that ends soonest: a scalar, else one that is not inside itself. */
  private List<Shape.Member> one(Shape.Structure union) {
    return union.members().stream()
        .min(Comparator.comparingInt(this::endless))
        .map(List::of)
        .orElse(List.of());
  }

  private int endless(Shape.Member member) {
    return switch (service.shape(member.shape()).orElseThrow()) {
      case Shape.Scalar _ -> 0;
      case Shape.Structure s -> open.contains(s.name()) ? 4 : 1;
      case Shape.ListOf l -> open.contains(l.element()) ? 3 : 2;
      case Shape.MapOf m -> open.contains(m.value()) ? 3 : 2;
    };
  }

  private PyValue scalar(Shape.Scalar scalar, String name) {
    return switch (scalar.type()) {
      case "integer", "long" -> least(scalar);
      case "float", "double" -> new Real(PythonFloat.parse(scalar.limits().min()).orElse(0));
      case "boolean" -> new Bool(true);
      case "timestamp" -> new PyValue.DateTime(SOME_DAY, OptionalInt.of(0));
      case "blob" -> command ? new Str("<" + name + ">") : new PyValue.Bytes("", false);
      default ->
          new Str(scalar.values().isEmpty() ? text(scalar, name) : scalar.values().getFirst());
    };
  }

  /** A name in brackets, as long as the model wants it. */
  private static String text(Shape.Scalar scalar, String name) {
    String min = scalar.limits().min();
    int least = min.matches("\\d{1,4}") ? Integer.parseInt(min) : 0;
    String text =
        "<" + name + (least > name.length() + 2 ? ", " + least + " or more characters" : "");
    return text + ".".repeat(Math.max(0, least - text.length() - 1)) + ">";
  }

  private static Int least(Shape.Scalar scalar) {
    String min = scalar.limits().min();
    return min.matches("-?\\d{1,18}") ? Int.of(Long.parseLong(min)) : Int.of(0);
  }
}
