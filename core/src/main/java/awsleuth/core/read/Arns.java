package awsleuth.core.read;

/** ARNs in text. */
final class Arns {

  private Arns() {}

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
