package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import java.util.Set;

/** ARNs in text. */
final class Arns {

  private Arns() {}

  /** Services whose resources are named in errors of other services. */
  private static final Set<String> ELSEWHERE = Set.of("iam", "sts", "kms", "s3");

  /** The service of the first ARN in a message; empty where it tells nothing of who answered. */
  static String service(String message, AwsCatalog catalog) {
    int at = message.indexOf("arn:aws");
    int from = at < 0 ? -1 : message.indexOf(':', at + "arn:".length());
    int end = from < 0 ? -1 : message.indexOf(':', from + 1);
    String name = end < 0 || end - from > 40 ? "" : message.substring(from + 1, end);
    return catalog.hasService(name) && !ELSEWHERE.contains(name) ? name : "";
  }

  /** The Region of the resource that an access-denied sentence names; empty where it has none. */
  static String region(String message) {
    int resource = message.indexOf("on resource:");
    int at = resource < 0 ? -1 : message.indexOf("arn:", resource);
    if (at < 0) {
      return "";
    }
    int field = at;
    for (int i = 0; i < 3 && field >= 0; i++) {
      field = message.indexOf(':', field + 1);
    }
    int end = field < 0 ? -1 : message.indexOf(':', field + 1);
    if (end < 0 || end - field > 30) {
      return "";
    }
    String region = message.substring(field + 1, end);
    return region.indexOf('-') > 0 && region.indexOf(' ') < 0 ? region : "";
  }
}
