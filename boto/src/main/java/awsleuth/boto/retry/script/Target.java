package awsleuth.boto.retry.script;

import awsleuth.aws.ErrorShape;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.retry.CalledOperation;
import java.util.List;
import java.util.Set;

/** The operation that is called, as far as reading its responses depends on it. */
record Target(Service service, Operation operation, Protocol protocol, CalledOperation called) {

  /**
   * S3's operations whose response is not looked at for an error under status 200: the body is the
   * user's, a policy or nothing that the model knows.
   *
   * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/handlers.py">handlers.py,
   *     _should_handle_200_error</a>
   */
  private static final Set<String> STREAMS =
      Set.of("GetObject", "GetObjectTorrent", "GetBucketPolicy", "SelectObjectContent");

  static Target of(Service service, String name) {
    Operation operation =
        service
            .operation(name)
            .orElseThrow(() -> new IllegalArgumentException("no operation " + name));
    return new Target(service, operation, Protocol.of(service), CalledOperation.of(service, name));
  }

  boolean isS3() {
    return service.metadata().name().equals("s3");
  }

  boolean isHead() {
    return operation.method().equals("HEAD");
  }

  /** Whether the body is handed to the program before it is read. */
  boolean streams() {
    return isS3() && (operation.name().equals("GetObject"));
  }

  boolean looksForErrorUnder200() {
    return isS3() && !STREAMS.contains(operation.name());
  }

  /** The class that a code raises, with its module. */
  String exception(String code) {
    List<ErrorShape> shapes = service.errorsWithCode(code);
    return shapes.isEmpty()
        ? "botocore.exceptions.ClientError"
        : "botocore.errorfactory." + shapes.getLast().name();
  }

  /** The header that an error of that code gives as a whole number; empty where none does. */
  String numberHeader(String code) {
    for (ErrorShape error : service.errorsWithCode(code)) {
      if (service.shape(error.name()).orElse(null) instanceof Shape.Structure structure) {
        for (Shape.Member m : structure.members()) {
          if (m.location().equals("header") && isNumber(m.shape())) {
            return m.locationName();
          }
        }
      }
    }
    return "";
  }

  private boolean isNumber(String shape) {
    return service.shape(shape).orElse(null) instanceof Shape.Scalar scalar
        && (scalar.type().equals("integer") || scalar.type().equals("long"));
  }
}
