package awsleuth.boto.request;

import awsleuth.boto.endpoint.Signing;
import awsleuth.boto.python.Percent;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.Raising;
import awsleuth.boto.python.TypedJson;
import awsleuth.boto.python.Url;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What signatures do to a URL: those of the versions {@code -query} and 2 stand in it.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/auth.py">auth.py</a>
 */
final class UrlSignature {

  private UrlSignature() {}

  /**
   * The URL with its signature.
   *
   * @throws Raising if the body is none that such a signature can take
   */
  static String add(String url, Signing signing, String headers, RequestBody.Body body) {
    return switch (signing.scheme()) {
      case "query" -> query(url, signing, headers, body);
      case "v2-query" -> two(url, body);
      default -> url;
    };
  }

  private static String query(String url, Signing signing, String headers, RequestBody.Body body) {
    Url parts = Url.split(url);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : parts.query().split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = Percent.decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : Percent.decode(pair.substring(equals + 1));
        fields.putIfAbsent(name, List.of(value));
      }
    }
    move(body, fields);
    String own = Percent.query(fields);
    String scope =
        "%2F<date>%2F" + Percent.encode(signing.region() + "/" + signing.name() + "/aws4_request");
    String signed =
        (fields.isEmpty() ? "" : own + "&")
            + "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE"
            + scope
            + "&X-Amz-Date=<masked>&X-Amz-Expires=<masked>&X-Amz-SignedHeaders="
            + Percent.encode(headers)
            + "&X-Amz-Signature=<masked>";
    return new Url(parts.scheme(), parts.authority(), parts.path(), signed, parts.fragment())
        .toString();
  }

  /** The body moves into the query, if it is a form or JSON. */
  private static void move(RequestBody.Body body, Map<String, List<String>> fields) {
    switch (body) {
      case RequestBody.Empty _ -> {}
      case RequestBody.Form form ->
          form.fields().forEach((name, value) -> fields.put(name, List.of(value)));
      case RequestBody.Json json -> put(json.value(), fields);
      case RequestBody.Chunks(int first) ->
          throw new Raising(
              "ValueError",
              "dictionary update sequence element #0 has length " + first + "; 2 is required");
      case RequestBody.Other other -> {
        if (!(TypedJson.read(PythonText.str(other.value()))
            instanceof TypedJson.Value(var value))) {
          throw new Raising(
              "json.decoder.JSONDecodeError", "Expecting value: line 1 column 1 (char 0)");
        }
        if (!(value instanceof PyValue.Dict dict)) {
          throw new Raising(
              "TypeError", "'" + value.qualifiedTypeName() + "' object is not iterable");
        }
        put(dict, fields);
      }
    }
  }

  private static void put(PyValue.Dict dict, Map<String, List<String>> fields) {
    dict.entries()
        .forEach((name, value) ->
            fields.put(
                PythonText.str(name),
                value instanceof PyValue.PyList list
                    ? list.items().stream().map(PythonText::str).toList()
                    : List.of(PythonText.str(value))));
  }

  private static String two(String url, RequestBody.Body body) {
    return switch (body) {
      case RequestBody.Form _ -> url;
      case RequestBody.Empty _ ->
          url
              + (Url.split(url).query().isEmpty() ? "?" : "&")
              + "AWSAccessKeyId=AKIDEXAMPLE&SignatureVersion=2&SignatureMethod=HmacSHA256"
              + "&Timestamp=<masked>&Signature=<masked>";
      default -> throw new Raising("TypeError", "'bytes' object does not support item assignment");
    };
  }
}
