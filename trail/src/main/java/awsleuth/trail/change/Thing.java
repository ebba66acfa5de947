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
      case "queue", "secret" -> new Thing(kind, account, last(told));
      case "table" -> new Thing(kind, account, within(told, "table/"));
      case "function", "function alias" -> new Thing(kind, account, within(told, "function:"));
      default -> new Thing(kind, account, told);
    };
  }

  /** What follows a word up to the next colon or slash: of an ARN, or a name by itself. */
  private static String within(String told, String after) {
    int at = told.indexOf(after);
    String name = at < 0 ? told : told.substring(at + after.length());
    return name.split("[:/]", 2)[0];
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
