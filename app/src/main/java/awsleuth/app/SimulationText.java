package awsleuth.app;

import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Dependency;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.MismatchWords;
import awsleuth.iam.Result;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.repair.PolicyChange;
import awsleuth.iam.repair.Proposal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Decisions as text for people. */
final class SimulationText {

  private static final int LABEL = 13;
  private static final int INSIDE = 8;

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
    out.append(painted(d.result()))
        .append("  ")
        .append(screen.bold(d.request().action()))
        .append(" on ")
        .append(Printable.of(d.request().resource()))
        .append('\n');
    line("  ", "principal", d.request().principal().text());
    for (Blocker b : d.blockers()) {
      blocker(b, s.origins());
    }
    if (d.result() == Result.ALLOWED) {
      d.matched().forEach(m -> line("  ", "because", cited(m) + " " + effect(m)));
    }
    d.nearest().ifPresent(n -> nearest(n, s.origins()));
    d.dependencies().forEach(this::dependency);
    s.proposals().forEach(this::proposal);
    if (why || (d.result() != Result.ALLOWED && s.proposals().isEmpty())) {
      d.layers().forEach(l -> layer(l, d, s.origins()));
    }
  }

  private void blocker(Blocker b, Map<String, String> origins) {
    String where = b.id().isEmpty() ? "" : " at `" + b.id() + "`";
    String layer = b.layer().words() + where;
    if (!b.explicit()) {
      line("  ", "blocked by", layer + ": no statement allows it");
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
        cited(n) + " misses by " + (parts == 1 ? "one element" : parts + " elements"));
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
    for (Dependency.Outcome o : d.outcomes()) {
      String values =
          d.keys().stream()
              .map(k -> "`" + k + "` " + o.values().getOrDefault(k, ""))
              .collect(Collectors.joining(", "));
      line("    ", word(o.result()), values);
    }
  }

  private void proposal(Proposal p) {
    line("  ", "fix", "[review] " + p.title());
    for (String widened : p.widens()) {
      line("    ", "also", "allows " + widened);
    }
    for (PolicyChange change : p.policies()) {
      for (String l : change.diff().split("\n", -1)) {
        out.append(l.isEmpty() ? "" : " ".repeat(LABEL) + Printable.of(l) + "\n");
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
        statement(s, origins);
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
      case NOT_APPLICABLE -> "does not limit this request";
    };
  }

  private static boolean isOfService(StatementReport s, String action) {
    return s.mismatches().stream()
        .noneMatch(m ->
            m instanceof Mismatch.OfAction a
                && !a.actions().negated()
                && !a.nearest().value().regionMatches(true, 0, action, 0, action.indexOf(':') + 1));
  }

  private void statement(StatementReport s, Map<String, String> origins) {
    out.append("    ").append(screen.dim(s.citation())).append("  ");
    out.append(s.statement().sid().isEmpty() ? "" : s.statement().sid() + "  ");
    out.append(effect(s)).append('\n');
    s.mismatches().forEach(m -> part(m, origins));
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
