package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
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
    boolean has = known.filter(s -> has(s, structure, name)).isPresent();
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

  private boolean has(Service other, Place structure, String name) {
    return other
        .operation(operation.name())
        .map(o -> ShapePath.to(structure, o.input(), other))
        .filter(path ->
            !path.isEmpty()
                && path.getLast() instanceof Shape.Structure s
                && s.member(name).isPresent())
        .isPresent();
  }
}
