package awsleuth.boto.params;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The shapes that a model has on the way to a place of the parameters. */
final class ShapePath {

  private ShapePath() {}

  /**
   * The shape of the input, then each in the one before, that of the place last; empty where the
   * model has no such place. All of a document has the document's.
   *
   * @param input the name of the input's shape
   */
  static List<Shape> to(Place place, String input, Service service) {
    Deque<Place> steps = new ArrayDeque<>();
    for (Place p = place; !(p instanceof Place.Root); p = p.outer()) {
      steps.push(p);
    }
    List<Shape> path = new ArrayList<>();
    Optional<Shape> shape = service.shape(input);
    for (Place step : steps) {
      shape.ifPresent(path::add);
      shape = shape.flatMap(s -> inner(service, s, step));
    }
    shape.ifPresent(path::add);
    return shape.isPresent() ? path : List.of();
  }

  private static Optional<Shape> inner(Service service, Shape shape, Place step) {
    return switch (shape) {
      case Shape.Structure s when s.document() -> Optional.of(s);
      case Shape.Structure s ->
          step instanceof Place.Member m
              ? s.member(m.name()).flatMap(x -> service.shape(x.shape()))
              : Optional.empty();
      case Shape.ListOf l -> service.shape(l.element());
      case Shape.MapOf m -> service.shape(step instanceof Place.Key ? m.key() : m.value());
      case Shape.Scalar _ -> Optional.empty();
    };
  }
}
