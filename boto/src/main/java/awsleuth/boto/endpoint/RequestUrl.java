package awsleuth.boto.endpoint;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Raised;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The URL of a request: the endpoint, the prefix of its host, the path and the query.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/serialize.py">serialize.py</a>
 */
final class RequestUrl {

  private final Client client;
  private final Operation operation;
  private final Map<String, Object> parameters;
  private final List<Shape.Member> members;

  RequestUrl(Client client, Operation operation, Map<String, Object> parameters) {
    this.client = client;
    this.operation = operation;
    this.parameters = parameters;
    this.members =
        client.service().input(operation.name()).map(Shape.Structure::members).orElse(List.of());
  }

  /**
   * The URL.
   *
   * @throws PythonError {@code ParamValidationError} if a parameter cannot stand in the host
   */
  String of(String endpoint) {
    String prefix = hostPrefix();
    boolean rest = Protocols.of(client.service().metadata()).startsWith("rest");
    Map<String, String> path = new LinkedHashMap<>();
    Map<String, Object> query = new LinkedHashMap<>();
    if (rest) {
      members.forEach(member -> path.remove(member.name()));
      parameters.forEach((name, value) -> part(name, value, path, query));
    }
    String url = join(endpoint, rest ? path(path) : "/", client.hostPrefix() ? prefix : "");
    String encoded = query(query);
    return encoded.isEmpty() ? url : url + (url.indexOf('?') < 0 ? "?" : "&") + encoded;
  }

  private Optional<Shape.Member> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  private void part(
      String name, Object value, Map<String, String> path, Map<String, Object> query) {
    Optional<Shape.Member> member = member(name);
    if (member.isEmpty()) {
      return;
    }
    Service service = client.service();
    String key = member.get().locationName().isEmpty() ? name : member.get().locationName();
    Shape shape = service.shape(member.get().shape()).orElseThrow();
    if (member.get().location().equals("uri")) {
      path.put(key, text(value, shape, member.get().timestampFormat()));
    } else if (member.get().location().equals("querystring")) {
      if (value instanceof Map<?, ?> map) {
        map.forEach((k, v) -> query.put((String) k, v));
      } else if (shape instanceof Shape.ListOf list && value instanceof List<?> items) {
        Shape element = service.shape(list.element()).orElseThrow();
        query.put(key, items.stream().map(item -> text(item, element, "")).toList());
      } else {
        query.put(key, text(value, shape, member.get().timestampFormat()));
      }
    }
  }

  private static String text(Object value, Shape shape, String format) {
    String type = shape instanceof Shape.Scalar scalar ? scalar.type() : "";
    return switch (type) {
      case "boolean" -> Python.str(value).toLowerCase(java.util.Locale.ROOT);
      case "timestamp" -> {
        String own = shape instanceof Shape.Scalar scalar ? scalar.timestampFormat() : "";
        yield Timestamps.text(value, format.isEmpty() ? own.isEmpty() ? "iso8601" : own : format);
      }
      default -> Python.str(value);
    };
  }

  private String hostPrefix() {
    if (operation.hostPrefix().isEmpty() || isInRules()) {
      return "";
    }
    String prefix = operation.hostPrefix();
    List<String> bad = new ArrayList<>();
    for (Shape.Member member : members) {
      if (member.hostLabel()) {
        String label = Python.str(parameters.get(member.name()));
        if (!isOfHost(label)) {
          bad.add(member.name());
        }
        prefix = prefix.replace("{" + member.name() + "}", label);
      }
    }
    if (!bad.isEmpty()) {
      throw new PythonError(
          Raised.botocore(
              "ParamValidationError",
              "Parameter validation failed:\nInvalid value for parameter(s): "
                  + String.join(", ", bad)
                  + ". Must contain only alphanumeric characters, hyphen, or period."));
    }
    return prefix;
  }

  /** Of S3 Control the rules put the account into the host. */
  private boolean isInRules() {
    return client.service().metadata().name().equals("s3control")
        && operation.hostPrefix().equals("{AccountId}.")
        && operation
            .ruleParameters()
            .contains(new Operation.RuleParameter.Fixed("RequiresAccountId", "true"));
  }

  private static boolean isOfHost(String label) {
    String text = label.endsWith("\n") ? label.substring(0, label.length() - 1) : label;
    return !text.isEmpty()
        && text.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '-');
  }

  private String path(Map<String, String> values) {
    String template = operation.uri();
    if (client.service().metadata().name().equals("s3") && template.startsWith("/{Bucket}")) {
      template = template.substring("/{Bucket}".length());
    }
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      String name = template.substring(open + 1, close);
      boolean greedy = name.endsWith("+");
      String value = values.get(greedy ? name.substring(0, name.length() - 1) : name);
      if (value == null) {
        throw new PythonError("KeyError", Python.repr(greedy ? name.replace("+", "") : name));
      }
      path.append(template, from, open)
          .append(greedy ? Percent.quote(value) : Percent.encode(value));
      from = close + 1;
    }
    return path.append(template.substring(from)).toString();
  }

  private static String query(Map<String, Object> query) {
    List<String> pairs = new ArrayList<>();
    query.forEach((key, value) -> {
      for (Object each : value instanceof List<?> list ? list : List.of(value)) {
        pairs.add(Percent.encode(key) + "=" + Percent.encode(Python.str(each)));
      }
    });
    return String.join("&", pairs);
  }

  private static String join(String endpoint, String path, String prefix) {
    Url url = Url.split(endpoint);
    String joined;
    if (path.isEmpty() || path.equals("/")) {
      joined = url.path().isEmpty() ? "/" : url.path();
    } else if (url.path().endsWith("/") && path.startsWith("/")) {
      joined = url.path().substring(0, url.path().length() - 1) + path;
    } else {
      joined = url.path() + path;
    }
    return new Url(url.scheme(), prefix + url.authority(), joined, url.query(), url.fragment())
        .toString();
  }
}
