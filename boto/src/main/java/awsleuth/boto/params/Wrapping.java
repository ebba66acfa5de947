package awsleuth.boto.params;

import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Plain values where an object around them is wanted: a text of which one member alone can be, and
 * CloudFront's lists, which are objects with their {@code Quantity}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Paths.html">Paths</a>
 */
record Wrapping(Shapes shapes) {

  /** Names of members that are what an object is about, as {@code DataType} is not. */
  private static final Set<String> HOLDING = Set.of("value", "data", "key", "text", "name", "id");

  static final String QUANTITY = "Quantity";
  static final String ITEMS = "Items";

  /**
   * The object.
   *
   * @param text what is said of it
   */
  record Wrapped(Dict object, String text) {}

  /** The object around a value; empty where it is not told by the shape. */
  Optional<Wrapped> of(PyValue value, Shapes.Known known) {
    return switch (value) {
      case Str s when !s.value().startsWith("{") ->
          member(known, s.value())
              .map(m ->
                  new Wrapped(
                      one(m.name(), s),
                      "a dict is wanted; the text is put in as `" + m.name() + "`"));
      case PyList l
          when known.members().containsKey(QUANTITY) && known.members().containsKey(ITEMS) -> {
        Dict object = one(QUANTITY, Int.of(l.items().size()));
        object.entries().put(new Str(ITEMS), l);
        yield Optional.of(new Wrapped(object, "a dict with Quantity and Items is wanted"));
      }
      default -> Optional.empty();
    };
  }

  /** How many items there are where that is wanted beside them. */
  static Optional<Int> quantity(String name, PyValue items) {
    return name.equals(QUANTITY) && items instanceof PyList l
        ? Optional.of(Int.of(l.items().size()))
        : Optional.empty();
  }

  /**
   * The only member that a text can be: the one that is required and holds what the object is
   * about, the only text of a union, or of an address of S3 the only place.
   */
  private Optional<Shape.Member> member(Shapes.Known known, String text) {
    if (!(known.shape() instanceof Shape.Structure s) || s.document()) {
      return Optional.empty();
    }
    List<Shape.Member> texts = s.members().stream().filter(this::isText).toList();
    if (s.union()) {
      return texts.size() == 1 ? Optional.of(texts.getFirst()) : Optional.empty();
    }
    List<Shape.Member> places =
        texts.stream().filter(m -> m.name().matches(".*(?:Location|U[Rr][IiLl]|Path)")).toList();
    if (text.startsWith("s3://") && places.size() == 1) {
      return Optional.of(places.getFirst());
    }
    boolean only = s.members().size() == 1 && !texts.isEmpty();
    return texts.stream()
        .filter(m ->
            only
                || (s.requiredMembers().equals(List.of(m.name()))
                    && HOLDING.contains(m.name().toLowerCase(Locale.ROOT))))
        .findFirst();
  }

  private boolean isText(Shape.Member member) {
    return shapes.of(member.shape()).shape() instanceof Shape.Scalar scalar
        && scalar.type().equals("string")
        && scalar.values().isEmpty();
  }

  private static Dict one(String name, PyValue value) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    entries.put(new Str(name), value);
    return new Dict(entries);
  }
}
