package awsleuth.core.cause.permissions;

import awsleuth.iam.ArnPart;
import awsleuth.iam.match.Glob;
import java.util.List;

/** Where an ARN pattern and an ARN part (IAM user guide, "Amazon Resource Names"). */
final class Parting {

  private static final List<String> SEGMENTS =
      List.of("the prefix", "partition", "service", "Region", "account", "resource");

  private Parting() {}

  /** The first segment in which they differ, in words; {@code resource} where both are no ARNs. */
  static String segment(String pattern, String arn) {
    if (ArnPart.areBucketAndPoint(pattern, arn)) {
      return "kind of resource";
    }
    int first = firstDifferent(pattern, arn);
    return first < 0 ? "resource" : SEGMENTS.get(first);
  }

  /** How many segments agree before they part: the more, the nearer. */
  static int agreement(String pattern, String arn) {
    int first = firstDifferent(pattern, arn);
    int common = 0;
    int shorter = Math.min(pattern.length(), arn.length());
    while (common < shorter && pattern.charAt(common) == arn.charAt(common)) {
      common++;
    }
    boolean wholeName =
        common == pattern.length()
            && arn.length() > common
            && "/:".indexOf(arn.charAt(common)) >= 0;
    return (first < 0 ? 0 : first) * 2000 + Math.min(1800, common) + (wholeName ? 150 : 0);
  }

  private static int firstDifferent(String pattern, String arn) {
    String[] p = pattern.split(":", 6);
    String[] a = arn.split(":", 6);
    if (p.length < 6 || a.length < 6) {
      return -1;
    }
    for (int i = 0; i < 6; i++) {
      if (!Glob.of(p[i]).matches(a[i])) {
        return i;
      }
    }
    return 5;
  }
}
