package awsleuth.boto.params;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a service as validation needs them, each read once.
 *
 * <p>Not for several threads at once.
 */
final class Shapes {

  private final Service service;
  private final Map<String, Known> known = new HashMap<>();

  /**
   * A shape with what is asked of it again and again.
   *
   * @param members the members of a structure by name; empty for others
   * @param memberNames their names in the order of the model
   * @param least the least value or length; null where there is none
   */
  record Known(
      Shape shape,
      Map<String, Shape.Member> members,
      List<String> memberNames,
      @Nullable Least least) {}

  Shapes(Service service) {
    this.service = service;
  }

  /**
   * The shape of that name.
   *
   * @throws IllegalArgumentException if the service has no such shape
   */
  Known of(String name) {
    Known shape = known.get(name);
    if (shape == null) {
      Optional<Shape> read = service.shape(name);
      shape = known(read.orElseThrow(() -> new IllegalArgumentException("no shape " + name)));
      known.put(name, shape);
    }
    return shape;
  }

  private static Known known(Shape shape) {
    return switch (shape) {
      case Shape.Structure s -> {
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        s.members().forEach(m -> members.put(m.name(), m));
        yield new Known(s, members, List.copyOf(members.keySet()), null);
      }
      case Shape.ListOf l -> new Known(l, Map.of(), List.of(), Least.of(l.limits().min()));
      case Shape.MapOf m -> new Known(m, Map.of(), List.of(), null);
      case Shape.Scalar s -> new Known(s, Map.of(), List.of(), Least.of(s.limits().min()));
    };
  }
}
