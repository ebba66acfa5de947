package awsleuth.iam;

/**
 * The first part in which an ARN differs from a pattern.
 *
 * @param name {@code partition}, {@code service}, {@code Region}, {@code account} or {@code
 *     resource}; {@code ARN} where one of both is no whole ARN
 * @param wanted the pattern's part
 * @param actual the ARN's part
 */
public record ArnPart(String name, String wanted, String actual) {

  private static final String[] NAMES = {
    "ARN", "partition", "service", "Region", "account", "resource"
  };

  /** The first part that differs; of two that differ nowhere, the resource part. */
  static ArnPart of(String pattern, String arn) {
    String[] wanted = pattern.split(":", NAMES.length);
    String[] actual = arn.split(":", NAMES.length);
    if (wanted.length < NAMES.length || actual.length < NAMES.length) {
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
