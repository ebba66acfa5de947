package awsleuth.trail.change;

import awsleuth.trail.Event;
import java.io.Serializable;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was changed.
 *
 * @param kind {@code role}, {@code bucket}, {@code key} and so on, as {@code changes.tsv} has it
 * @param account whose it is; empty where names are unique without it
 * @param region where it is; empty where it is in no Region, or names are unique without it
 * @param name its name or ID, without what stands before it in an ARN; of a managed policy the
 *     whole ARN
 */
public record Thing(String kind, String account, String region, String name)
    implements Serializable {

  /** Services whose things are in no Region, though their events have one. */
  private static final Set<String> GLOBAL =
      Set.of("iam", "sts", "sso", "organizations", "account", "cloudfront", "route53");

  private static final Pattern SIX = Pattern.compile("-[A-Za-z0-9]{6}$");

  /** What an event changed, as it names it. */
  static Thing of(String kind, Event event, String told) {
    String account = event.account();
    String region = region(kind, event, told);
    return switch (kind) {
      case "bucket", "endpoint", "organisation policy" -> new Thing(kind, "", "", last(told));
      // Images and snapshots are used in accounts that they are shared with, by the same ID.
      case "policy", "permission set", "provider", "topic", "image", "snapshot" ->
          new Thing(kind, "", region, told);
      // The keys of a multi-Region key have one ID, each with a policy and a state of its own.
      case "key" -> new Thing(kind, "", region, last(told));
      // Route 53 takes the ID of a zone alone and behind `/hostedzone/`.
      case "queue", "DB cluster", "hosted zone" -> new Thing(kind, account, region, last(told));
      case "secret" -> new Thing(kind, account, region, secret(told));
      case "table" -> new Thing(kind, account, region, within(told, "table/"));
      case "stream" -> new Thing(kind, account, region, within(told, "stream/"));
      case "function", "function alias" ->
          new Thing(kind, account, region, within(told, "function:"));
      default -> new Thing(kind, account, region, told);
    };
  }

  /** A managed policy. */
  static Thing policy(String arn) {
    return new Thing("policy", "", "", arn);
  }

  /** As an ARN tells it, else where the event was; all of S3's but access points is in none. */
  private static String region(String kind, Event event, String told) {
    boolean s3 = event.service().equals("s3") && !kind.equals("access point");
    if (s3 || GLOBAL.contains(event.service())) {
      return "";
    }
    String[] arn = told.split(":", 5);
    return arn.length == 5 && arn[0].equals("arn") && !arn[3].isEmpty() ? arn[3] : event.region();
  }

  /** What follows a word up to the next colon or slash: of an ARN, or a name by itself. */
  private static String within(String told, String after) {
    int at = told.indexOf(after);
    String name = at < 0 ? told : told.substring(at + after.length());
    return name.split("[:/]", 2)[0];
  }

  /**
   * The name of a secret, which may have slashes: of an ARN without the six characters behind it
   * (Secrets Manager API reference, "CreateSecret").
   */
  public static String secret(String told) {
    int at = told.indexOf(":secret:");
    return at < 0 ? told : SIX.matcher(told.substring(at + ":secret:".length())).replaceFirst("");
  }

  /** What follows the last colon or slash. */
  private static String last(String told) {
    int slash = Math.max(told.lastIndexOf('/'), told.lastIndexOf(':'));
    return told.substring(slash + 1);
  }

  /** {@code role `billing`}, or {@code unknown role}. */
  public String words() {
    boolean arn = kind.equals("topic") || kind.equals("state machine");
    return name.isEmpty()
        ? "unknown " + kind
        : kind + " `" + (arn ? name.substring(name.lastIndexOf(':') + 1) : name) + "`";
  }
}
