package awsleuth.app.test;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.call.CliCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What is tested: a failed call and the cause that it is tested for.
 *
 * @param service its service; that of GetCallerIdentity where the diagnosis does not tell which
 *     call failed
 * @param operation its operation, likewise
 * @param parameters those that are known and what botocore wants beside them
 * @param after whether the fix is applied in the file
 * @param target the code under test as {@code module:function}; empty for code in the file
 */
record Subject(
    ToldFailure call,
    ToldCause cause,
    Service service,
    Operation operation,
    PyValue.Dict parameters,
    boolean after,
    Optional<String> target) {

  private static final String STAND_IN = "sts";

  static Subject of(
      ToldFailure call,
      ToldCause cause,
      AwsCatalog catalog,
      boolean after,
      Optional<String> target) {
    Optional<Service> named = catalog.service(call.service());
    Optional<Operation> operation = named.flatMap(s -> s.operation(call.operation()));
    Service service =
        operation.isPresent() ? named.orElseThrow() : catalog.service(STAND_IN).orElseThrow();
    Operation called =
        operation.orElseGet(() -> service.operation("GetCallerIdentity").orElseThrow());
    PyValue.Dict known = operation.isPresent() ? known(call, cause, called, catalog) : nothing();
    return new Subject(
        call, cause, service, called, LeastParameters.of(service, called, known), after, target);
  }

  /**
   * The parameters that the diagnosis tells: the call's own, and beside them those of the command
   * that does a refused call again, which has the names of things that AWS's refusal names.
   */
  private static PyValue.Dict known(
      ToldFailure call, ToldCause cause, Operation operation, AwsCatalog catalog) {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>(call.known().entries());
    if (cause.id().startsWith("permissions/")
        && CliCallReader.isCommand(cause.command())
        && CliCallReader.read(catalog, cause.command()) instanceof GivenCall.Read(GivenCall again)
        && again.service().equals(call.service())
        && catalog
            .operationName(again.service(), again.operation())
            .filter(operation.name()::equals)
            .isPresent()) {
      again
          .params()
          .entries()
          .forEach((name, value) -> {
            if (!isOfCommand(name, value)) {
              all.putIfAbsent(name, value);
            }
          });
    }
    return new PyValue.Dict(all);
  }

  /** Whether a parameter is the command's alone: a placeholder, or that it does nothing. */
  private static boolean isOfCommand(PyValue name, PyValue value) {
    return PythonText.repr(value).contains("<") || name.equals(new PyValue.Str("DryRun"));
  }

  private static PyValue.Dict nothing() {
    return new PyValue.Dict(new LinkedHashMap<>());
  }

  /** Whether the call is not the diagnosed one, which is not known, but one in its place. */
  boolean standsIn() {
    return !operation.name().equals(call.operation());
  }

  /** Whether all parameters are those of the diagnosed call. */
  boolean isWhole() {
    return !standsIn()
        && call.unread().isEmpty()
        && call.parameters().filter(parameters::equals).isPresent();
  }

  /** The name of the client, such as {@code s3}. */
  String client() {
    return service.metadata().name();
  }

  /** The Region of the call where there is such a one, else any. */
  String region(AwsCatalog catalog) {
    return catalog.region(call.region()).isPresent() ? call.region() : "us-east-1";
  }

  /** The parameters with which the diagnosed call is made in the file, in Python. */
  String invocation() {
    return "client." + operation.methodName() + "(**PARAMETERS)";
  }

  /** Whether the operation only reads. */
  boolean reads() {
    return operation.name().matches("(?:Get|Head|Describe|List|Query|Scan|BatchGet|Lookup).*");
  }
}
