package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Keys;
import awsleuth.collect.wire.HttpCall;
import awsleuth.collect.wire.Signature;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

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
    HttpCall call = new HttpCall("POST", URI.create(url), headers, body);
    return new Signature("sts", region, false).sign(call, keys, now).headers();
  }
}
