package awsleuth.app.diagnose;

import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Screen;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The diagnosis as text for people. */
public final class TextView {

  static final int MOST_POSSIBLE = 4;

  private final boolean all;
  private final Screen screen;
  private final Layout out;

  /** With every failed call and cause, or those that tell most. */
  public TextView(boolean all, Screen screen) {
    this.all = all;
    this.screen = screen;
    this.out = new Layout(screen);
  }

  /** The whole, ending with a line break. */
  public String render(Diagnosed diagnosed) {
    List<FailureDiagnosis> failures = diagnosed.diagnosis().failures();
    String runs = diagnosed.runs().text(screen);
    if (failures.isEmpty()) {
      return NothingFound.text(diagnosed) + runs;
    }
    List<Alike> groups = all ? Alike.each(failures) : Alike.of(failures);
    List<FailureDiagnosis> firsts = groups.stream().map(Alike::first).toList();
    List<FailureDiagnosis> shown = Shown.of(firsts, all);
    for (int i = 0; i < shown.size(); i++) {
      if (i > 0) {
        out.emptyLine();
      }
      failure(shown.get(i));
      groups.get(firsts.indexOf(shown.get(i))).words().ifPresent(this::alike);
    }
    if (Words.restsOnAwsData(failures)) {
      out.labelled("  ", "AWS data", diagnosed.catalog());
    }
    if (shown.size() < firsts.size()) {
      out.emptyLine();
      out.plain(firsts.size() - shown.size() + " more failed calls (--all)");
    }
    if (!runs.isEmpty()) {
      out.emptyLine();
    }
    return out + runs;
  }

  /** A failed call and what may be why, without what stands below: what an example shows. */
  public String findings(FailureDiagnosis f) {
    possible(f);
    return out.toString();
  }

  private void alike(String words) {
    out.labelled("  ", "alike", words);
  }

  private void failure(FailureDiagnosis f) {
    ending(f, possible(f) - MOST_POSSIBLE);
  }

  /** The failed call with its causes; how many are possible. */
  private int possible(FailureDiagnosis f) {
    out.error(Words.headline(f.failure()), Words.place(f.failure()));
    f.conflicts().forEach(this::conflict); // before the fixes, which rest on what is contradicted
    int possible = 0;
    boolean first = true;
    for (Verdict v : f.verdicts()) {
      if (v.outcome() instanceof Outcome.Confirmed c) {
        out.outcome("confirmed", screen.green("confirmed"), c.finding().summary(), v.id());
        finding(c.finding(), List.of(), true);
      } else if (v.outcome() instanceof Outcome.Possible p) {
        possible++;
        if (all || possible <= MOST_POSSIBLE) {
          out.outcome("possible", screen.yellow("possible"), p.finding().summary(), v.id());
          finding(p.finding(), p.missing(), first || all);
        }
      }
      first = false;
    }
    return possible;
  }

  /** What was made of a conflict stands below what each piece says. */
  private void conflict(Conflict c) {
    out.labelled("  ", "conflict", c.what());
    for (Citation said : c.says()) {
      out.labelled("    ", "says", said.text() + " (" + Words.source(said.source()) + ")");
    }
    out.labelled("    ", Words.label(c.taken()), c.taken().words());
  }

  private void ending(FailureDiagnosis f, int left) {
    boolean explained = !f.bucket().isEmpty();
    if (!explained) {
      String message = Words.orElse(f.failure().call().message(), "it has no message");
      out.labelled(
          "  ", "unknown", "no cause that awsleuth knows explains this failure: " + message);
    }
    if (all) {
      ruledOut(f);
    } else {
      if (left > 0) {
        out.labelled("  ", "possible", left + " more (--all)");
      }
      if (!explained) {
        f.verdicts().forEach(this::ruledOutByEvidence);
      }
      out.labelled("  ", "ruled out", Words.ruledOut(f) + " others (--all)");
    }
    for (Verdict v : f.verdicts()) {
      if (v.outcome() instanceof Outcome.Crashed c) {
        out.labelled("  ", "crashed", v.id() + ": " + c.error());
      }
    }
    if (explained) {
      out.labelled("  ", "explain", "awsleuth explain " + f.verdicts().getFirst().id());
    }
  }

  /** What evidence speaks against is all there is to say where nothing explains the failure. */
  private void ruledOutByEvidence(Verdict v) {
    if (v.outcome() instanceof Outcome.RuledOut r && !r.because().isEmpty()) {
      out.labelled("  ", "ruled out", v.id() + ": " + Words.reason(r));
    }
  }

  /** What was ruled out, together where the reason is the same. */
  private void ruledOut(FailureDiagnosis f) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Verdict v : f.verdicts()) {
      if (v.outcome() instanceof Outcome.RuledOut r) {
        byReason.computeIfAbsent(Words.reason(r), k -> new ArrayList<>()).add(v.id());
      }
    }
    byReason.forEach((reason, ids) -> {
      out.labelled("  ", "ruled out", reason);
      out.list(ids);
    });
  }

  private void finding(Finding f, List<Need> missing, boolean whole) {
    if (whole) {
      for (Citation c : f.because()) {
        out.labelled("    ", "because", c.text() + " (" + Words.source(c.source()) + ")");
      }
    }
    for (Need n : missing) {
      if (Words.isCommand(n.how())) {
        out.labelled("    ", "needs", n.what());
        out.paste(n.how());
      } else {
        out.labelled("    ", "needs", n.what() + ": " + n.how());
      }
    }
    if (!whole) {
      return;
    }
    for (Fix fix : f.fixes()) {
      out.labelled("    ", "fix", "[" + Words.applicability(fix) + "] " + fix.title());
      if (fix instanceof Fix.AskAdministrator) {
        out.prose(fix.text());
      } else {
        out.paste(fix.text());
      }
      for (String row : Proven.rows(fix)) {
        out.labelledDeeper(Proven.label(fix), row);
      }
    }
    out.labelledPaste("    ", "check", f.verification().command());
    out.prose(f.verification().expect());
  }
}
