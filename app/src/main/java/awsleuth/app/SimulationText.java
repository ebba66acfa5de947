package awsleuth.app;

import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Dependency;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.MismatchWords;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.Samples;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.repair.PolicyChange;
import awsleuth.iam.repair.Proposal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Decisions as text for people. */
final class SimulationText {

  private static final int LABEL = 13;
  private static final int INSIDE = 8;
  private static final int MOST_OF_A_KIND = 4;

  private final Screen screen;
  private final boolean why;
  private final boolean all;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param why whether to go through the statements also where the request is allowed
   * @param all whether to show also statements about other services
   */
  SimulationText(Screen screen, boolean why, boolean all) {
    this.screen = screen;
    this.why = why;
    this.all = all;
  }

  String render(List<Simulation> simulations) {
    if (simulations.size() > 1) {
      table(simulations);
    }
    for (Simulation s : simulations) {
      if (simulations.size() == 1 || (why && s.decision().result() != Result.ALLOWED)) {
        out.append(out.isEmpty() ? "" : "\n");
        one(s);
      }
    }
    return out.toString();
  }

  private void table(List<Simulation> simulations) {
    int widest =
        simulations.stream()
            .mapToInt(s -> s.decision().request().action().length())
            .max()
            .orElse(0);
    for (Simulation s : simulations) {
      Decision d = s.decision();
      String action = d.request().action();
      out.append(painted(d.result()))
          .append(" ".repeat(Math.max(1, LABEL - word(d.result()).length())))
          .append(action)
          .append(" ".repeat(widest - action.length() + 2))
          .append(Printable.of(d.request().resource()))
          .append(screen.dim(blockedBy(d)))
          .append('\n');
    }
  }

  private static String blockedBy(Decision d) {
    return d.blockers().isEmpty()
        ? ""
        : "  "
            + d.blockers().stream()
                .map(b -> (b.explicit() ? "denied by " : "not allowed by ") + b.layer().words())
                .distinct()
                .collect(Collectors.joining(", "));
  }

  private void one(Simulation s) {
    Decision d = s.decision();
    headline(d);
    line("  ", "principal", d.request().principal().text());
    for (Blocker b : d.blockers()) {
      blocker(b, d, s.origins());
    }
    if (d.result() == Result.ALLOWED) {
      d.matched().forEach(m -> line("  ", "because", cited(m) + " " + effect(m)));
    }
    d.nearest().ifPresent(n -> nearest(n, s.origins()));
    d.notGiven().forEach(kind -> notGiven(kind, d));
    d.dependencies().forEach(this::dependency);
    s.notes().forEach(note -> line("  ", "note", note));
    s.proposals().forEach(this::proposal);
    if (why || (d.result() != Result.ALLOWED && s.proposals().isEmpty())) {
      d.layers().forEach(l -> layer(l, d, s.origins()));
    }
  }

  /** The first line; folded as the rest is. */
  private void headline(Decision d) {
    String indent = " ".repeat(word(d.result()).length() + 2);
    String action = d.request().action();
    String text = action + " on " + Printable.line(d.request().resource());
    int width = screen.width() == 0 ? 0 : screen.width() - indent.length();
    String start = painted(d.result()) + "  ";
    for (String l : Paragraph.fold(text, width)) {
      boolean first = l.startsWith(action);
      out.append(start)
          .append(first ? screen.bold(action) + l.substring(action.length()) : l)
          .append('\n');
      start = indent;
    }
  }

