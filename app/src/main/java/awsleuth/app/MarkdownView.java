package awsleuth.app;

import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import java.util.List;

/** The diagnosis as Markdown, to paste into a ticket. */
final class MarkdownView {

  private final boolean all;
  private final StringBuilder out = new StringBuilder();

  MarkdownView(boolean all) {
    this.all = all;
  }

  String render(Diagnosed diagnosed) {
    if (diagnosed.diagnosis().failures().isEmpty()) {
      return NothingFound.text(diagnosed.looked());
    }
    for (FailureDiagnosis f : diagnosed.diagnosis().failures()) {
      failure(f);
    }
    out.append("\n_").append(escape(diagnosed.catalog())).append("_\n");
    return out.toString();
  }

  private void failure(FailureDiagnosis f) {
    out.append(out.isEmpty() ? "" : "\n");
    out.append("## ").append(escape(Words.headline(f.failure().call()))).append("\n\n");
    out.append("Seen at ").append(code(Words.place(f.failure()))).append(".\n");
    for (Verdict v : f.verdicts()) {
      switch (v.outcome()) {
        case Outcome.Confirmed c -> finding(v, "confirmed", c.finding(), List.of());
        case Outcome.Possible p -> finding(v, "possible", p.finding(), p.missing());
        case Outcome.RuledOut r -> {
          if (all) {
            out.append("\n- ruled out ")
                .append(code(v.id()))
                .append(": ")
                .append(escape(r.reason()));
          }
        }
        case Outcome.Crashed c ->
            out.append("\n- crashed ").append(code(v.id())).append(": ").append(escape(c.error()));
      }
    }
    out.append('\n');
  }

  private void finding(Verdict v, String word, Finding f, List<Need> missing) {
    out.append("\n### ").append(word).append(": ").append(escape(f.summary()));
    out.append(" (").append(code(v.id())).append(")\n\n");
    for (Finding.Citation c : f.because()) {
      out.append("- because ")
          .append(escape(c.text()))
          .append(" (")
          .append(code(c.source().toString()))
          .append(")\n");
    }
    for (Need n : missing) {
      out.append("- needs ")
          .append(escape(n.what()))
          .append(": ")
          .append(escape(n.how()))
          .append('\n');
    }
    for (Fix fix : f.fixes()) {
      out.append("\n**Fix** (")
          .append(Words.applicability(fix))
          .append("): ")
          .append(escape(fix.title()))
          .append('\n');
      fence(fix.text());
    }
    out.append("\n**Check**: ").append(escape(f.verification().expect())).append('\n');
    fence(f.verification().command());
  }

  private void fence(String text) {
    String mark = "```";
    while (text.contains(mark)) {
      mark += "`";
    }
    out.append('\n')
        .append(mark)
        .append('\n')
        .append(text.strip())
        .append('\n')
        .append(mark)
        .append('\n');
  }

  private static String code(String text) {
    return text.indexOf('`') >= 0 ? escape(text) : "`" + text + "`";
  }

  /** Keeps text from being read as HTML or links; backticks in it mean code and are kept. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("[", "\\[").replace("\n", " ");
  }
}
