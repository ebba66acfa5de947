package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Keys;
import java.net.URI;
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
 * A POST to STS, signed by the SDK.
 *
 * @param url whole, with a path
 * @param headers those that it has without a signature, by name
 * @param body a form
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">
 *     Create a signed AWS API request</a>
 */
record SignedPost(String url, Map<String, String> headers, String body) {

  /** The headers with those of the signature; the host's is left to what sends it. */
  Map<String, String> signed(Keys keys, String region, Instant now) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create(url));
    headers.forEach(request::putHeader);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(r -> r.identity(identity(keys))
                .request(request.build())
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
            .request();
    Map<String, String> all = new LinkedHashMap<>();
    signed.forEachHeader((name, values) -> {
      if (!name.toLowerCase(Locale.ROOT).equals("host")) {
        all.put(name, String.join(",", values));
      }
    });
    return all;
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
