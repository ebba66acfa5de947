package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.script.HttpPhrases;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The error of a service that speaks REST with JSON.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/parsers.py">parsers.py</a>
 */
final class ServiceError {

  private static final int SERVER_ERROR = 500;

  private ServiceError() {}

  static boolean isCode(Answer.Response response, String code) {
    return code(response).equals(code);
  }

  /**
   * What botocore raises.
   *
   * @param exceptions the errors that the service's model has
   */
  static Raise of(Answer.Response response, String operation, List<String> exceptions) {
    if (isGeneric(response.status(), response.text())) {
      return new Raise(generic(response.status(), operation));
    }
    String code = code(response);
    String name = exceptions.contains(code) ? "errorfactory." + code : "exceptions.ClientError";
    Dict body = body(response);
    PyValue message = body.has("message") ? body.get("message") : body.get("Message");
    return new Raise(
        new Raised(
            "botocore." + name,
            "An error occurred ("
                + code
                + ") when calling the "
                + operation
                + " operation: "
                + (message instanceof Str text ? text.value() : "")));
  }

  /** Whether an answer is of no protocol: a page of a load balancer, or nothing. */
  static boolean isGeneric(int status, String text) {
    String body = text.strip();
    return status >= SERVER_ERROR && (body.isEmpty() || body.startsWith("<html>"));
  }

  /** What botocore raises for such an answer. */
  static Raised generic(int status, String operation) {
    return Raised.botocore(
        "ClientError",
        "An error occurred ("
            + status
            + ") when calling the "
            + operation
            + " operation: "
            + HttpPhrases.of(status));
  }

  private static String code(Answer.Response response) {
    String header = response.headers().get("x-amzn-errortype");
    Dict body = body(response);
    PyValue own = body.has("code") ? body.get("code") : body.get("Code");
    PyValue inside = own instanceof Str ? own : body.get("__type");
    String code =
        header != null
            ? header
            : inside instanceof Str text ? text.value() : String.valueOf(response.status());
    int end = code.indexOf(':');
    String first = end < 0 ? code : code.substring(0, end);
    return first.substring(first.lastIndexOf('#') + 1);
  }

  private static Dict body(Answer.Response response) {
    try {
      return LoadedJson.of(response.text()) instanceof Dict dict ? dict : empty();
    } catch (Raise _) {
      return empty();
    }
  }

  private static Dict empty() {
    return new Dict(new LinkedHashMap<>());
  }
}
