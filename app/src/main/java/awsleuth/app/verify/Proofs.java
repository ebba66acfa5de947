package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.input.ToldDiagnosis.ToldFix;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.iam.repair.Proof;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the proofs of a diagnosis again, from the files that it rests on.
 *
 * @param now the same files diagnosed as they are now
 */
record Proofs(Diagnosis now) {

  /** Each proof of a cause in one line: whether deciding the same requests shows the same. */
  List<String> again(ToldFailure failure, ToldCause cause) {
    return cause.fixes().stream()
        .filter(f -> f.proof().isPresent())
        .map(f -> again(failure, cause, f))
        .toList();
  }

  private String again(ToldFailure failure, ToldCause cause, ToldFix recorded) {
    Optional<Proof> proof =
        now.failures().stream()
            .filter(f -> isSame(f, failure))
            .flatMap(f -> f.verdicts().stream().filter(v -> v.id().equals(cause.id())))
            .flatMap(Proofs::fixes)
            .filter(fix -> fix.title().equals(recorded.title()))
            .flatMap(fix -> fix.proof().stream())
            .findFirst();
    String outcome =
        proof
            .map(p -> rows(p).equals(rows(recorded)) ? holds(p) : "shows something else now")
            .orElse("is of no use now, since the files have changed or are not at hand");
    return outcome + ": " + recorded.title();
  }

  private static String holds(Proof proof) {
    return proof.holds() ? "holds again" : "shows the same again";
  }

  private static boolean isSame(FailureDiagnosis f, ToldFailure failure) {
    return f.failure().call().code().equals(failure.code())
        && f.failure().call().operation().equals(failure.operation());
  }

  private static Stream<Fix> fixes(Verdict verdict) {
    Optional<Finding> finding =
        switch (verdict.outcome()) {
          case Outcome.Confirmed c -> Optional.of(c.finding());
          case Outcome.Possible p -> Optional.of(p.finding());
          case Outcome.RuledOut _, Outcome.Crashed _ -> Optional.empty();
        };
    return finding.stream().flatMap(f -> f.fixes().stream());
  }

  private static List<String> rows(ToldFix recorded) {
    return recorded.proof().stream()
        .flatMap(p -> p.requests().stream())
        .map(r -> row(r.before(), r.after(), r.what()))
        .toList();
  }

  private static List<String> rows(Proof proof) {
    return proof.lines().stream()
        .map(l -> row(l.part().before(), l.part().after(), l.what()))
        .toList();
  }

  private static String row(String before, String after, String what) {
    return before + " " + after + " " + what;
  }
}
