package awsleuth.collect.wire;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it goes over a connection of its own.
 *
 * @param method such as {@code GET}
 * @param url whole
 * @param headers by name; those of host, length and connection are added
 * @param body sent as UTF-8; empty where there is none
 * @param absolute whether the first line has the whole URL, as proxies want it for plain HTTP
 * @param credentials {@code user:password} for the proxy: a secret; empty where it is given none
 */
public record HttpCall(
    String method,
    URI url,
    Map<String, String> headers,
    String body,
    boolean absolute,
    String credentials) {

  /** A request to the host itself. */
  public HttpCall(String method, URI url, Map<String, String> headers, String body) {
    this(method, url, headers, body, false, "");
  }

  /** A request without headers and body. */
  public static HttpCall of(String method, URI url) {
    return new HttpCall(method, url, Map.of(), "");
  }

  /** The same, for a proxy, which gets its user and password with each plain request. */
  public HttpCall through(Proxy proxy) {
    return new HttpCall(method, url, headers, body, true, proxy.credentials());
  }

  byte[] bytes() {
    StringBuilder head = new StringBuilder();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String root = url.getScheme() + "://" + authority();
    head.append(method).append(' ').append(absolute ? root : "").append(path).append(query);
    head.append(" HTTP/1.1\r\nHost: ").append(authority()).append("\r\n");
    headers.forEach((name, value) -> {
      if (value.indexOf('\r') < 0 && value.indexOf('\n') < 0) {
        head.append(name).append(": ").append(value).append("\r\n");
      }
    });
    head.append(Proxy.authorization(credentials));
    byte[] sent = body.getBytes(StandardCharsets.UTF_8);
    if (sent.length > 0 || method.equals("POST") || method.equals("PUT")) {
      head.append("Content-Length: ").append(sent.length).append("\r\n");
    }
    head.append("Accept-Encoding: identity\r\nConnection: close\r\n\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    out.writeBytes(sent);
    return out.toByteArray();
  }

  private String authority() {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  @Override
  public String toString() {
    return method + " " + url;
  }
}
