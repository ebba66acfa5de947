package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One request over HTTP and its answer.
 *
 * @param answer what came
 * @param words the outcome for people, such as {@code 200} or {@code connection refused}
 */
record HttpExchange(Answer answer, String words) {

  /** Bytes of a body; more is not read. */
  private static final int LARGEST = 1 << 20;

  /**
   * Asks.
   *
   * @param method such as {@code GET}
   * @param url whole
   * @param headers by name
   * @param body empty where there is none
   * @param timeout seconds to wait for a connection, and again for an answer
   * @param proxies the variables that may name a proxy
   */
  static HttpExchange of(
      String method,
      String url,
      Map<String, String> headers,
      String body,
      double timeout,
      ProxyVariables proxies) {
    try {
      int milliseconds = (int) Math.max(1, timeout * 1000);
      return exchange(method, URI.create(url), headers, body, milliseconds, proxies);
    } catch (SocketTimeoutException e) {
      return new HttpExchange(new Answer.Refused(), "no answer in time");
    } catch (ConnectException e) {
      return new HttpExchange(new Answer.Refused(), "connection refused");
    } catch (NoRouteToHostException e) {
      return new HttpExchange(new Answer.Refused(), "no route to the host");
    } catch (UnknownHostException e) {
      return new HttpExchange(new Answer.Refused(), "the name of the host is not known");
    } catch (javax.net.ssl.SSLException e) {
      return new HttpExchange(new Answer.Refused(), "TLS failed");
    } catch (IOException e) {
      return new HttpExchange(new Answer.Closed(), "the connection was closed");
    } catch (IllegalArgumentException e) {
      return new HttpExchange(new Answer.None(), "the address cannot be used");
    }
  }

  private static HttpExchange exchange(
      String method,
      URI url,
      Map<String, String> headers,
      String body,
      int timeout,
      ProxyVariables proxies)
      throws IOException {
    if (!(url.toURL().openConnection(proxies.of(url)) instanceof HttpURLConnection connection)) {
      return new HttpExchange(new Answer.None(), "the address is not one of HTTP");
    }
    connection.setRequestMethod(method);
    connection.setConnectTimeout(timeout);
    connection.setReadTimeout(timeout);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    headers.forEach(connection::setRequestProperty);
    try {
      if (!body.isEmpty()) {
        connection.setDoOutput(true);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setFixedLengthStreamingMode(bytes.length);
        connection.getOutputStream().write(bytes);
      }
      int status = connection.getResponseCode();
      return new HttpExchange(
          new Answer.Response(status, headers(connection), body(connection, status)),
          status < 0 ? "no HTTP" : String.valueOf(status));
    } finally {
      connection.disconnect();
    }
  }

  private static Map<String, String> headers(HttpURLConnection connection) {
    Map<String, String> headers = new LinkedHashMap<>();
    connection
        .getHeaderFields()
        .forEach((name, values) -> {
          if (name != null && !values.isEmpty()) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.getFirst());
          }
        });
    return headers;
  }

  private static String body(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      return in == null ? "" : new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
  }
}
