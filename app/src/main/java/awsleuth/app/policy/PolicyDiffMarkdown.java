package awsleuth.app.policy;

import awsleuth.app.terminal.Backticks;
import awsleuth.app.terminal.Markdown;
import awsleuth.app.terminal.Printable;
import awsleuth.iam.diff.Change;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.Undecided;

/** A comparison of policies as Markdown, to paste into a review. */
final class PolicyDiffMarkdown {

  private final Compared compared;
  private final PolicyDiffWords words = new PolicyDiffWords();
  private final StringBuilder out = new StringBuilder();

  private PolicyDiffMarkdown(Compared compared) {
    this.compared = compared;
  }

  static String render(Compared compared) {
    PolicyDiffMarkdown view = new PolicyDiffMarkdown(compared);
    view.line("## " + code(compared.before()) + " to " + code(compared.after()));
    view.line("");
    view.line("**" + compared.verdict() + "**");
    for (Change change : Change.values()) {
      compared.of(change).forEach(view::difference);
    }
    for (Undecided u : compared.report().undecided()) {
      view.line("");
      view.line("### undecided");
      view.line("");
      view.item("what", text(u.what()));
      view.item("in", text(String.join(", ", u.statements())));
    }
    return view.out.toString();
  }

  private void difference(Difference d) {
    line("");
    line("### " + PolicyDiffWords.heading(d));
    line("");
    item("actions", code(String.join(", ", words.actions(d))));
    item("on", code(PolicyDiffWords.resources(d.by())));
    item("by", text(d.who()));
    item("where", text(String.join(" and ", PolicyDiffWords.conditions(d.by().statement()))));
    d.but()
        .ifPresent(b -> {
          item("and on", code(PolicyDiffWords.resources(b)));
          item("and where", text(String.join(" and ", PolicyDiffWords.conditions(b.statement()))));
        });
    d.excepts().forEach(e -> item("not", text(PolicyDiffWords.except(e))));
    item("but", text(PolicyDiffWords.grant(d)));
    item("because", text(PolicyDiffText.because(d)));
    item("note", text(String.join("; ", d.odd())));
    if (d.around().isEmpty()) {
      item("note", text(PolicyDiffWords.NO_DECISION));
    }
    item("before", code(compared.command(d, false)));
    item("after", code(compared.command(d, true)));
  }

  private void item(String label, String text) {
    if (!text.isEmpty()) {
      line("- " + label + ": " + text);
    }
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  /** Words in which names stand between backticks; stars mean nothing. */
  private static String text(String text) {
    return Markdown.text(Printable.line(text));
  }

  private static String code(String text) {
    String line = Printable.line(text);
    return line.isEmpty() ? "" : Backticks.span(line);
  }
}
