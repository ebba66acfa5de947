package awsleuth.collect.call;

import awsleuth.boto.credentials.Keys;
import awsleuth.boto.endpoint.Signing;
import awsleuth.boto.request.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs messages and carries them over HTTP: the SDK's part. */
final class Carrier {

  /** Bytes of an answer; more is not read. */
  private static final int LARGEST = 16 << 20;

  private final Transport transport;

  Carrier(Transport transport) {
    this.transport = transport;
  }

  /** An answer, or why there is none. */
  sealed interface Carried {}

  /** One came. */
  record Reply(int status, SdkHttpResponse head, String body) implements Carried {
    String header(String name) {
      return head.firstMatchingHeader(name).orElse("");
    }
  }

  /** None came. */
  record Lost(String why) implements Carried {}

  Carried carry(Message message, Keys keys) {
    URI url = URI.create(message.url());
    SdkHttpRequest request = request(message, url);
    ContentStreamProvider body = ContentStreamProvider.fromUtf8String(message.body());
    SdkHttpRequest sent =
        message.signing().signed() ? signed(request, body, message.signing(), keys) : request;
    try (SdkHttpClient client = client(url)) {
      HttpExecuteRequest.Builder execution = HttpExecuteRequest.builder().request(sent);
      if (!message.body().isEmpty()) {
        execution.contentStreamProvider(body);
      }
      HttpExecuteResponse response = client.prepareRequest(execution.build()).call();
      return new Reply(response.httpResponse().statusCode(), response.httpResponse(), body(response));
    } catch (SocketTimeoutException e) {
      return new Lost("no answer in time");
    } catch (ConnectException e) {
      return new Lost("connection refused");
    } catch (NoRouteToHostException e) {
      return new Lost("no route to the host");
    } catch (UnknownHostException e) {
      return new Lost("the name of the host is not known");
    } catch (SSLException e) {
      return new Lost("TLS failed");
    } catch (IOException e) {
      return new Lost("the connection was closed");
    }
  }

  private static SdkHttpRequest request(Message message, URI url) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(message.method())).uri(url);
    message.headers().forEach(request::putHeader);
    int length = message.body().getBytes(StandardCharsets.UTF_8).length;
    if (length > 0) {
      request.putHeader("Content-Length", String.valueOf(length));
    }
    return request.build();
  }

  private static SdkHttpRequest signed(
      SdkHttpRequest request, ContentStreamProvider body, Signing signing, Keys keys) {
    boolean s3 = signing.version().startsWith("s3v4");
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(r -> r.identity(identity(keys))
                .request(request)
                .payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, signing.name())
                .putProperty(
                    AwsV4HttpSigner.REGION_NAME,
                    Optional.ofNullable(signing.region()).orElse("us-east-1"))
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !s3)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !s3));
    return signed.request();
  }

  private static AwsCredentialsIdentity identity(Keys keys) {
    String access = String.valueOf(keys.accessKey());
    String secret = String.valueOf(keys.secretKey());
    String token = keys.token();
    return token == null || token.isEmpty()
        ? AwsCredentialsIdentity.create(access, secret)
        : AwsSessionCredentialsIdentity.create(access, secret, token);
  }

  private SdkHttpClient client(URI url) {
    ProxyConfiguration.Builder proxy =
        ProxyConfiguration.builder()
            .useSystemPropertyValues(false)
            .useEnvironmentVariablesValues(false);
    transport.proxy().of(url).ifPresent(through -> through(proxy, through));
    UrlConnectionHttpClient.Builder client =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(transport.timeout())
            .socketTimeout(transport.timeout())
            .proxyConfiguration(proxy.build());
    transport.trust().ifPresent(managers -> client.tlsTrustManagersProvider(() -> managers));
    return client.build();
  }

  private static void through(ProxyConfiguration.Builder proxy, URI through) {
    String user = through.getRawUserInfo();
    String scheme = Optional.ofNullable(through.getScheme()).orElse("http");
    int port = through.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : through.getPort();
    proxy.endpoint(URI.create(scheme + "://" + through.getHost() + ":" + port));
    if (user != null) {
      int colon = user.indexOf(':');
      proxy.username(decoded(colon < 0 ? user : user.substring(0, colon)));
      proxy.password(colon < 0 ? "" : decoded(user.substring(colon + 1)));
    }
  }

  private static String decoded(String text) {
    return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String body(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return "";
    }
    try (InputStream in = response.responseBody().get()) {
      return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
  }
}
