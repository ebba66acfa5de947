package awsleuth.app.trail;

import awsleuth.trail.ask.FailureGroup;

/** The answer as Markdown, to paste into a ticket. */
final class FailuresMarkdown {

  private FailuresMarkdown() {}

  /** The whole, ending with a line break. */
  static String of(FailuresAnswer answer) {
    StringBuilder out = new StringBuilder();
    out.append("| calls | failed | what | principal | cause | when | requests |\n");
    out.append("|---:|---:|---|---|---|---|---|\n");
    answer.shown().forEach(e -> row(out, e));
    out.append('\n');
    FailuresWords.totals(answer).forEach(line -> out.append("- ").append(line).append('\n'));
    return out.toString();
  }

  private static void row(StringBuilder out, ExplainedGroup e) {
    FailureGroup g = e.group();
    cell(out, String.valueOf(g.count()));
    cell(out, g.share().isPresent() ? Share.words(g.share().getAsDouble()) : "");
    cell(out, Marked.text(e.headline()));
    cell(out, Marked.code(g.principal()));
    cell(
        out,
        (e.id().isEmpty() ? "" : Marked.code(e.id()) + ", ")
            + e.certainty()
            + ": "
            + Marked.text(e.summary())
            + (g.alike() ? "" : "; " + FailuresWords.OF_THE_FIRST));
    cell(out, FailuresWords.when(g));
    cell(out, String.join(" ", FailuresWords.samples(g).stream().map(Marked::code).toList()));
    out.append("|\n");
  }

  private static void cell(StringBuilder out, String text) {
    out.append("| ").append(Marked.cell(text)).append(' ');
  }
}
