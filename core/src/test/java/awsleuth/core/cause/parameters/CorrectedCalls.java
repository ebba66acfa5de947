package awsleuth.core.cause.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Fix.Applicability;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tests of corrected calls are made of: a report of botocore's, and what is found in it.
 */
final class CorrectedCalls {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private CorrectedCalls() {}

  static String report(String code, String... lines) {
    return "  File \"/srv/app.py\", line 3, in main\n    "
        + code
        + "\nbotocore.exceptions.ParamValidationError: Parameter validation failed:\n"
        + String.join("\n", lines);
  }

  static Finding finding(String text, Artifact... more) {
    List<Artifact> artifacts = new ArrayList<>(List.of(more));
    artifacts.add(new Artifact("err.txt", Kind.TRACEBACK, text));
    Outcome first =
        DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts().getFirst().outcome();
    assertThat(first).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first).finding();
  }

  static void assertFix(Finding finding, Applicability applicability, String text) {
    Fix fix = finding.fixes().getFirst();
    assertThat(fix.text()).isEqualTo(text);
    assertThat(fix.applicability()).isEqualTo(applicability);
  }
}
