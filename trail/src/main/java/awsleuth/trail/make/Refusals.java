package awsleuth.trail.make;

/**
 * The sentences with which AWS refuses (IAM user guide, "Troubleshoot access denied error
 * messages").
 */
final class Refusals {

  private Refusals() {}

  /** No policy of a type allows. */
  static String implicit(Caller by, String action, String resource, String type) {
    return start(by, action, resource)
        + " because no "
        + type
        + " allows the "
        + action
        + " action";
  }

  /** A policy of a type denies. */
  static String explicit(Caller by, String action, String resource, String type) {
    return start(by, action, resource) + " with an explicit deny in a " + type;
  }

  /** Without a word of what decided. */
  static String plain(Caller by, String action, String resource) {
    return start(by, action, resource);
  }

  private static String start(Caller by, String action, String resource) {
    String named = action.startsWith("s3:") ? "\"" + resource + "\"" : resource;
    return "User: "
        + by.arn()
        + " is not authorized to perform: "
        + action
        + " on resource: "
        + named;
  }
}
