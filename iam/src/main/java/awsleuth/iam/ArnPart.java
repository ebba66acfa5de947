package awsleuth.iam;

/**
 * The first part in which an ARN differs from a pattern.
 *
 * @param name {@code partition}, {@code service}, {@code Region}, {@code account} or {@code
 *     resource}; {@code ARN} where one of both is no whole ARN, and for a bucket and an access
 *     point
 * @param wanted the pattern's part
 * @param actual the ARN's part
 */
public record ArnPart(String name, String wanted, String actual) {

  private static final String[] NAMES = {
    "ARN", "partition", "service", "Region", "account", "resource"
  };

  /**
   * Whether of two ARNs of S3 one is of a bucket, which has no Region and no account, and the other
   * of an access point.
   */
  public static boolean areBucketAndPoint(String a, String b) {
    return (isOfBucket(a) && isOfPoint(b)) || (isOfPoint(a) && isOfBucket(b));
  }

  private static boolean isOfBucket(String arn) {
    String[] parts = arn.split(":", NAMES.length);
    return parts.length == NAMES.length
        && parts[2].equals("s3")
        && parts[3].isEmpty()
        && parts[4].isEmpty();
  }

  private static boolean isOfPoint(String arn) {
    String[] parts = arn.split(":", NAMES.length);
    return parts.length == NAMES.length
        && parts[2].equals("s3")
        && !parts[4].isEmpty()
        && parts[5].startsWith("accesspoint/");
  }

  /**
   * How many characters a pattern and an ARN have in common at their ends; a star there agrees with
   * whatever the ARN ends in. Of two patterns that part from the ARN at the same place, the one
   * that ends like it is nearer.
   */
  public static int ending(String pattern, String arn) {
    int most = Math.min(pattern.length(), arn.length());
    for (int i = 1; i <= most; i++) {
      char c = pattern.charAt(pattern.length() - i);
      if (c == '*') {
        return i;
      }
      if (c != '?' && c != arn.charAt(arn.length() - i)) {
        return i - 1;
      }
    }
    return most;
  }

  /** The first part that differs; of two that differ nowhere, the resource part. */
  static ArnPart of(String pattern, String arn) {
    String[] wanted = pattern.split(":", NAMES.length);
    String[] actual = arn.split(":", NAMES.length);
    if (wanted.length < NAMES.length
        || actual.length < NAMES.length
        || areBucketAndPoint(pattern, arn)) {
      return new ArnPart("ARN", pattern, arn);
    }
    for (int i = 0; i < NAMES.length; i++) {
      if (!awsleuth.iam.match.Glob.of(wanted[i]).matches(actual[i])) {
        return new ArnPart(NAMES[i], wanted[i], actual[i]);
      }
    }
    return new ArnPart(NAMES[5], wanted[5], actual[5]);
  }
}
