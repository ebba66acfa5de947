package awsleuth.boto.request;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.python.Percent;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.Raising;
import awsleuth.boto.python.Url;
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
  private final Texts texts;
  private final List<Shape.Member> members;
  private final Map<String, String> path = new LinkedHashMap<>();
  private final Map<String, List<String>> query = new LinkedHashMap<>();

  RequestUrl(Client client, Operation operation, Texts texts) {
    this.client = client;
    this.operation = operation;
    this.texts = texts;
    this.members =
        client.service().input(operation.name()).map(Shape.Structure::members).orElse(List.of());
  }

  /**
   * The URL.
   *
   * @param parameters that botocore has validated
   * @throws Raising if a part of the path is missing
   */
  String of(String endpoint, PyValue.Dict parameters) {
    boolean rest = Protocols.of(client.service().metadata()).startsWith("rest");
    if (rest) {
      parameters.entries().forEach((name, value) -> part(PythonText.str(name), value));
    }
    String prefix = client.hostPrefix() ? hostPrefix(parameters) : "";
    String url = join(endpoint, rest ? path() : "/", prefix);
    String encoded = Percent.query(query);
    return query.isEmpty() ? url : url + (url.indexOf('?') < 0 ? "?" : "&") + encoded;
  }

  /** The URL of the model's path, with the names of parameters that are not given in braces. */
  String template(String endpoint, PyValue.Dict parameters) {
    String prefix = client.hostPrefix() && !isInRules() ? operation.hostPrefix() : "";
    String uri = parameters.has("Bucket") ? withoutBucket(operation.uri()) : operation.uri();
    parameters.entries().forEach((name, value) -> part(PythonText.str(name), value));
    for (Map.Entry<String, String> given : path.entrySet()) {
      uri =
          uri.replace("{" + given.getKey() + "}", Percent.encode(given.getValue()))
              .replace("{" + given.getKey() + "+}", Percent.quote(given.getValue()));
    }
    for (Shape.Member member : members) {
      if (member.location().equals("uri") && !member.locationName().isEmpty()) {
        uri =
            uri.replace("{" + member.locationName() + "}", "{" + member.name() + "}")
                .replace("{" + member.locationName() + "+}", "{" + member.name() + "+}");
      }
    }
    return join(endpoint, uri, prefix);
  }

  private void part(String name, PyValue value) {
    Optional<Shape.Member> member =
        members.stream().filter(each -> each.name().equals(name)).findFirst();
    if (member.isEmpty() || value instanceof PyValue.None) {
      return;
    }
    Service service = client.service();
    String key = member.get().locationName().isEmpty() ? name : member.get().locationName();
    Shape shape = service.shape(member.get().shape()).orElseThrow();
    String format = member.get().timestampFormat();
    if (member.get().location().equals("uri")) {
      path.put(key, text(value, shape, format));
    } else if (member.get().location().equals("querystring")) {
      if (value instanceof PyValue.Dict map) {
        map.entries().forEach((k, v) -> query.put(PythonText.str(k), plain(v)));
      } else if (shape instanceof Shape.ListOf list && value instanceof PyValue.PyList items) {
        Shape element = service.shape(list.element()).orElseThrow();
        query.put(key, items.items().stream().map(item -> text(item, element, "")).toList());
      } else {
        query.put(key, List.of(text(value, shape, format)));
      }
    }
  }

  private static List<String> plain(PyValue value) {
    return value instanceof PyValue.PyList list
        ? list.items().stream().map(PythonText::str).toList()
        : List.of(PythonText.str(value));
  }

  private String text(PyValue value, Shape shape, String format) {
    if (!(shape instanceof Shape.Scalar scalar)) {
      return PythonText.str(value);
    }
    String own = format.isEmpty() ? scalar.timestampFormat() : format;
    return switch (scalar.type()) {
      case "boolean" -> Texts.truth(value);
      case "float", "double" -> Texts.number(value);
      case "timestamp" -> texts.time(value, own.isEmpty() ? "iso8601" : own);
      default -> PythonText.str(value);
    };
  }

  private String hostPrefix(PyValue.Dict parameters) {
    String prefix = isInRules() ? "" : operation.hostPrefix();
    for (Shape.Member member : members) {
      PyValue label = parameters.get(member.name());
      if (member.hostLabel() && label != null) {
        prefix = prefix.replace("{" + member.name() + "}", PythonText.str(label));
      }
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

  private String path() {
    String template = withoutBucket(operation.uri());
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      boolean greedy = template.charAt(close - 1) == '+';
      String name = template.substring(open + 1, greedy ? close - 1 : close);
      String value = path.get(name);
      if (value == null) {
        throw new Raising("KeyError", PythonText.repr(new PyValue.Str(name)));
      }
      filled
          .append(template, from, open)
          .append(greedy ? Percent.quote(value) : Percent.encode(value));
      from = close + 1;
    }
    return filled.append(template.substring(from)).toString();
  }

  /** Of S3 the rules put the bucket into the host or the path. */
  private String withoutBucket(String template) {
    boolean s3 = client.service().metadata().name().equals("s3");
    return s3 && template.startsWith("/{Bucket}")
        ? template.substring("/{Bucket}".length())
        : template;
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
