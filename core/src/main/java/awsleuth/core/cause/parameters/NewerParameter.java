package awsleuth.core.cause.parameters;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ParameterErrors.Entry;
import java.util.Optional;

/** Whether a parameter that the program's botocore does not know is in the models at hand. */
final class NewerParameter {

  private NewerParameter() {}

  /** Whether the operation has it at that place: the botocore that ran is older than the models. */
  static boolean is(Facts facts, Entry unknown) {
    Optional<Service> service = facts.catalog().service(facts.call().service());
    Optional<Shape> shape =
        service
            .flatMap(s -> s.operation(facts.call().operation()))
            .flatMap(o -> service.get().shape(o.input()));
    for (String step : unknown.place().split("[.\\[]", -1)) {
      if (!step.isEmpty()) {
        shape = shape.flatMap(s -> inner(service.orElseThrow(), s, step));
      }
    }
    return shape.isPresent()
        && shape.get() instanceof Shape.Structure s
        && s.member(unknown.parameter()).isPresent();
  }

  private static Optional<Shape> inner(Service service, Shape shape, String step) {
    return switch (shape) {
      case Shape.Structure s -> s.member(step).flatMap(m -> service.shape(m.shape()));
      case Shape.ListOf l -> step.endsWith("]") ? service.shape(l.element()) : Optional.empty();
      case Shape.MapOf m -> service.shape(m.value());
      case Shape.Scalar _ -> Optional.empty();
    };
  }
}
