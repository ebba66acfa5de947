package awsleuth.app.diagnose;

import awsleuth.app.terminal.Backticks;
import awsleuth.app.terminal.Markdown;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Need;
import java.util.List;
import java.util.stream.Collectors;

/** The diagnosis as Markdown, to paste into a ticket; it shows what the text shows. */
public final class MarkdownView {

  private final boolean all;
  private final StringBuilder out = new StringBuilder();

  /** With every failed call and cause, or those that tell most. */
  public MarkdownView(boolean all) {
    this.all = all;
  }

  /** The whole, ending with a line break. */
  public String render(Diagnosed diagnosed) {
    List<FailureDiagnosis> failures = diagnosed.diagnosis().failures();
    String runs = diagnosed.runs().markdown();
    if (failures.isEmpty()) {
      return NothingFound.text(diagnosed)
              .lines()
              .map(l -> Markdown.text(l) + "\n")
              .collect(Collectors.joining())
          + runs;
    }
    List<FailureDiagnosis> shown = Shown.of(failures, all);
    for (FailureDiagnosis f : shown) {
      failure(f);
    }
    if (shown.size() < failures.size()) {
      line("\n" + (failures.size() - shown.size()) + " more failed calls (`--all`).");
    }
    if (Words.restsOnAwsData(failures)) {
      line("\n_AWS data: " + Markdown.text(diagnosed.catalog()) + "_");
    }
    if (!runs.isEmpty()) {
      line("");
    }
    return out + runs;
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void failure(FailureDiagnosis f) {
    out.append(out.isEmpty() ? "" : "\n");
    line("## " + Markdown.text(Words.headline(f.failure())) + "\n");
    line(
        "Seen at "
            + Backticks.span(Words.source(f.failure().source()))
            + Words.times(f.failure())
            + ".");
    f.conflicts().forEach(this::conflict); // before the fixes, which rest on what is contradicted
    int possible = 0;
    boolean first = true;
    for (Verdict v : f.verdicts()) {
      if (v.outcome() instanceof Outcome.Confirmed c) {
        heading(v, "confirmed", c.finding());
        finding(c.finding(), List.of(), true);
      } else if (v.outcome() instanceof Outcome.Possible p) {
        possible++;
        if (all || possible <= TextView.MOST_POSSIBLE) {
          heading(v, "possible", p.finding());
          finding(p.finding(), p.missing(), first || all);
        }
      }
      first = false;
    }
    ending(f, possible - TextView.MOST_POSSIBLE);
  }

  private void conflict(Conflict c) {
    line("\n### conflict: " + Markdown.text(c.what()) + "\n");
    for (Citation said : c.says()) {
      line(
          "- says "
              + Markdown.text(said.text())
              + " ("
              + Backticks.span(Words.source(said.source()))
              + ")");
    }
    line("- " + Words.label(c.taken()) + ": " + Markdown.text(c.taken().words()));
  }

  private void ending(FailureDiagnosis f, int left) {
    if (f.bucket().isEmpty()) {
      String message = Words.orElse(f.failure().call().message(), "it has no message");
      line("\nNo cause that awsleuth knows explains this failure: " + Markdown.text(message));
    }
    if (all) {
      ruledOut(f);
    } else {
      String more = left > 0 ? left + " more are possible, " : "";
      line("\n" + more + Words.ruledOut(f) + " others are ruled out (`--all`).");
    }
    for (Verdict v : f.verdicts()) {
      if (v.outcome() instanceof Outcome.Crashed c) {
        line("\ncrashed: " + Backticks.span(v.id()) + ": " + Markdown.text(c.error()));
      }
    }
  }

  private void ruledOut(FailureDiagnosis f) {
    line("\n### ruled out\n");
    for (Verdict v : f.verdicts()) {
      if (v.outcome() instanceof Outcome.RuledOut r) {
        line("- " + Backticks.span(v.id()) + ": " + Markdown.text(Words.reason(r)));
      }
    }
  }

  private void heading(Verdict v, String word, Finding f) {
    line(
        "\n### "
            + word
            + ": "
            + Markdown.text(f.summary())
            + " ("
            + Backticks.span(v.id())
            + ")\n");
  }

  private void finding(Finding f, List<Need> missing, boolean whole) {
    if (whole) {
      for (Citation c : f.because()) {
        line(
            "- because "
                + Markdown.text(c.text())
                + " ("
                + Backticks.span(Words.source(c.source()))
                + ")");
      }
    }
    for (Need n : missing) {
      String how = Words.isCommand(n.how()) ? Backticks.span(n.how()) : Markdown.text(n.how());
      line("- needs " + Markdown.text(n.what()) + ": " + how);
    }
    if (!whole) {
      return;
    }
    for (Fix fix : f.fixes()) {
      line("\n**Fix** (" + Words.applicability(fix) + "): " + Markdown.text(fix.title()));
      if (fix instanceof Fix.AskAdministrator) {
        line("\n> " + Markdown.text(fix.text()));
      } else {
        fence(fix.text());
      }
      for (String row : Proven.rows(fix)) {
        line("- " + Proven.label(fix) + ": " + Markdown.text(row));
      }
    }
    line("\n**Check**: " + Markdown.text(f.verification().expect()));
    fence(f.verification().command());
  }

  private void fence(String text) {
    line("\n" + Backticks.block(text));
  }
}
