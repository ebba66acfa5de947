package awsleuth.boto.credentials;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credentials as they sign: secrets. Only {@link #fingerprint()} is for output.
 *
 * @param accessKey the access key id; null where boto3 was given none
 * @param secretKey the secret access key; null where boto3 was given none
 * @param token the session token; null where there is none
 * @param account the account id; null where it is not known
 */
public record Keys(
    @Nullable String accessKey,
    @Nullable String secretKey,
    @Nullable String token,
    @Nullable String account) {

  /** What may be shown of them. */
  public Fingerprint fingerprint() {
    return new Fingerprint(
        Fingerprint.mask(accessKey),
        token != null && !token.isEmpty(),
        Optional.ofNullable(account));
  }

  @Override
  public String toString() {
    return fingerprint().toString();
  }
}
