package awsleuth.boto.params;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An address of S3 that was given for the name of a bucket: an {@code s3://} path, one of S3's
 * URLs, an ARN, a name with a path behind it.
 *
 * @param bucket the plain name
 * @param path what stands behind it; empty where nothing does
 */
public record BucketAddress(String bucket, String path) {

  /** The address that a text is; empty where it is none, or its bucket has no valid name. */
  public static Optional<BucketAddress> of(String text) {
    return read(text.strip()).filter(a -> BucketNames.valid(a.bucket));
  }

  private static Optional<BucketAddress> read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String scheme : List.of("s3://", "s3a://", "s3n://")) {
      if (lower.startsWith(scheme)) {
        return Optional.of(split(text.substring(scheme.length())));
      }
    }
    if (lower.startsWith("arn:") && text.contains(":s3:::")) {
      return Optional.of(split(text.substring(text.indexOf(":s3:::") + ":s3:::".length())));
    }
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return url(text.substring(text.indexOf("://") + "://".length()));
    }
    return lower.startsWith("arn:") ? Optional.empty() : Optional.of(split(text));
  }

  /** Both forms of S3's own URLs: the bucket in the host, and before the key. */
  private static Optional<BucketAddress> url(String text) {
    BucketAddress host = split(text);
    int s3 =
        host.bucket.indexOf(".s3.") < 0 ? host.bucket.indexOf(".s3-") : host.bucket.indexOf(".s3.");
    if (!host.bucket.endsWith(".amazonaws.com")) {
      return Optional.empty();
    }
    return s3 > 0
        ? Optional.of(new BucketAddress(host.bucket.substring(0, s3), host.path))
        : host.bucket.startsWith("s3.") || host.bucket.startsWith("s3-")
            ? Optional.of(split(host.path))
            : Optional.empty();
  }

  private static BucketAddress split(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new BucketAddress(text, "")
        : new BucketAddress(text.substring(0, slash), text.substring(slash + 1));
  }
}
