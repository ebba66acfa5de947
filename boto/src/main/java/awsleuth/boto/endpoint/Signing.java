package awsleuth.boto.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * How a request is signed.
 *
 * @param version botocore's name, such as {@code s3v4}; {@code UNSIGNED} for none
 * @param region null if there is none
 * @param name such as {@code s3}
 * @param session whether with credentials of a session with a bucket of S3 Express
 */
public record Signing(String version, @Nullable String region, String name, boolean session) {

  /** Whether it has a signature. */
  public boolean signed() {
    return !version.equals(Signatures.UNSIGNED);
  }

  /**
   * What the request shows of it: {@code AWS4-HMAC-SHA256}, {@code AWS} for version s3, {@code
   * query} and {@code v2-query} where it stands in the URL or the body, {@code none}.
   */
  public String scheme() {
    return switch (version) {
      case Signatures.UNSIGNED, "v3", "v3https" -> "none";
      case "s3" -> "AWS";
      case "v2", "s3-query" -> "v2-query";
      default -> version.endsWith("-query") ? "query" : "AWS4-HMAC-SHA256";
    };
  }

  /** Whether it has a Region and a name, which all of version 4 have. */
  public boolean scoped() {
    return version.startsWith("v4") || version.startsWith("s3v4");
  }
}