  private void blocker(Blocker b, Decision d, Map<String, String> origins) {
    String where = b.id().isEmpty() ? "" : " at `" + b.id() + "`";
    String layer = b.layer().words() + where;
    if (!b.explicit()) {
      line("  ", "blocked by", layer + ": " + (isNone(b, d) ? none(b) : "no statement allows it"));
      return;
    }
    if (b.denying().isEmpty()) {
      line(
          "  ",
          "blocked by",
          "S3 Block Public Access (RestrictPublicBuckets): the bucket policy is public");
    }
    for (StatementReport s : b.denying()) {
      line("  ", "blocked by", "explicit deny in " + layer + ": " + cited(s));
      for (String met : met(s, origins)) {
        line("    ", "", met);
      }
    }
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

  /** What was not given, by the option that gives it. */
  private void notGiven(PolicySet.NotGiven kind, Decision d) {
    boolean assumed = d.request().action().regionMatches(true, 0, "sts:", 0, 4);
    boolean trust = kind == PolicySet.NotGiven.RESOURCE && assumed;
    String option = trust ? PolicyOption.TRUST.option() : NotGivenPolicies.option(kind);
    boolean key =
        kind == PolicySet.NotGiven.RESOURCE
            && d.request().action().regionMatches(true, 0, "kms:", 0, 4);
    String words = trust ? "trust policy of the role" : key ? "key policy" : kind.words();
    line(
        "  ",
        "depends on",
        "the " + words + ", not given (" + option + "; --no-other-policies: none)");
  }

  /** The conditions that make a deny apply. */
  private static List<String> met(StatementReport s, Map<String, String> origins) {
    return s.statement().conditions().stream()
        .map(c ->
            "`" + c.operator() + "` on `" + c.key() + "` is met" + from(c.key().value(), origins))
        .toList();
  }

  private void nearest(StatementReport n, Map<String, String> origins) {
    int parts = n.mismatches().size();
    line(
        "  ",
        "nearest",
        cited(n) + " misses by " + (parts == 1 ? "1 element" : parts + " elements"));
    n.mismatches().forEach(m -> mismatch(m, n, origins));
  }

  private void mismatch(Mismatch m, StatementReport s, Map<String, String> origins) {
    String from =
        m instanceof Mismatch.OfCondition c ? from(c.condition().key().value(), origins) : "";
    line(
        "    ",
        MismatchWords.element(m),
        MismatchWords.of(m) + from + " (" + s.policy().name() + ":" + m.at() + ")");
  }

  private static String from(String key, Map<String, String> origins) {
    String origin = origins.getOrDefault(key.toLowerCase(Locale.ROOT), "");
    return origin.isEmpty() ? "" : ": " + origin;
  }

  private void dependency(Dependency d) {
    line(
        "  ",
        "depends on",
        d.keys().stream().map(k -> "`" + k + "`").collect(Collectors.joining(", ")));
    List<Dependency.Outcome> shown = all ? d.outcomes() : telling(d.outcomes());
    for (Dependency.Outcome o : shown) {
      String values =
          d.keys().stream()
              .map(k -> "`" + k + "` " + Samples.said(o.values().getOrDefault(k, "")))
              .collect(Collectors.joining(", "));
      line("    ", word(o.result()), values);
    }
    int left = d.outcomes().size() - shown.size();
    if (left > 0) {
      line("    ", "", left + " more combinations of values (--all)");
    }
  }

  /** A few outcomes of each kind, in their order. */
  private static List<Dependency.Outcome> telling(List<Dependency.Outcome> outcomes) {
    Map<String, Integer> seen = new HashMap<>();
    return outcomes.stream()
        .filter(o -> seen.merge(word(o.result()), 1, Integer::sum) <= MOST_OF_A_KIND)
        .toList();
  }

  private void proposal(Proposal p) {
    line("  ", "fix", "[review] " + p.title());
    for (String widened : p.widens()) {
      line("    ", "also", "allows " + widened);
    }
    for (PolicyChange change : p.policies()) {
      for (String l : change.diff().lines().toList()) {
        out.append(" ".repeat(LABEL)).append(Printable.of(l)).append('\n');
      }
    }
  }

  private void layer(LayerReport l, Decision d, Map<String, String> origins) {
    if (l.outcome() == LayerReport.Outcome.NONE_ATTACHED) {
      return;
    }
    String level = l.id().isEmpty() ? "" : " at `" + l.id() + "`";
    out.append("  ")
        .append(screen.bold(l.layer().words() + level))
        .append(": ")
        .append(says(l))
        .append('\n');
    int hidden = 0;
    for (StatementReport s : l.statements()) {
      if (all || isOfService(s, d.request().action())) {
        statement(s, d.nearest().filter(s::equals).isPresent(), origins);
      } else {
        hidden++;
      }
    }
    if (hidden > 0) {
      out.append("    ")
          .append(
              screen.dim(
                  hidden
                      + (hidden == 1 ? " statement" : " statements")
                      + " about other services (--all)"))
          .append('\n');
    }
  }

  private static String says(LayerReport l) {
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

  private static boolean isOfService(StatementReport s, String action) {
    return s.mismatches().stream()
        .noneMatch(m ->
            m instanceof Mismatch.OfAction a
                && !a.actions().negated()
                && !a.nearest().value().regionMatches(true, 0, action, 0, action.indexOf(':') + 1));
  }

  /** A statement; of the nearest one the parts that miss are told already. */
  private void statement(StatementReport s, boolean nearest, Map<String, String> origins) {
    out.append("    ").append(screen.dim(s.citation())).append("  ");
    out.append(s.statement().sid().isEmpty() ? "" : s.statement().sid() + "  ");
    out.append(effect(s)).append(nearest ? " (nearest, above)" : "").append('\n');
    if (!nearest) {
      s.mismatches().forEach(m -> part(m, origins));
    }
  }

  private void part(Mismatch m, Map<String, String> origins) {
    String from =
        m instanceof Mismatch.OfCondition c ? from(c.condition().key().value(), origins) : "";
    int width = screen.width() == 0 ? 0 : screen.width() - INSIDE;
    String text = "line " + m.at().line() + ": " + MismatchWords.element(m) + " ";
    for (String l : Paragraph.fold(Printable.of(text + MismatchWords.of(m) + from), width)) {
      out.append(" ".repeat(INSIDE)).append(l).append('\n');
    }
  }

  private static String effect(StatementReport s) {
    boolean allow = s.statement().effect() == Effect.ALLOW;
    return switch (s.applies()) {
      case TRUE -> allow ? "allows" : "denies";
      case FALSE -> allow ? "would allow, does not apply" : "would deny, does not apply";
      case UNKNOWN -> allow ? "may allow" : "may deny";
    };
  }

  private static String cited(StatementReport s) {
    String sid = s.statement().sid();
    return s.citation() + (sid.isEmpty() ? "" : " (Sid `" + sid + "`)");
  }

  static String word(Result result) {
    return switch (result) {
      case ALLOWED -> "allowed";
      case IMPLICIT_DENY, EXPLICIT_DENY -> "denied";
      case UNKNOWN -> "unknown";
    };
  }

  private String painted(Result result) {
    return switch (result) {
      case ALLOWED -> screen.green("allowed");
      case IMPLICIT_DENY, EXPLICIT_DENY -> screen.red("denied");
      case UNKNOWN -> screen.yellow("unknown");
    };
  }

  private void line(String indent, String label, String text) {
    String head = indent + label;
    String pad = " ".repeat(Math.max(1, LABEL - head.length()));
    boolean first = true;
    int width = screen.width() == 0 ? 0 : screen.width() - LABEL;
    for (String l : Paragraph.fold(Printable.of(text), width)) {
      out.append(first ? indent + screen.dim(label) + pad : " ".repeat(LABEL))
          .append(l)
          .append('\n');
      first = false;
    }
  }
}
