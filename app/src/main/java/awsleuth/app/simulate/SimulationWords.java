package awsleuth.app.simulate;

import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Result;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of a decision. */
final class SimulationWords {

  private SimulationWords() {}

  /** What a decision comes to for one who need not know which denial it is. */
  static Result result(Decision d) {
    boolean open = d.denied() && d.result() == Result.UNKNOWN;
    return open ? Result.IMPLICIT_DENY : d.result();
  }

  static String word(Decision d) {
    return word(result(d));
  }

  static String word(Result result) {
    return switch (result) {
      case ALLOWED -> "allowed";
      case IMPLICIT_DENY, EXPLICIT_DENY -> "denied";
      case UNKNOWN -> "unknown";
    };
  }

  static String effect(StatementReport s) {
    boolean allow = s.statement().effect() == Effect.ALLOW;
    return switch (s.applies()) {
      case TRUE -> allow ? "allows" : "denies";
      case FALSE -> allow ? "would allow, does not apply" : "would deny, does not apply";
      case UNKNOWN -> allow ? "may allow" : "may deny";
    };
  }

  /** A statement, by its place and Sid. */
  static String cited(StatementReport s) {
    String sid = s.statement().sid();
    return s.citation() + (sid.isEmpty() ? "" : " (Sid `" + sid + "`)");
  }

  /** What a layer says to the request. */
  static String says(LayerReport l) {
    return switch (l.outcome()) {
      case ALLOWS -> "allows";
      case SILENT -> l.layer() == Layer.RCP ? "denies nothing" : "does not allow";
      case DENIES -> "denies";
      case UNKNOWN -> "depends on what is not known";
      case NONE_ATTACHED -> "none attached";
      case NOT_APPLICABLE ->
          l.layer() == Layer.VPC_ENDPOINT
              ? "does not count, the request came through no VPC endpoint"
              : "does not limit this request";
    };
  }

  /** Where the value of a key is from; empty where it was given by hand. */
  static String from(String key, Map<String, String> origins) {
    String origin = origins.getOrDefault(key.toLowerCase(Locale.ROOT), "");
    return origin.isEmpty() ? "" : ": " + origin;
  }

  /** What a layer is called for a request: a role has a trust policy, a key its key policy. */
  static String layer(Layer layer, Request request) {
    String action = request.action().toLowerCase(Locale.ROOT);
    String resource = request.resource();
    if (layer == Layer.RESOURCE && action.startsWith("sts:") && resource.contains(":role/")) {
      return "trust policy";
    }
    boolean key = action.startsWith("kms:") && resource.contains(":key/");
    return layer == Layer.RESOURCE && key ? "key policy" : layer.words();
  }

  /** What kept the request from being allowed. */
  static String blockedBy(Decision d) {
    return d.blockers().isEmpty()
        ? ""
        : "  "
            + d.blockers().stream()
                .map(b ->
                    (b.explicit() ? "denied by " : "not allowed by ")
                        + layer(b.layer(), d.request()))
                .distinct()
                .collect(Collectors.joining(", "));
  }

  /** What a layer lacks that does not allow the request. */
  static String lacking(Blocker b, Decision d) {
    return isNone(b, d) ? none(b) : "no statement allows it";
  }

  private static boolean isNone(Blocker b, Decision d) {
    return d.layers().stream()
        .anyMatch(l ->
            l.layer() == b.layer()
                && l.level() == b.level()
                && l.outcome() == LayerReport.Outcome.NONE_ATTACHED);
  }

  private static String none(Blocker b) {
    return b.layer() == Layer.SESSION
        ? "none was passed, so the federated user has no permissions of its own"
        : "there is none, and it would have to allow it";
  }

  /** The conditions that make a deny apply. */
  static List<String> met(StatementReport s, Map<String, String> origins) {
    return s.statement().conditions().stream()
        .map(c ->
            "`" + c.operator() + "` on `" + c.key() + "` is met" + from(c.key().value(), origins))
        .toList();
  }
}
