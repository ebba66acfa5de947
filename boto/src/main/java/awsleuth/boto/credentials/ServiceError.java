package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The error of a service that speaks REST with JSON.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/parsers.py">parsers.py</a>
 */
final class ServiceError {

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

  private static String code(Answer.Response response) {
    String header = response.headers().get("x-amzn-errortype");
    Dict body = body(response);
    PyValue inside = body.has("code") ? body.get("code") : body.get("Code");
    String code =
        header != null
            ? header
            : inside instanceof Str text ? text.value() : String.valueOf(response.status());
    int end = code.indexOf(':');
    return end < 0 ? code : code.substring(0, end);
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
