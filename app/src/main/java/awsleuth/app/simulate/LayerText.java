package awsleuth.app.simulate;

import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.iam.Decision;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.MismatchWords;
import awsleuth.iam.StatementReport;
import java.util.Map;

/**
 * The walk through the statements of each layer.
 *
 * @param all whether to show also statements about other services
 * @param origins where the values of context keys are from
 */
record LayerText(
    Screen screen, StringBuilder out, boolean all, Decision decision, Map<String, String> origins) {

  private static final int INSIDE = 8;

  void add(LayerReport l) {
    if (l.outcome() == LayerReport.Outcome.NONE_ATTACHED) {
      return;
    }
    String level = l.id().isEmpty() ? "" : " at `" + Printable.oneLine(l.id()) + "`";
    out.append("  ")
        .append(screen.bold(SimulationWords.layer(l.layer(), decision.request()) + level))
        .append(": ")
        .append(SimulationWords.says(l))
        .append('\n');
    int hidden = 0;
    for (StatementReport s : l.statements()) {
      if (all || isOfService(s, decision.request().action())) {
        statement(s, decision.nearest().filter(s::equals).isPresent());
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

  private static boolean isOfService(StatementReport s, String action) {
    return s.mismatches().stream()
        .noneMatch(m ->
            m instanceof Mismatch.OfAction a
                && !a.actions().negated()
                && !a.nearest().value().regionMatches(true, 0, action, 0, action.indexOf(':') + 1));
  }

  /** A statement; of the nearest one the parts that miss are told already. */
  private void statement(StatementReport s, boolean nearest) {
    out.append("    ").append(screen.dim(Printable.oneLine(s.citation()))).append("  ");
    String sid = Printable.oneLine(s.statement().sid());
    out.append(sid.isEmpty() ? "" : sid + "  ");
    out.append(SimulationWords.effect(s)).append(nearest ? " (nearest, above)" : "").append('\n');
    if (!nearest) {
      s.mismatches().forEach(this::part);
    }
  }

  private void part(Mismatch m) {
    String from =
        m instanceof Mismatch.OfCondition c
            ? SimulationWords.from(c.condition().key().value(), origins)
            : "";
    int width = screen.width() == 0 ? 0 : screen.width() - INSIDE;
    String text = "line " + m.at().line() + ": " + MismatchWords.element(m) + " ";
    for (String l : Paragraph.fold(Printable.oneLine(text + MismatchWords.of(m) + from), width)) {
      out.append(" ".repeat(INSIDE)).append(l).append('\n');
    }
  }
}
