package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;

/** How policies are named that stand in the events which wrote them. */
public final class WrittenName {

  private WrittenName() {}

  /** The name of the policy of a thing: {@code bucket/reports/policy}. */
  public static String of(String kind, String thing) {
    return kind + "/" + thing + "/policy";
  }

  /** Whether a policy was taken from the event that wrote it, so that no file has it alone. */
  static boolean is(PolicyDocument document) {
    String name = document.name();
    return !name.equals(document.source().artifact())
        && name.endsWith("/policy")
        && (name.startsWith("bucket/") || name.startsWith("key/") || name.startsWith("role/"));
  }
}
