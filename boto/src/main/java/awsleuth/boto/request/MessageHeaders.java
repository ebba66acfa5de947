package awsleuth.boto.request;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.ServiceMetadata;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The headers of a message.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/serialize.py">serialize.py</a>
 */
record MessageHeaders(Service service, Operation operation, Texts texts) {

  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

  SequencedMap<String, String> of(
      PyValue.Dict parameters, RequestBody.Body body, Map<String, String> ofRules) {
    SequencedMap<String, String> headers = new LinkedHashMap<>(ofRules);
    ServiceMetadata metadata = service.metadata();
    switch (Protocols.of(metadata)) {
      case "json" -> {
        headers.put("X-Amz-Target", metadata.targetPrefix() + "." + operation.name());
        headers.put("Content-Type", "application/x-amz-json-" + metadata.jsonVersion());
        if (metadata.queryCompatible()) {
          headers.put("x-amzn-query-mode", "true");
        }
      }
      case "query", "ec2" -> headers.put("Content-Type", FORM);
      default -> {
        if (body instanceof RequestBody.Json) {
          headers.put("Content-Type", "application/json");
        }
      }
    }
    service.input(operation.name()).ifPresent(input -> members(input, parameters, headers));
    handlers(headers);
    return headers;
  }

  private void handlers(Map<String, String> headers) {
    switch (service.metadata().name()) {
      case "glacier" -> headers.put("x-amz-glacier-version", service.metadata().apiVersion());
      case "apigateway" -> headers.put("Accept", "application/json");
      default -> {}
    }
  }

  private void members(
      Shape.Structure input, PyValue.Dict parameters, Map<String, String> headers) {
    for (Shape.Member member : input.members()) {
      PyValue value = parameters.get(member.name());
      String name = member.locationName().isEmpty() ? member.name() : member.locationName();
      if (value == null || value instanceof PyValue.None) {
        continue;
      }
      if (member.location().equals("headers") && value instanceof PyValue.Dict map) {
        map.entries().forEach((k, v) -> headers.put(name + PythonText.str(k), PythonText.str(v)));
      } else if (member.location().equals("header")) {
        headers.put(name, text(value, member));
      }
    }
  }

  private String text(PyValue value, Shape.Member member) {
    Shape shape = service.shape(member.shape()).orElseThrow();
    return switch (shape) {
      case Shape.ListOf _ when value instanceof PyValue.PyList list ->
          list.items().stream().map(PythonText::str).collect(Collectors.joining(","));
      case Shape.Scalar scalar when scalar.type().equals("boolean") -> Texts.truth(value);
      case Shape.Scalar scalar when scalar.type().equals("timestamp") ->
          texts.time(
              value, scalar.timestampFormat().isEmpty() ? "rfc822" : scalar.timestampFormat());
      default -> PythonText.str(value);
    };
  }
}
