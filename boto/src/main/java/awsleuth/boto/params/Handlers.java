package awsleuth.boto.params;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.Str;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What botocore does to parameters before it validates them, in its order: first what is registered
 * for the operation, then for the service, then for all.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/handlers.py">handlers.py</a>
 */
final class Handlers {

  /** Stands for the random token that botocore makes up. */
  private static final String TOKEN = "00000000-0000-4000-8000-000000000000";

  private static final Set<String> ROUTE53_IDS =
      Set.of("ResourceId", "DelegationSetId", "ChangeId");

  private final Service service;
  private final Operation operation;
  private final Optional<Shape.Structure> input;

  Handlers(Service service, Operation operation) {
    this(service, operation, service.input(operation.name()));
  }

  Handlers(Service service, Operation operation, Optional<Shape.Structure> input) {
    this.service = service;
    this.operation = operation;
    this.input = input;
  }

  void run(CallParams params) throws Refusal {
    String name = operation.name();
    aliases(params);
    switch (service.metadata().name()) {
      case "ec2" -> {
        if (name.equals("RunInstances")) {
          userData(params);
        }
      }
      case "autoscaling" -> {
        if (name.equals("CreateLaunchConfiguration")) {
          userData(params);
        }
      }
      case "route53" -> route53Ids(params);
      case "glacier" -> {
        if (params.get("accountId") == null || params.get("accountId") instanceof None) {
          params.put("accountId", "-");
        }
      }
      case "s3" -> S3Handlers.run(name, params);
      default -> {}
    }
    if (operation.discovery() == Operation.Discovery.REQUIRED && input.isPresent()) {
      identifiers(input.get(), params.dict());
    }
    for (Shape.Member member : input.map(Shape.Structure::members).orElse(List.of())) {
      if (member.idempotencyToken()) {
        params.putIfAbsent(member.name(), TOKEN);
      }
    }
    if (!operation.checksum().validationMember().isEmpty()) {
      params.putIfAbsent(operation.checksum().validationMember(), "ENABLED");
    }
  }

  /** Endpoint discovery looks for identifiers in all structures, whatever stands in their place. */
  private void identifiers(Shape.Structure structure, PyValue value) throws Refusal {
    for (Shape.Member member : structure.members()) {
      Optional<Shape> shape = service.shape(member.shape());
      if (shape.isEmpty() || !(shape.get() instanceof Shape.Structure inner)) {
        continue;
      }
      switch (value) {
        case Dict d -> {
          PyValue of = d.get(member.name());
          if (of != null) {
            identifiers(inner, of);
          }
        }
        case Str _, PyValue.PyList _, PyValue.Tuple _, PyValue.PySet _ -> {}
        case Bytes _ -> throw Refusal.typeError("a bytes-like object is required, not 'str'");
        default ->
            throw Refusal.typeError(
                "argument of type '" + value.qualifiedTypeName() + "' is not iterable");
      }
    }
  }

  /** The parameters as they are validated; with the aliases alone replaced where one is refused. */
  Dict handled(Dict given) {
    CallParams params = new CallParams(given);
    try {
      run(params);
    } catch (Refusal refused) {
      return aliased(given);
    }
    return params.dict();
  }

  /** The parameters with the names that botocore puts in the place of its aliases. */
  Dict aliased(Dict given) {
    CallParams params = new CallParams(given);
    try {
      aliases(params);
    } catch (Refusal both) {
      return given;
    }
    return params.dict();
  }

  private void aliases(CallParams params) throws Refusal {
    switch (service.metadata().name() + "." + operation.name()) {
      case "logs.CreateExportTask" -> alias(params, "from", "fromTime");
      case "cloudsearchdomain.Search" -> alias(params, "return", "returnFields");
      default -> {
        if (service.metadata().name().equals("ec2")) {
          alias(params, "Filter", "Filters");
        }
      }
    }
  }

  private void alias(CallParams params, String original, String alias) throws Refusal {
    boolean modelled = input.isPresent() && input.get().member(original).isPresent();
    if (!modelled || !params.has(alias)) {
      return;
    }
    if (params.has(original)) {
      throw new Refusal(
          Raised.botocore(
              "AliasConflictParameterError",
              "Parameter '%s' and its alias '%s' were provided for operation %s.  Only one of them may be used."
                  .formatted(original, alias, operation.name())));
    }
    params.rename(alias, original);
  }

  private static void userData(CallParams params) throws Refusal {
    PyValue value = params.get("UserData");
    if (value == null) {
      return;
    }
    byte[] bytes =
        switch (value) {
          case Str s -> s.value().getBytes(StandardCharsets.UTF_8);
          case Bytes b -> b.latin1().getBytes(StandardCharsets.ISO_8859_1);
          default ->
              throw Refusal.typeError(
                  "a bytes-like object is required, not '" + value.qualifiedTypeName() + "'");
        };
    params.put("UserData", Base64.getEncoder().encodeToString(bytes));
  }

  /** {@code /hostedzone/Z1} is taken for {@code Z1}. */
  private void route53Ids(CallParams params) throws Refusal {
    if (input.isEmpty()) {
      return;
    }
    for (Shape.Member member : input.get().members()) {
      PyValue value = params.get(member.name());
      if (!ROUTE53_IDS.contains(member.shape()) || value == null) {
        continue;
      }
      switch (value) {
        case Str s ->
            params.put(member.name(), s.value().substring(s.value().lastIndexOf('/') + 1));
        case Bytes _ -> throw Refusal.typeError("a bytes-like object is required, not 'str'");
        default -> throw Refusal.noMethod(value, "split");
      }
    }
  }
}
