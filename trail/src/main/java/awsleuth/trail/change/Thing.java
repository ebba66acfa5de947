package awsleuth.trail.change;

import java.io.Serializable;

/**
 * What was changed.
 *
 * @param kind {@code role}, {@code bucket}, {@code key} and so on, as {@code changes.tsv} has it
 * @param account whose it is; empty where names are unique without it
 * @param name its name or ID, without what stands before it in an ARN; of a managed policy the
 *     whole ARN
 */
public record Thing(String kind, String account, String name) implements Serializable {

  static Thing of(String kind, String account, String told) {
    return switch (kind) {
      case "bucket", "endpoint", "organisation policy" -> new Thing(kind, "", last(told));
      case "policy", "permission set", "provider", "topic" -> new Thing(kind, "", told);
      case "key" -> new Thing(kind, "", last(told));
      case "queue", "table", "function", "secret" -> new Thing(kind, account, last(told));
      default -> new Thing(kind, account, told);
    };
  }

  /** What follows the last colon or slash. */
  private static String last(String told) {
    int slash = Math.max(told.lastIndexOf('/'), told.lastIndexOf(':'));
    return told.substring(slash + 1);
  }

  /** {@code role `billing`}. */
  public String words() {
    return kind + " `" + name + "`";
  }
}
