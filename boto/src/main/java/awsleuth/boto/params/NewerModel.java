package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Whether the model in the pack has a parameter that the user's botocore lacks. */
record NewerModel(AwsCatalog catalog, Service service, Operation operation) {

  /** In words; empty if it has not, or if the user's is the pack. */
  String hint(Place structure, String name) {
    AwsCatalog pack = AwsCatalog.embedded();
    if (pack.origin().equals(catalog.origin())) {
      return "";
    }
    Optional<Service> known = pack.service(service.metadata().name());
    Optional<Shape> shape =
        known.flatMap(s -> s.operation(operation.name()).flatMap(o -> at(s, o, structure)));
    boolean has =
        shape.isPresent() && shape.get() instanceof Shape.Structure s && s.member(name).isPresent();
    return has
        ? "botocore "
            + catalog.version()
            + " does not know `"
            + name
            + "`, botocore "
            + pack.version()
            + " does: upgrade boto3"
        : "";
  }

  /** The shape at a place of another model. */
  private static Optional<Shape> at(Service service, Operation operation, Place place) {
    Deque<Place> path = new ArrayDeque<>();
    for (Place p = place; !(p instanceof Place.Root); p = outer(p)) {
      path.push(p);
    }
    Optional<Shape> shape = service.shape(operation.input());
    for (Place step : path) {
      shape = shape.flatMap(s -> inner(service, s, step));
    }
    return shape;
  }

  private static Place outer(Place place) {
    return switch (place) {
      case Place.Root r -> r;
      case Place.Member m -> m.in();
      case Place.Item i -> i.in();
      case Place.Entry e -> e.in();
      case Place.Key k -> k.in();
      case Place.InDocument d -> d.in();
    };
  }

  private static Optional<Shape> inner(Service service, Shape shape, Place step) {
    return switch (shape) {
      case Shape.Structure s ->
          step instanceof Place.Member m
              ? s.member(m.name()).flatMap(x -> service.shape(x.shape()))
              : Optional.empty();
      case Shape.ListOf l -> service.shape(l.element());
      case Shape.MapOf m -> service.shape(m.value());
      case Shape.Scalar _ -> Optional.empty();
    };
  }
}
