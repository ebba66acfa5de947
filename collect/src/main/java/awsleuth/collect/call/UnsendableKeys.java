package awsleuth.collect.call;

import awsleuth.boto.credentials.Keys;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys and Regions that botocore does not send, or that no request can be signed with here as
 * botocore signs it: the SDK takes white space off their ends, and botocore does not.
 *
 * @see <a href="https://github.com/python/cpython/blob/main/Lib/http/client.py">putheader, which
 *     refuses a header with a line break</a>
 */
public final class UnsendableKeys {

  private static final Pattern REFUSED = Pattern.compile("\n(?![ \t])|\r(?![ \t\n])");

  private UnsendableKeys() {}

  /**
   * What Python says of the header that it refuses, without the value itself; empty where it takes
   * both. The header of the token is before that of the signature.
   */
  public static Optional<String> refusal(Keys keys) {
    if (isRefused(keys.token())) {
      return Optional.of("Invalid header value b'(session token)\\n'");
    }
    return isRefused(keys.accessKey() + "/")
        ? Optional.of(
            "Invalid header value b'AWS4-HMAC-SHA256 Credential="
                + keys.fingerprint().accessKey()
                + "\\n/…'")
        : Optional.empty();
  }

  /**
   * The same of the Region, which stands behind the access key in the signature's header.
   *
   * @param service the name that is signed for
   */
  public static Optional<String> refusal(Keys keys, String region, String service, LocalDate day) {
    return isRefused(region + "/")
        ? Optional.of(
            "Invalid header value b'AWS4-HMAC-SHA256 Credential="
                + keys.fingerprint().accessKey()
                + "/"
                + DateTimeFormatter.BASIC_ISO_DATE.format(day)
                + "/"
                + region.replace("\r", "\\r").replace("\n", "\\n")
                + "/"
                + service
                + "/aws4_request, …'")
        : Optional.empty();
  }

  /** Why no call is sent with the keys, in a few words; empty where calls can be. */
  static Optional<String> why(Keys keys) {
    Optional<String> refusal = refusal(keys).map(_ -> "not sent: a key or token has a line break");
    return refusal
        .or(() -> padded("access key id", keys.accessKey()))
        .or(() -> padded("secret key", keys.secretKey()));
  }

  private static Optional<String> padded(String name, @Nullable String value) {
    return value == null || value.equals(value.trim())
        ? Optional.empty()
        : Optional.of(
            "not sent: the "
                + name
                + " begins or ends with white space, which boto3 signs with and awsleuth cannot");
  }

  private static boolean isRefused(@Nullable String header) {
    return header != null && REFUSED.matcher(header).find();
  }
}
