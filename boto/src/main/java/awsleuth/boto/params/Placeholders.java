package awsleuth.boto.params;

import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Values in the place of those that are missing, to be filled in. */
final class Placeholders {

  private static final int DEEPEST = 8;

  /** Structures of which nothing is required show two members, so far down. */
  private static final int TELLING = 2;

  private final Shapes shapes;
  private final List<Place> places = new ArrayList<>();

  Placeholders(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Where they stand. */
  List<Place> places() {
    return List.copyOf(places);
  }

  /**
   * A value of a shape, with what is required inside it and one element of each list.
   *
   * @param name the member's, which a text shows
   */
  PyValue of(String shape, String name, Place place) {
    return of(shape, name, place, 0);
  }

  /** A text, {@code <Name>}. */
  PyValue text(String name, Place place) {
    places.add(place);
    return new Str("<" + name + ">");
  }

  private PyValue of(String shape, String name, Place place, int depth) {
    return switch (shapes.of(shape).shape()) {
      case Shape.Structure s when !s.document() && depth < DEEPEST ->
          s.union() ? union(s, place, depth) : structure(s, place, depth);
      case Shape.ListOf l when depth < DEEPEST ->
          new PyList(List.of(of(l.element(), name, new Place.Item(place, 0), depth + 1)));
      case Shape.ListOf _ -> new PyList(List.of());
      case Shape.Structure _, Shape.MapOf _ -> new Dict(new LinkedHashMap<>());
      case Shape.Scalar s -> scalar(s, name, place);
    };
  }

  /** A union with one of its members: a text if it has one. */
  private PyValue union(Shape.Structure shape, Place place, int depth) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    shape.members().stream()
        .min(Comparator.comparingInt(this::rank))
        .ifPresent(m -> {
          Place at = new Place.Member(place, m.name());
          entries.put(new Str(m.name()), of(m.shape(), m.name(), at, depth + 1));
        });
    return new Dict(entries);
  }

  private int rank(Shape.Member member) {
    return shapes.of(member.shape()).shape() instanceof Shape.Scalar s
        ? s.type().equals("string") ? 0 : 1
        : 2;
  }

  private PyValue structure(Shape.Structure shape, Place place, int depth) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    List<Shape.Member> required =
        shape.members().stream().filter(m -> shape.requiredMembers().contains(m.name())).toList();
    boolean none = required.isEmpty() && depth < TELLING;
    for (Shape.Member m : none ? shapes.telling(shape) : required) {
      Place at = new Place.Member(place, m.name());
      entries.put(new Str(m.name()), of(m.shape(), m.name(), at, depth + 1));
    }
    return new Dict(entries);
  }

  private PyValue scalar(Shape.Scalar shape, String name, Place place) {
    places.add(place);
    return switch (shape.type()) {
      case "boolean" -> new PyValue.Bool(false);
      case "string", "blob" -> new Str("<" + name + ">");
      default -> PyValue.Int.of(0);
    };
  }
}
