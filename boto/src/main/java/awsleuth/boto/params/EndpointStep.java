package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Profiles;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the endpoint rules, which botocore does before it validates parameters. */
final class EndpointStep {

  private static final Session NOTHING_SET =
      new Session(
          Map.of(), new Profiles(Optional.empty(), Optional.empty()), Optional.empty(), Map.of());

  private final Service service;
  private final Endpoints endpoints;
  private final ClientOutcome client;

  EndpointStep(AwsCatalog catalog, Service service) {
    this.service = service;
    this.endpoints = new Endpoints(catalog);
    this.client =
        endpoints.client(
            NOTHING_SET,
            new ClientArguments(
                service.metadata().name(),
                Optional.of("us-east-1"),
                Optional.empty(),
                true,
                true,
                Optional.empty(),
                Optional.empty()));
  }

  /** Sets what botocore sets in this step. */
  void run(Operation operation, CallParams params) throws Refusal {
    switch (client) {
      case ClientOutcome.Refused r -> throw new Refusal(r.raised());
      case ClientOutcome.Made m -> run(m.client(), operation, params);
    }
  }

  private void run(Client made, Operation operation, CallParams params) throws Refusal {
    if (service.metadata().name().equals("s3control")) {
      names(operation.name(), params);
    }
    keys(operation, params);
    unhashable(operation, params);
    switch (endpoints.resolve(made, operation.name(), values(params.dict()))) {
      case EndpointOutcome.Refused r -> throw new Refusal(r.raised());
      case EndpointOutcome.Endpoint e -> {
        if (service.metadata().name().equals("s3control")
            && e.parameters().get("AccountId") instanceof String account) {
          params.put("AccountId", account);
        }
      }
    }
  }

  /** S3 Control looks for ARNs in names and buckets, whatever they are. */
  private static void names(String operation, CallParams params) throws Refusal {
    if (operation.equals("CreateBucket") || operation.equals("ListRegionalBuckets")) {
      return;
    }
    for (String name : List.of("Name", "Bucket")) {
      PyValue value = params.get(name);
      boolean passed = name.equals("Name") && operation.equals("CreateAccessPoint");
      if (value == null || passed || value instanceof Str) {
        continue;
      }
      throw value instanceof Bytes
          ? Refusal.typeError("a bytes-like object is required, not 'str'")
          : Refusal.noMethod(value, "split");
    }
  }

  /** The path {@code keys(RequestItems)} finds nothing in what is no dict. */
  private static void keys(Operation operation, CallParams params) throws Refusal {
    for (Operation.RuleParameter parameter : operation.ruleParameters()) {
      if (parameter instanceof Operation.RuleParameter.Path(String _, String path)
          && path.startsWith("keys(")) {
        PyValue given = params.get(path.substring("keys(".length(), path.length() - 1));
        PyValue value = given == null ? new None() : given;
        if (!(value instanceof Dict)) {
          throw new Refusal(
              new Raised(
                  "jmespath.exceptions.JMESPathTypeError",
                  "In function keys(), invalid type for value: %s, expected one of: ['object'], received: \"%s\""
                      .formatted(PythonText.str(value), jsonType(value))));
        }
      }
    }
  }

  private static String jsonType(PyValue value) {
    return switch (value) {
      case None _ -> "null";
      case Str _ -> "string";
      case Bool _ -> "boolean";
      case PyList _ -> "array";
      case Int _, Real _ -> "number";
      case Dict _ -> "object";
      case Tuple _, PySet _, Bytes _, PyValue.DateTime _, PyValue.Date _, PyValue.Dec _ ->
          "unknown";
    };
  }

  /** Values that the rules cannot be asked with, as the answers are kept by them. */
  private void unhashable(Operation operation, CallParams params) throws Refusal {
    for (var member : service.input(operation.name()).map(i -> i.members()).orElse(List.of())) {
      PyValue value = params.get(member.name());
      boolean kept = !member.contextParam().isEmpty();
      if (kept && (value instanceof PySet || (value instanceof Bytes b && b.mutable()))) {
        throw new Refusal(
            new Raised("TypeError", "unhashable type: '" + value.qualifiedTypeName() + "'"));
      }
    }
  }

  private static Map<String, Object> values(Dict dict) {
    Map<String, Object> values = new LinkedHashMap<>();
    dict.entries()
        .forEach((k, v) -> {
          Object value = value(v);
          if (value != null && k instanceof Str name) {
            values.put(name.value(), value);
          }
        });
    return values;
  }

  private static @Nullable Object value(PyValue value) {
    return switch (value) {
      case None _ -> null;
      case Bool b -> b.value();
      case Int i -> i.value();
      case Real r -> r.value();
      case Str s -> s.value();
      case Dict d -> map(d);
      case PyList l -> list(l.items());
      case Tuple t -> list(t.items());
      case PySet s -> list(s.items());
      case Bytes _, PyValue.DateTime _, PyValue.Date _, PyValue.Dec _ -> value;
    };
  }

  private static List<@Nullable Object> list(List<PyValue> items) {
    List<@Nullable Object> values = new ArrayList<>();
    items.forEach(i -> values.add(value(i)));
    return values;
  }

  private static Map<Object, @Nullable Object> map(Dict dict) {
    Map<Object, @Nullable Object> values = new LinkedHashMap<>();
    dict.entries()
        .forEach((k, v) -> {
          Object key = value(k);
          values.put(key == null ? k : key, value(v));
        });
    return values;
  }
}
