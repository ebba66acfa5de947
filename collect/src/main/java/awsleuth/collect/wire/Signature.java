package awsleuth.collect.wire;

import awsleuth.boto.credentials.Keys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * How a request is signed; the SDK signs it.
 *
 * @param service the name in the scope, such as {@code s3}
 * @param region the Region in the scope
 * @param pathAsItIs whether the path counts as it is sent, which is so of S3 alone
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed AWS API request</a>
 */
public record Signature(String service, String region, boolean pathAsItIs) {

  /** The request with the headers of a signature; the host's is left to what sends it. */
  public HttpCall sign(HttpCall call, Keys keys, Instant now) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(call.method())).uri(call.url());
    call.headers().forEach(request::putHeader);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(identity(keys))
                    .request(request.build())
                    .payload(ContentStreamProvider.fromUtf8String(call.body()))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !pathAsItIs)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !pathAsItIs)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
            .request();
    Map<String, String> headers = new LinkedHashMap<>();
    signed.forEachHeader((name, values) -> {
      if (!name.toLowerCase(Locale.ROOT).equals("host")) {
        headers.put(name, String.join(",", values));
      }
    });
    return new HttpCall(call.method(), call.url(), headers, call.body());
  }

  private static AwsCredentialsIdentity identity(Keys keys) {
    String access = String.valueOf(keys.accessKey());
    String secret = String.valueOf(keys.secretKey());
    String token = keys.token();
    return token == null || token.isEmpty()
        ? AwsCredentialsIdentity.create(access, secret)
        : AwsSessionCredentialsIdentity.create(access, secret, token);
  }
}
