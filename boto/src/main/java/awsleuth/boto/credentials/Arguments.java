package awsleuth.boto.credentials;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code boto3.Session} is given.
 *
 * @param profile {@code profile_name}; empty where it is not given
 * @param region {@code region_name}; empty where it is not given
 * @param keys the keys that are given; null in it for each that is not
 */
public record Arguments(Optional<String> profile, Optional<String> region, Keys keys) {

  /** Nothing but perhaps a profile. */
  public static Arguments profile(Optional<String> profile) {
    return new Arguments(profile, Optional.empty(), new Keys(null, null, null, null));
  }

  /** Whether Python takes any of the keys for true. */
  boolean anyKey() {
    return filled(keys.accessKey())
        || filled(keys.secretKey())
        || filled(keys.token())
        || filled(keys.account());
  }

  private static boolean filled(@Nullable String value) {
    return value != null && !value.isEmpty();
  }
}
