package awsleuth.core.page;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** What is said first of the first failure in a text, for tests. */
final class FirstAnswer {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private FirstAnswer() {}

  /** The diagnosis of a text without further evidence. */
  static Diagnosis diagnosis(String text) {
    return DIAGNOSER.diagnose(List.of(new Artifact("t", Artifact.Kind.TRACEBACK, text)));
  }

  /** The cause that comes first, with its outcome. */
  static Verdict first(String text) {
    return diagnosis(text).failures().getFirst().verdicts().getFirst();
  }

  /** What the first cause found, be it confirmed or possible. */
  static Finding finding(String text) {
    return switch (first(text).outcome()) {
      case Outcome.Confirmed c -> c.finding();
      case Outcome.Possible p -> p.finding();
      case Outcome.RuledOut r -> throw new AssertionError(r.reason());
      case Outcome.Crashed c -> throw new AssertionError(c.error());
    };
  }

  /** The texts of its fixes, one a line. */
  static String fixes(String text) {
    return finding(text).fixes().stream().map(Fix::text).collect(Collectors.joining("\n"));
  }

  /** The command of its verification. */
  static String check(String text) {
    return finding(text).verification().command();
  }

  /** botocore's sentence. */
  static String error(String code, String operation, String message) {
    return "An error occurred (%s) when calling the %s operation: %s"
        .formatted(code, operation, message);
  }
}
