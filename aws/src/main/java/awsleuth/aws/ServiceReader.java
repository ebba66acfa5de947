package awsleuth.aws;

import awsleuth.aws.Service.ErrorTrait;
import awsleuth.aws.Service.Operation;
import awsleuth.aws.Service.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a service model (botocore's {@code service-2.json}, with or without documentation). */
final class ServiceReader {

  private ServiceReader() {}

  static Service read(String name, byte[] json) {
    Map<String, Object> model = Tree.object(json);
    Map<String, Object> metadata = Tree.map(model.get("metadata"));
    Map<String, Operation> operations = new LinkedHashMap<>();
    Tree.map(model.get("operations"))
        .forEach((key, value) -> operations.put(key, operation(key, Tree.map(value))));
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Tree.map(model.get("shapes"))
        .forEach((key, value) -> shapes.put(key, shape(key, Tree.map(value))));
    String prefix = Tree.text(metadata.get("endpointPrefix"));
    String signing = Tree.text(metadata.get("signingName"));
    List<String> protocols = Tree.texts(metadata.get("protocols"));
    return new Service(
        name,
        Tree.text(metadata.get("serviceId")),
        Tree.text(metadata.get("apiVersion")),
        prefix,
        signing.isEmpty() ? prefix : signing,
        protocols.isEmpty() ? List.of(Tree.text(metadata.get("protocol"))) : protocols,
        operations,
        shapes);
  }

  private static Operation operation(String name, Map<String, Object> o) {
    Map<String, Object> http = Tree.map(o.get("http"));
    List<String> errors = new ArrayList<>();
    if (o.get("errors") instanceof List<?> list) {
      for (Object e : list) {
        errors.add(Tree.text(Tree.map(e).get("shape")));
      }
    }
    return new Operation(
        name,
        Tree.text(http.get("method")),
        Tree.text(http.get("requestUri")),
        Tree.text(Tree.map(o.get("input")).get("shape")),
        List.copyOf(errors));
  }

  private static Shape shape(String name, Map<String, Object> s) {
    Map<String, String> members = new LinkedHashMap<>();
    Tree.map(s.get("members"))
        .forEach((key, value) -> members.put(key, Tree.text(Tree.map(value).get("shape"))));
    Object element = s.containsKey("member") ? s.get("member") : s.get("value");
    return new Shape(
        name,
        Tree.text(s.get("type")),
        members,
        Tree.texts(s.get("required")),
        Tree.text(Tree.map(element).get("shape")),
        Tree.text(Tree.map(s.get("key")).get("shape")),
        Tree.texts(s.get("enum")),
        Tree.text(s.get("min")),
        Tree.text(s.get("max")),
        Tree.text(s.get("pattern")),
        Tree.text(s.get("union")).equals("true"),
        error(name, s));
  }

  private static Optional<ErrorTrait> error(String name, Map<String, Object> s) {
    if (!Tree.text(s.get("exception")).equals("true") && !s.containsKey("error")) {
      return Optional.empty();
    }
    Map<String, Object> error = Tree.map(s.get("error"));
    String code = Tree.text(error.get("code"));
    String status = Tree.text(error.get("httpStatusCode"));
    boolean retryable = s.containsKey("retryable");
    boolean throttling = Tree.text(Tree.map(s.get("retryable")).get("throttling")).equals("true");
    return Optional.of(
        new ErrorTrait(
            code.isEmpty() ? name : code,
            status.isEmpty() ? 0 : Integer.parseInt(status),
            retryable,
            throttling));
  }
}
