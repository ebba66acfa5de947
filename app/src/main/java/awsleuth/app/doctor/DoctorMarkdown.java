package awsleuth.app.doctor;

import awsleuth.app.diagnose.MarkdownView;
import awsleuth.app.terminal.Markdown;
import awsleuth.app.terminal.Printable;
import awsleuth.collect.doctor.Step;
import awsleuth.core.evidence.ProbeResult;
import java.util.Locale;

/** An examination as Markdown, to paste into a ticket. */
final class DoctorMarkdown {

  private DoctorMarkdown() {}

  static String render(Examined examined, boolean all) {
    StringBuilder out = new StringBuilder("| | step | outcome | |\n|---|---|---|---|\n");
    for (int i = 0; i < examined.steps().size(); i++) {
      row(out, examined, examined.steps().get(i), examined.probes().get(i));
    }
    out.append('\n');
    out.append(
        examined.diagnosed().diagnosis().failures().isEmpty()
            ? cell(DoctorWords.summary(examined)) + "\n"
            : new MarkdownView(all).render(examined.diagnosed()));
    out.append("\n### by hand\n\n```sh\n");
    for (Step step : examined.steps()) {
      step.commands().forEach(c -> out.append(Printable.oneLine(c)).append('\n'));
    }
    return out.append("```\n").toString();
  }

  private static void row(StringBuilder out, Examined examined, Step step, ProbeResult probe) {
    String slow = step.isSlow() ? " (slow: " + DoctorText.seconds(step.took()) + ")" : "";
    out.append("| ").append(step.number()).append(" | ").append(step.kind().label());
    out.append(" | ").append(probe.verdict().name().toLowerCase(Locale.ROOT)).append(" | ");
    out.append(cell(examined.shown(DoctorWords.words(probe)) + slow)).append(" |\n");
  }

  private static String cell(String text) {
    return Markdown.cell(Markdown.text(Printable.oneLine(text)));
  }
}
