package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where botocore would send a call, in its two steps: the client, and the endpoint of an operation.
 *
 * <p>What botocore raises is a value here, its text included.
 */
public final class Endpoints {

  private final AwsCatalog catalog;
  private final Documents documents;
  private final boolean crt;

  /** Of the services, rules and partitions of a catalog. */
  public Endpoints(AwsCatalog catalog) {
    this(catalog, new Documents(catalog), false);
  }

  private Endpoints(AwsCatalog catalog, Documents documents, boolean crt) {
    this.catalog = catalog;
    this.documents = documents;
    this.crt = crt;
  }

  /** The same where the package {@code awscrt} is installed, which signs for several Regions. */
  Endpoints withCrt() {
    return new Endpoints(catalog, documents, true);
  }

  /** The client that {@code session.client} gives. */
  public ClientOutcome client(Session session, ClientArguments arguments) {
    String name =
        arguments.service().equals("runtime.sagemaker") ? "sagemaker-runtime" : arguments.service();
    Optional<Service> service = catalog.service(name);
    if (service.isEmpty()) {
      String message =
          "Unknown service: '"
              + name
              + "'. Valid service names are: "
              + String.join(", ", catalog.services());
      return new ClientOutcome.Refused(Raised.botocore("UnknownServiceError", message), List.of());
    }
    ClientCreation creation = new ClientCreation(documents, session, arguments, service.get());
    try {
      return new ClientOutcome.Made(creation.create());
    } catch (Raising e) {
      return new ClientOutcome.Refused(e.raised(), creation.decisions());
    }
  }

  /**
   * The endpoint of a call, which botocore looks for before it validates the parameters.
   *
   * @param operation its API name; empty for any that sets nothing for the rules
   * @param parameters those of the call, after botocore's own handlers
   * @throws IllegalArgumentException if the service has no such operation
   */
  public EndpointOutcome resolve(Client client, String operation, PyValue.Dict parameters) {
    Operation known = operation(client, operation);
    RuleEvaluation evaluation = new RuleEvaluation(client.partitions());
    Map<String, RuleInput> inputs = new LinkedHashMap<>();
    String service = client.service().metadata().name();
    try {
      String own = SignerChoice.ofOperation(client, known);
      PyValue.Dict call =
          service.equals("s3control") ? S3Call.control(client, operation, parameters) : parameters;
      Map<String, Object> values = Values.of(call);
      Map<String, Found<Object>> builtIns = client.builtIns();
      if (service.equals("s3")) {
        builtIns = S3Call.builtIns(client, operation, values.getOrDefault("Bucket", ""));
      }
      inputs.putAll(new RuleInputs(catalog, client, known).of(values, builtIns));
      return endpoint(client, own, call, inputs, evaluation);
    } catch (Raising e) {
      Raised raised = RuleErrors.translate(e.raised(), service, inputs);
      return new EndpointOutcome.Refused(raised, List.copyOf(inputs.values()), evaluation.trace());
    }
  }

  private static Operation operation(Client client, String name) {
    if (name.isEmpty()) {
      return new Operation(
          "",
          "POST",
          "/",
          "",
          List.of(),
          "",
          false,
          false,
          false,
          false,
          List.of(),
          "",
          false,
          List.of(),
          new Operation.Checksum(false, "", ""),
          Operation.Discovery.NONE);
    }
    return client
        .service()
        .operation(name)
        .orElseThrow(() -> new IllegalArgumentException("no operation " + name));
  }

  private EndpointOutcome endpoint(
      Client client,
      @Nullable String own,
      PyValue.Dict call,
      Map<String, RuleInput> inputs,
      RuleEvaluation evaluation) {
    Map<String, Object> given = new LinkedHashMap<>();
    inputs.forEach((name, input) -> given.put(name, hashable(input.value())));
    RuleEvaluation.Endpoint found = evaluation.evaluate(client.rules(), given);
    boolean plain =
        !client.secure() && found.url().startsWith("https://") && !given.containsKey("Endpoint");
    AuthSchemes.Choice choice =
        found.properties().containsKey("authSchemes")
            ? AuthSchemes.choose(
                client.signing(), Json.objects(found.properties(), "authSchemes"), crt)
            : new AuthSchemes.Choice(own, null, null);
    Map<String, String> headers = new LinkedHashMap<>();
    found.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new EndpointOutcome.Endpoint(
        plain ? "http://" + found.url().substring("https://".length()) : found.url(),
        headers,
        call,
        "S3Express".equals(found.properties().get("backend")),
        new EndpointOutcome.Auth(text(choice.type()), text(choice.region()), text(choice.name())),
        List.copyOf(inputs.values()),
        evaluation.trace());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Object of(PyValue value) {
    Object plain = Values.of(value);
    return plain == null ? value : plain;
  }

  /** botocore keeps what the rules gave, by the values; some cannot be kept. */
  private static Object hashable(Object value) {
    if (value instanceof PyValue.PySet) {
      throw new Raising("TypeError", "unhashable type: 'set'");
    }
    if (value instanceof PyValue.Bytes bytes && bytes.mutable()) {
      throw new Raising("TypeError", "unhashable type: 'bytearray'");
    }
    if (value instanceof PyValue.Tuple(List<PyValue> items)) {
      items.forEach(item -> hashable(item instanceof PyValue.PyList ? item : of(item)));
    }
    if (value instanceof PyValue.PyList) {
      throw new Raising("TypeError", "unhashable type: 'list'");
    }
    if (value instanceof Map<?, ?>) {
      throw new Raising("TypeError", "unhashable type: 'dict'");
    }
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> || each instanceof List<?>) {
          throw new Raising("TypeError", "unhashable type: '" + Python.type(each) + "'");
        }
      }
    }
    return value;
  }

  /** What {@code endpoints.json} says of a prefix. */
  LegacyResolver legacy(String prefix) {
    return documents.legacy(prefix);
  }

  /**
   * How a call is signed.
   *
   * @throws IllegalArgumentException if the service has no such operation
   */
  public SigningOutcome signing(Client client, String operation, EndpointOutcome.Auth auth) {
    Operation known = operation(client, operation);
    AuthSchemes.Choice choice =
        new AuthSchemes.Choice(
            auth.version().isEmpty() ? null : auth.version(),
            auth.region().isEmpty() ? null : auth.region(),
            auth.name().isEmpty() ? null : auth.name());
    try {
      return new SigningOutcome.Signed(new SignerChoice(client, known, choice).choose(crt));
    } catch (Raising e) {
      return new SigningOutcome.Refused(e.raised());
    }
  }

  /** What choosing a signature gave. */
  public sealed interface SigningOutcome {

    /** How the call is signed. */
    record Signed(Signing signing) implements SigningOutcome {}

    /** botocore raises. */
    record Refused(Raised raised) implements SigningOutcome {}
  }
}
