package awsleuth.app;

import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import java.util.List;

/** The diagnosis as text for people. */
final class TextView {

  private static final int LABEL = 13;
  private static final int MOST_POSSIBLE = 4;
  private static final int MOST_FAILURES = 20;

  private final boolean all;
  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  TextView(boolean all, Screen screen) {
    this.all = all;
    this.screen = screen;
  }

  String render(Diagnosed diagnosed) {
    List<FailureDiagnosis> failures = diagnosed.diagnosis().failures();
    if (failures.isEmpty()) {
      return NothingFound.text(diagnosed.looked());
    }
    int shown = all ? failures.size() : Math.min(failures.size(), MOST_FAILURES);
    for (int i = 0; i < shown; i++) {
      out.append(i == 0 ? "" : "\n");
      failure(failures.get(i));
    }
    if (shown < failures.size()) {
      out.append("\n").append(failures.size() - shown).append(" more failures (--all)\n");
    }
    if (all || !diagnosed.catalog().startsWith("embedded")) {
      out.append("\n").append(screen.dim("AWS data: " + diagnosed.catalog())).append('\n');
    }
    return out.toString();
  }

  private void failure(FailureDiagnosis f) {
    heading(
        screen.red("error") + "  " + screen.bold(Words.headline(f.failure().call())),
        7 + Words.headline(f.failure().call()).length(),
        Words.place(f.failure()));
    int possible = 0;
    int left = 0;
    boolean first = true;
    for (Verdict v : f.verdicts()) {
      switch (v.outcome()) {
        case Outcome.Confirmed c -> finding(v, "confirmed", c.finding(), List.of(), true);
        case Outcome.Possible p -> {
          if (all || possible++ < MOST_POSSIBLE) {
            finding(v, "possible", p.finding(), p.missing(), first || all);
          } else {
            left++;
          }
        }
        case Outcome.RuledOut r -> ruledOut(v, r);
        case Outcome.Crashed c -> line("  ", "crashed", v.id() + ": " + c.error());
      }
      first = false;
    }
    ending(f, left);
  }

  private void ruledOut(Verdict v, Outcome.RuledOut r) {
    if (all) {
      line("  ", "ruled out", v.id() + ": " + r.reason());
    }
  }

  private void ending(FailureDiagnosis f, int left) {
    Verdict first = f.verdicts().isEmpty() ? null : f.verdicts().getFirst();
    if (first == null || !first.claims()) {
      line(
          "  ",
          "unknown",
          "no cause that awsleuth knows explains this failure: "
              + Words.orElse(f.failure().call().message(), "it has no message"));
      return;
    }
    if (!all && left > 0) {
      line("  ", "possible", left + " more (--all)");
    }
    if (!all) {
      line("  ", "ruled out", Words.others(f) + " others (--all)");
    }
    line("  ", "explain", "awsleuth explain " + first.id());
  }

  private void finding(Verdict v, String word, Finding f, List<Need> missing, boolean whole) {
    String label = word.equals("confirmed") ? screen.green(pad(word)) : screen.yellow(pad(word));
    heading("  " + label + f.summary(), LABEL + f.summary().length(), screen.cyan(v.id()), v.id());
    if (!whole) {
      for (Need n : missing) {
        line("    ", "needs", n.what() + ": " + n.how());
      }
      return;
    }
    for (Finding.Citation c : f.because()) {
      line("    ", "because", c.text() + " (" + c.source() + ")");
    }
    for (Need n : missing) {
      line("    ", "needs", n.what() + ": " + n.how());
    }
    for (Fix fix : f.fixes()) {
      line("    ", "fix", "[" + Words.applicability(fix) + "] " + fix.title());
      block(fix.text());
    }
    line("    ", "check", f.verification().command());
    block(f.verification().expect());
  }

  private void heading(String left, int length, String place) {
    heading(left, length, screen.dim(place), place);
  }

  /** A line with something at its right edge; below it where the line is too narrow. */
  private void heading(String left, int length, String right, String plainRight) {
    int gap = screen.width() - length - plainRight.length();
    if (screen.width() == 0) {
      out.append(left).append("  ").append(right).append('\n');
    } else if (gap >= 2) {
      out.append(left).append(" ".repeat(gap)).append(right).append('\n');
    } else {
      for (String l : Paragraph.fold(left, screen.width() + left.length() - length)) {
        out.append(l).append('\n');
      }
      out.append(" ".repeat(Math.max(2, screen.width() - plainRight.length())))
          .append(right)
          .append('\n');
    }
  }

  private static String pad(String word) {
    return word + " ".repeat(Math.max(1, LABEL - 2 - word.length()));
  }

  private void line(String indent, String label, String text) {
    String head = indent + label;
    String pad = " ".repeat(Math.max(1, LABEL - head.length()));
    boolean first = true;
    for (String l : Paragraph.fold(text, screen.width() == 0 ? 0 : screen.width() - LABEL)) {
      out.append(first ? indent + screen.dim(label) + pad : " ".repeat(LABEL))
          .append(l)
          .append('\n');
      first = false;
    }
  }

  /** Text to paste is never folded. */
  private void block(String text) {
    for (String l : text.strip().split("\n", -1)) {
      out.append(" ".repeat(LABEL + 2)).append(l).append('\n');
    }
  }
}
