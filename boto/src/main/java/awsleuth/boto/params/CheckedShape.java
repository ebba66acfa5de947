package awsleuth.boto.params;

import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shape as the validator goes through it: what it checks is worked out once, and the shapes
 * inside are found once.
 *
 * <p>Not for several threads at once.
 */
final class CheckedShape {

  /** What is checked. */
  enum Kind {
    STRUCTURE,
    DOCUMENT,
    LIST,
    MAP,
    TEXT,
    WHOLE,
    REAL,
    BOOLEAN,
    TIMESTAMP,
    BLOB,
    /** A type that botocore has no check for. */
    OTHER
  }

  /** A member of a structure. */
  final class Child {
    private final Shape.Member member;
    private @Nullable CheckedShape shape;

    Child(Shape.Member member) {
      this.member = member;
    }

    String name() {
      return member.name();
    }

    boolean required() {
      return member.required();
    }

    /** Whether any value that can be written as JSON is accepted. */
    boolean json() {
      return member.jsonValue() && member.location().equals("header");
    }

    boolean hostLabel() {
      return member.hostLabel();
    }

    CheckedShape shape() {
      CheckedShape known = shape;
      if (known == null) {
        known = all.of(member.shape());
        shape = known;
      }
      return known;
    }
  }

  /** The checked shapes of a service, each made once. */
  static final class All {
    private final Shapes shapes;
    private final Map<String, CheckedShape> made = new HashMap<>();

    All(Shapes shapes) {
      this.shapes = shapes;
    }

    CheckedShape of(String name) {
      CheckedShape known = made.get(name);
      if (known == null) {
        known = new CheckedShape(this, shapes.of(name));
        made.put(name, known);
      }
      return known;
    }
  }

  private final All all;
  private final Shapes.Known known;
  private final Kind kind;
  private final Map<String, Child> children = new HashMap<>();
  private @Nullable CheckedShape inner;
  private @Nullable CheckedShape key;

  private CheckedShape(All all, Shapes.Known known) {
    this.all = all;
    this.known = known;
    this.kind = kind(known.shape());
    known.members().forEach((name, member) -> children.put(name, new Child(member)));
  }

  private static Kind kind(Shape shape) {
    return switch (shape) {
      case Shape.Structure s -> s.document() ? Kind.DOCUMENT : Kind.STRUCTURE;
      case Shape.ListOf _ -> Kind.LIST;
      case Shape.MapOf _ -> Kind.MAP;
      case Shape.Scalar s ->
          switch (s.type()) {
            case "string" -> Kind.TEXT;
            case "integer", "long" -> Kind.WHOLE;
            case "float", "double" -> Kind.REAL;
            case "boolean" -> Kind.BOOLEAN;
            case "timestamp" -> Kind.TIMESTAMP;
            case "blob" -> Kind.BLOB;
            default -> Kind.OTHER;
          };
    };
  }

  Kind kind() {
    return kind;
  }

  /** The least length or value; null where there is none. */
  @Nullable Least least() {
    return known.least();
  }

  /** The type in the model, of a scalar. */
  String type() {
    return known.shape() instanceof Shape.Scalar s ? s.type() : "";
  }

  boolean union() {
    return known.shape() instanceof Shape.Structure s && s.union();
  }

  /** The names of required members in the order of the model; of a structure. */
  List<String> required() {
    return known.shape() instanceof Shape.Structure s ? s.requiredMembers() : List.of();
  }

  List<String> memberNames() {
    return known.memberNames();
  }

  /** The members that the keys of a dict name, in its order; null for a key that names none. */
  @Nullable Child[] children(PyValue.Dict dict) {
    @Nullable Child[] named = new Child[dict.entries().size()];
    int at = 0;
    for (PyValue key : dict.entries().keySet()) {
      named[at++] = key instanceof PyValue.Str name ? children.get(name.value()) : null;
    }
    return named;
  }

  /** The elements of a list, or the values of a map. */
  CheckedShape inner() {
    CheckedShape found = inner;
    if (found == null) {
      found =
          all.of(
              switch (known.shape()) {
                case Shape.ListOf l -> l.element();
                case Shape.MapOf m -> m.value();
                case Shape.Structure s -> s.name();
                case Shape.Scalar s -> s.name();
              });
      inner = found;
    }
    return found;
  }

  /** The keys of a map. */
  CheckedShape key() {
    CheckedShape found = key;
    if (found == null) {
      found = all.of(known.shape() instanceof Shape.MapOf m ? m.key() : known.shape().name());
      key = found;
    }
    return found;
  }
}
