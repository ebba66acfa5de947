package awsleuth.app.simulate;

import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Dependency;
import awsleuth.iam.Mismatch;
import awsleuth.iam.MismatchWords;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.Samples;
import awsleuth.iam.StatementReport;
import awsleuth.iam.repair.PolicyChange;
import awsleuth.iam.repair.Proposal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decisions as text for people. */
final class SimulationText {

  private static final int MOST_OF_A_KIND = 4;

  private final Screen screen;
  private final boolean why;
  private final boolean all;
  private final SimulationLines lines;

  /**
   * @param why whether to go through the statements also where the request is allowed
   * @param all whether to show also statements about other services
   */
  SimulationText(Screen screen, boolean why, boolean all) {
    this.screen = screen;
    this.why = why;
    this.all = all;
    this.lines = new SimulationLines(screen, new StringBuilder());
  }

  String render(List<Simulation> simulations) {
    if (simulations.size() > 1) {
      table(simulations);
    }
    for (Simulation s : simulations) {
      if (simulations.size() == 1 || (why && s.decision().result() != Result.ALLOWED)) {
        lines.out().append(lines.out().isEmpty() ? "" : "\n");
        one(s);
      }
    }
    return lines.out().toString();
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
      int gap = SimulationLines.LABEL - SimulationWords.word(d).length();
      lines
          .out()
          .append(lines.painted(d))
          .append(" ".repeat(Math.max(1, gap)))
          .append(action)
          .append(" ".repeat(widest - action.length() + 2))
          .append(Printable.of(d.request().resource()))
          .append(screen.dim(SimulationWords.blockedBy(d)))
          .append('\n');
    }
  }

  private void one(Simulation s) {
    Decision d = s.decision();
    headline(d);
    lines.line("  ", "principal", d.request().principal().text());
    for (Blocker b : d.blockers()) {
      blocker(b, d, s.origins());
    }
    if (d.result() == Result.ALLOWED) {
      d.matched()
          .forEach(m ->
              lines.line(
                  "  ", "because", SimulationWords.cited(m) + " " + SimulationWords.effect(m)));
    }
    d.nearest().ifPresent(n -> nearest(n, s.origins()));
    d.notGiven().forEach(kind -> notGiven(kind, d));
    d.dependencies().forEach(each -> dependency(each, d.denied()));
    s.notes().forEach(note -> lines.line("  ", "note", note));
    s.proposals().all().forEach(this::proposal);
    if (!s.proposals().obstacle().isEmpty()) {
      lines.line("  ", "fix", "none: " + s.proposals().obstacle());
    }
    if (why || (d.result() != Result.ALLOWED && s.proposals().all().isEmpty())) {
      LayerText layers = new LayerText(screen, lines.out(), all, d, s.origins());
      d.layers().forEach(layers::add);
    }
  }

  /** The first line; folded as the rest is. */
  private void headline(Decision d) {
    String indent = " ".repeat(SimulationWords.word(d).length() + 2);
    String action = d.request().action();
    String text = action + " on " + Printable.line(d.request().resource());
    int width = screen.width() == 0 ? 0 : screen.width() - indent.length();
    String start = lines.painted(d) + "  ";
    for (String l : Paragraph.fold(text, width)) {
      boolean first = l.startsWith(action);
      lines
          .out()
          .append(start)
          .append(first ? screen.bold(action) + l.substring(action.length()) : l)
          .append('\n');
      start = indent;
    }
  }

  private void blocker(Blocker b, Decision d, Map<String, String> origins) {
    String where = b.id().isEmpty() ? "" : " at `" + b.id() + "`";
    String layer = SimulationWords.layer(b.layer(), d.request()) + where;
    if (!b.explicit()) {
      lines.line("  ", "blocked by", layer + ": " + SimulationWords.lacking(b, d));
      return;
    }
    if (b.denying().isEmpty()) {
      lines.line(
          "  ",
          "blocked by",
          "S3 Block Public Access (RestrictPublicBuckets): the bucket policy is public");
    }
    for (StatementReport s : b.denying()) {
      lines.line("  ", "blocked by", "explicit deny in " + layer + ": " + SimulationWords.cited(s));
      for (String met : SimulationWords.met(s, origins)) {
        lines.line("    ", "", met);
      }
    }
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
    lines.line(
        "  ",
        "depends on",
        "the " + words + ", not given (" + option + "; --no-other-policies: none)");
  }

  private void nearest(StatementReport n, Map<String, String> origins) {
    int parts = n.mismatches().size();
    lines.line(
        "  ",
        "nearest",
        SimulationWords.cited(n)
            + " misses by "
            + (parts == 1 ? "1 element" : parts + " elements"));
    n.mismatches().forEach(m -> mismatch(m, n, origins));
  }

  private void mismatch(Mismatch m, StatementReport s, Map<String, String> origins) {
    String from =
        m instanceof Mismatch.OfCondition c
            ? SimulationWords.from(c.condition().key().value(), origins)
            : "";
    lines.line(
        "    ",
        MismatchWords.element(m),
        MismatchWords.of(m) + from + " (" + s.policy().name() + ":" + m.at() + ")");
  }

  private void dependency(Dependency d, boolean denied) {
    lines.line(
        "  ",
        "depends on",
        d.keys().stream().map(k -> "`" + k + "`").collect(Collectors.joining(", "))
            + (denied ? ": whether a statement denies it, too" : ""));
    List<Dependency.Outcome> shown = all ? d.outcomes() : telling(d.outcomes());
    for (Dependency.Outcome o : shown) {
      String values =
          d.keys().stream()
              .map(k -> "`" + k + "` " + Samples.said(o.values().getOrDefault(k, "")))
              .collect(Collectors.joining(", "));
      lines.line("    ", SimulationWords.word(o.result()), values + kind(o, denied));
    }
    int left = d.outcomes().size() - shown.size();
    if (left > 0) {
      lines.line("    ", "", left + " more combinations of values (--all)");
    }
  }

  /** Which denial it is, where that is all that is open. */
  private static String kind(Dependency.Outcome o, boolean denied) {
    return denied ? (o.result() == Result.EXPLICIT_DENY ? ": explicitly" : ": implicitly") : "";
  }

  /** A few outcomes of each kind, in their order. */
  private static List<Dependency.Outcome> telling(List<Dependency.Outcome> outcomes) {
    Map<String, Integer> seen = new HashMap<>();
    return outcomes.stream()
        .filter(
            o -> seen.merge(SimulationWords.word(o.result()), 1, Integer::sum) <= MOST_OF_A_KIND)
        .toList();
  }

  private void proposal(Proposal p) {
    lines.line("  ", "fix", "[review] " + p.title());
    for (String widened : p.widens()) {
      lines.line("    ", "also", "allows " + widened);
    }
    for (PolicyChange change : p.policies()) {
      for (String l : change.diff().lines().toList()) {
        lines.out().append(" ".repeat(SimulationLines.LABEL)).append(Printable.of(l)).append('\n');
      }
    }
  }
}
