package awsleuth.core.fact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Region in the header of a signature that Python refuses to send: {@code Invalid header value
 * b'AWS4-HMAC-SHA256 Credential=AKIA…/20261128/eu-west-1\n/sts/aws4_request, …'}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">The
 *     credential scope: date, Region, service</a>
 */
public final class SignedRegion {

  private static final Pattern REFUSED =
      Pattern.compile(
          "Invalid header value b'AWS4-HMAC-SHA256"
              + " Credential=[^/\\\\]{1,130}/[0-9]{8}/([^/]{1,80})/");

  private SignedRegion() {}

  /** The Region where it has a line break, so that it is why; empty otherwise. */
  public static Optional<String> broken(Facts facts) {
    Matcher refused = REFUSED.matcher(facts.call().message());
    return refused.find()
        ? Optional.of(refused.group(1).replace("\\n", "\n").replace("\\r", "\r"))
            .filter(region -> region.indexOf('\n') >= 0 || region.indexOf('\r') >= 0)
        : Optional.empty();
  }
}
