package awsleuth.collect.wire;

/**
 * Why a request gets no answer.
 *
 * @param kind at which step, and how
 * @param words for people
 * @param inner what Python says below botocore's exception, such as {@code [Errno 111] Connection
 *     refused}
 */
public record Fault(Kind kind, String words, String inner) {

  /** At which step, and how. */
  public enum Kind {
    /** The name has no address. */
    NOT_RESOLVED,
    /** The resolver did not answer in time. */
    RESOLVER_TIMED_OUT,
    /** Nothing listens there. */
    REFUSED,
    /** No way leads there. */
    UNREACHABLE,
    /** No connection in time. */
    CONNECT_TIMED_OUT,
    /** The proxy is not reached, or does not connect. */
    PROXY,
    /** TLS is not agreed. */
    TLS,
    /** The certificate does not count. */
    CERTIFICATE,
    /** The connection was closed, or what came is not HTTP. */
    CLOSED,
    /** No answer in time. */
    READ_TIMED_OUT,
    /** A setting cannot be used: urllib3 raises what botocore has no exception for. */
    UNSENT,
    /** The address cannot be used at all. */
    UNUSABLE
  }

  /** Whether nothing came in time, which with more time may have come. */
  public boolean isTimeout() {
    return kind == Kind.RESOLVER_TIMED_OUT
        || kind == Kind.CONNECT_TIMED_OUT
        || kind == Kind.READ_TIMED_OUT
        || ((kind == Kind.PROXY || kind == Kind.CLOSED) && inner.contains("timed out"));
  }

  /**
   * What boto3 raises then, as Python prints it.
   *
   * @param url where the request goes
   * @param proxy the URL of the proxy without its password; empty where there is none
   */
  public String raised(String url, String proxy) {
    String at = url.endsWith("/") || url.indexOf('/', "https://".length()) > 0 ? url : url + "/";
    return switch (kind) {
      case NOT_RESOLVED, RESOLVER_TIMED_OUT, REFUSED, UNREACHABLE ->
          inner
              + "\n\nDuring handling of the above exception, another exception occurred:\n\n"
              + botocore(
                  "EndpointConnectionError",
                  "Could not connect to the endpoint URL: \"" + at + "\"");
      case CONNECT_TIMED_OUT ->
          botocore("ConnectTimeoutError", "Connect timeout on endpoint URL: \"" + at + "\"");
      case PROXY ->
          "urllib3.exceptions.ProxyError: ('Unable to connect to proxy', "
              + inner
              + ")\n\nDuring handling of the above exception, another exception occurred:\n\n"
              + botocore(
                  "ProxyConnectionError", "Failed to connect to proxy URL: \"" + proxy + "\"");
      case TLS, CERTIFICATE ->
          botocore("SSLError", "SSL validation failed for " + at + " " + inner);
      case CLOSED ->
          "urllib3.exceptions.ProtocolError: ('Connection aborted.', "
              + inner
              + ")\n\nDuring handling of the above exception, another exception occurred:\n\n"
              + botocore(
                  "ConnectionClosedError",
                  "Connection was closed before we received a valid response from endpoint URL: \""
                      + at
                      + "\".");
      case READ_TIMED_OUT ->
          botocore("ReadTimeoutError", "Read timeout on endpoint URL: \"" + at + "\"");
      case UNSENT ->
          botocore("HTTPClientError", "An HTTP Client raised an unhandled exception: " + inner);
      case UNUSABLE -> "ValueError: " + inner;
    };
  }

  private static String botocore(String name, String message) {
    return "botocore.exceptions." + name + ": " + message;
  }
}
