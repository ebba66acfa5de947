package awsleuth.core.read;

/** The operation that a request's URL stands for, where its path leaves no doubt. */
final class UrlOperation {

  private UrlOperation() {}

  static String of(String url) {
    int host = url.indexOf("://");
    int path = host < 0 ? -1 : url.indexOf('/', host + 3);
    if (path < 0) {
      return "";
    }
    String p = url.substring(path);
    if (url.startsWith("oidc.", host + 3)) {
      return switch (p) {
        case "/token" -> "CreateToken";
        case "/client/register" -> "RegisterClient";
        case "/device_authorization" -> "StartDeviceAuthorization";
        default -> "";
      };
    }
    if (p.startsWith("/2015-03-31/functions/") && p.endsWith("/invocations")) {
      return "Invoke";
    }
    if (p.startsWith("/endpoints/") && p.endsWith("/invocations")) {
      return "InvokeEndpoint";
    }
    if (p.startsWith("/model/")) {
      return model(p);
    }
    if (p.startsWith("/?")) {
      return query(p);
    }
    return p.equals("/federation/credentials") || p.startsWith("/federation/credentials?")
        ? "GetRoleCredentials"
        : "";
  }

  private static String model(String path) {
    if (path.endsWith("/invoke-with-response-stream")) {
      return "InvokeModelWithResponseStream";
    }
    if (path.endsWith("/converse-stream")) {
      return "ConverseStream";
    }
    return path.endsWith("/invoke") ? "InvokeModel" : path.endsWith("/converse") ? "Converse" : "";
  }

  private static String query(String path) {
    if (path.contains("list-type=2")) {
      return "ListObjectsV2";
    }
    boolean list = path.contains("prefix=") || path.contains("encoding-type=url");
    return list && !path.contains("versions") && !path.contains("uploads") ? "ListObjects" : "";
  }
}
