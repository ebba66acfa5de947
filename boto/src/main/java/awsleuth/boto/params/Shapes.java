package awsleuth.boto.params;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.Together;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a service as validation needs them, each read once.
 *
 * <p>Not for several threads at once.
 */
final class Shapes {

  private final Service service;
  private final Map<String, Known> known = new HashMap<>();
  private final Map<String, Boolean> holding = new HashMap<>();

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

  /** Two members of a structure of which none is required, of one with code the code alone. */
  List<Shape.Member> telling(Shape.Structure structure) {
    int most = Together.isCode(structure) ? 1 : 2;
    return Together.of(service.metadata().name(), structure).stream().limit(most).toList();
  }

  /** Whether AWS asks not to show a value of a shape, or one that can be in it. */
  boolean holdsSensitive(String name) {
    return holding.computeIfAbsent(name, this::search);
  }

  private boolean search(String name) {
    Set<String> seen = new HashSet<>(Set.of(name));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Shape shape = of(open.pop()).shape();
      if (shape.sensitive()) {
        return true;
      }
      inside(shape).stream().filter(seen::add).forEach(open::add);
    }
    return false;
  }

  private static List<String> inside(Shape shape) {
    return switch (shape) {
      case Shape.Structure s -> s.members().stream().map(Shape.Member::shape).toList();
      case Shape.ListOf l -> List.of(l.element());
      case Shape.MapOf m -> List.of(m.key(), m.value());
      case Shape.Scalar _ -> List.of();
    };
  }

  /** Whether a shape is neither a structure nor a list nor a map. */
  boolean isScalar(String shape) {
    return of(shape).shape() instanceof Shape.Scalar;
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
