package awsleuth.boto.request;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names of the headers that a signature in the URL covers. */
final class SignedHeaders {

  private static final Set<String> NEVER =
      Set.of(
          "connection",
          "expect",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "x-amzn-trace-id");

  private final Set<String> names = new TreeSet<>(Set.of("host"));
  private final Service service;
  private final Operation operation;

  SignedHeaders(Service service, Operation operation) {
    this.service = service;
    this.operation = operation;
  }

  String of(PyValue.Dict parameters, RequestBody.Body body, Set<String> ofRules) {
    names.addAll(ofRules);
    switch (Protocols.of(service.metadata())) {
      case "json" -> {
        names.add("content-type");
        names.add("x-amz-target");
        if (service.metadata().queryCompatible()) {
          names.add("x-amzn-query-mode");
        }
      }
      case "rest-json" -> {
        if (body instanceof RequestBody.Json) {
          names.add("content-type");
        }
      }
      default -> {}
    }
    service.input(operation.name()).ifPresent(input -> members(input, parameters));
    handlers();
    checksum(parameters);
    TreeSet<String> lower = new TreeSet<>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    lower.removeAll(NEVER);
    return String.join(";", lower);
  }

  private void members(Shape.Structure input, PyValue.Dict parameters) {
    for (Shape.Member member : input.members()) {
      PyValue value = parameters.get(member.name());
      String name = member.locationName().isEmpty() ? member.name() : member.locationName();
      if (value == null || value instanceof PyValue.None) {
        continue;
      }
      if (member.location().equals("headers") && value instanceof PyValue.Dict map) {
        map.entries().keySet().forEach(key -> names.add(name + PythonText.str(key)));
      }
      boolean emptyList = value instanceof PyValue.PyList list && list.items().isEmpty();
      if (member.location().equals("header") && !emptyList) {
        names.add(name);
      }
    }
  }

  private void handlers() {
    switch (service.metadata().name()) {
      case "glacier" -> names.add("x-amz-glacier-version");
      case "apigateway" -> names.add("accept");
      default -> {}
    }
    if (operation.discovery() == Operation.Discovery.DISCOVERS) {
      names.add("x-amz-api-version");
    }
  }

  private void checksum(PyValue.Dict parameters) {
    boolean given =
        names.stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).startsWith("x-amz-checksum-"));
    boolean wanted =
        operation.checksum().required() || !operation.checksum().algorithmMember().isEmpty();
    if (wanted && !given) {
      PyValue chosen = parameters.get(operation.checksum().algorithmMember());
      String algorithm = chosen == null ? "crc32" : PythonText.str(chosen);
      names.add("x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT));
    }
  }
}
