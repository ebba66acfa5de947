package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How causes word what they say, on every case of every page: no gap, no stray placeholder. */
class WordingTest {

  private static final int LONGEST_SUMMARY = 80;
  private static final Pattern GAP =
      Pattern.compile("[^ ]  [^ #]|``|(?<!/dev/)\\bnull\\b|^\\s|\\s$");
  private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z][a-z ./-]*>|`of that name`");

  /** A plain word with a capital; names such as DynamoDB, AWS or Lake Formation have more. */
  private static final Pattern CAPITAL = Pattern.compile("^[A-Z][a-z]+\\b(?! [A-Z])");

  /** Causes whose summary tells what was seen, which is sure; open is whether it is why. */
  private static final Set<String> TELL_WHAT_WAS_SEEN =
      Set.of(
          "credentials/invalid-access-key",
          "credentials/refresh-failed",
          "network/read-timeout",
          "network/tls-protocol",
          "network/wrong-endpoint-url",
          "parameters/rejected-by-service",
          "parameters/unknown-service",
          "permissions/wrong-action",
          "resource/condition-failed",
          "service/response-unreadable",
          "throttling/retries-exhausted");

  /** Words that leave something open. */
  private static final Pattern OPEN = Pattern.compile("\\b(may|perhaps|or)\\b");

  private final TreeSet<String> faults = new TreeSet<>();

  @Test
  void everySentenceIsWhole() {
    Diagnoser diagnoser = new Diagnoser(AwsCatalog.embedded());
    for (Cause cause : Causes.all()) {
      for (Page.Case c : Page.of(cause.id()).orElseThrow().cases()) {
        for (FailureDiagnosis f : diagnoser.diagnose(c.artifacts()).failures()) {
          f.verdicts().forEach(this::check);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private void check(Verdict v) {
    switch (v.outcome()) {
      case Outcome.Confirmed c -> check(v.id(), c.finding(), List.of());
      case Outcome.Possible p -> {
        check(v.id(), p.finding(), p.missing());
        leavesOpen(v.id(), p.finding().summary());
      }
      case Outcome.RuledOut r -> sentence(v.id(), "reason", r.reason());
      case Outcome.Crashed c -> faults.add(v.id() + " crashed: " + c.error());
    }
  }

  private void leavesOpen(String id, String summary) {
    if (!TELL_WHAT_WAS_SEEN.contains(id) && !OPEN.matcher(summary).find()) {
      faults.add(id + " summary sounds sure where it is only possible: " + summary);
    }
  }

  private void check(String id, Finding f, List<Need> needs) {
    summary(id, f.summary());
    f.because().forEach(c -> gap(id, "because", own(c.text())));
    needs.forEach(n -> gap(id, "needs", n.what() + ": " + n.how()));
    for (Fix fix : f.fixes()) {
      sentence(id, "fix", fix.title());
      Consumer<String> line = l -> gap(id, "fix text", l.strip());
      if (!(fix instanceof Fix.CodeEdit) && !fix.text().contains("\n@@ ")) {
        fix.text().lines().forEach(line);
      }
    }
    gap(id, "check", f.verification().command());
    sentence(id, "expect", f.verification().expect());
  }

  /** A citation without the message of AWS or botocore behind the code, which is not ours. */
  private static String own(String text) {
    return text.contains("`: ") ? text.substring(0, text.indexOf("`: ") + 1) : text;
  }

  private void summary(String id, String summary) {
    sentence(id, "summary", summary);
    if (summary.length() > LONGEST_SUMMARY) {
      faults.add(id + " summary is too long: " + summary);
    }
  }

  private void sentence(String id, String what, String text) {
    gap(id, what, text);
    if (CAPITAL.matcher(text).find()) {
      faults.add(id + " " + what + " begins with a capital: " + text);
    }
    if (text.endsWith(".")) {
      faults.add(id + " " + what + " ends with a period: " + text);
    }
    if (PLACEHOLDER.matcher(text).find()) {
      faults.add(id + " " + what + " has a placeholder: " + text);
    }
  }

  private void gap(String id, String what, String text) {
    if (text.isBlank() || GAP.matcher(text).find()) {
      faults.add(id + " " + what + " has a gap: " + text);
    }
  }
}
