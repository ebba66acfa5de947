package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.input.ToldDiagnosis.ToldFix;
import awsleuth.app.input.ToldDiagnosis.ToldProof;
import awsleuth.app.verify.ProofNow.Shown;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.core.fact.Facts;
import awsleuth.iam.repair.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the proofs of a diagnosis again, from the files that it rests on. Where they are as they
 * were, the same change is decided again; where they have changed, the recorded requests are
 * decided by them as they are.
 *
 * @param files what they say now
 * @param now the same diagnosed
 * @param live whether AWS is asked too, which the files may be older than
 */
record Proofs(FilesNow files, Diagnosis now, boolean live) {

  static Proofs of(FilesNow files, boolean live) {
    return new Proofs(files, files.diagnosed(), live);
  }

  /**
   * Each proof of a failure. Of several fixes one is made: where the proof of one holds for the
   * files as they are, the others are of changes that were not made.
   */
  List<ProofNow> again(ToldFailure failure) {
    List<ProofNow> all = new ArrayList<>();
    for (ToldCause cause : failure.causes()) {
      for (ToldFix fix : cause.fixes()) {
        fix.proof().ifPresent(proof -> all.add(again(failure, cause, fix, proof)));
      }
    }
    List<ProofNow> done = all.stream().filter(p -> p.shown() == Shown.DONE).toList();
    return done.isEmpty() ? List.copyOf(all) : done;
  }

  private ProofNow again(ToldFailure failure, ToldCause cause, ToldFix fix, ToldProof recorded) {
    Optional<Proof> proof =
        now.failures().stream()
            .filter(f -> FilesNow.isSame(f.failure().call(), failure))
            .flatMap(f -> f.verdicts().stream().filter(v -> v.id().equals(cause.id())))
            .flatMap(Proofs::fixes)
            .filter(f -> f.title().equals(fix.title()))
            .flatMap(f -> f.proof().stream())
            .filter(p -> rows(p).equals(rows(recorded)))
            .findFirst();
    ProofNow shown =
        proof
            .map(this::same)
            .orElseGet(() ->
                recorded.ofCall()
                    ? ofCall(decided(failure, recorded))
                    : decided(failure, recorded));
    return new ProofNow(shown.shown(), shown.isAllowed(), shown.words() + ": " + fix.title());
  }

  private ProofNow same(Proof proof) {
    String again = proof.holds() ? "holds again" : "shows the same again";
    return ProofNow.of(
        Shown.SAME, live ? again + " by the files, which were not read anew from AWS" : again);
  }

  /** That the files allow the changed call does not tell that the program makes it. */
  private static ProofNow ofCall(ProofNow decided) {
    return switch (decided.shown()) {
      case DONE -> ProofNow.of(Shown.SAME, decided.words());
      case NOT_DONE ->
          ProofNow.of(Shown.UNCERTAIN, "does not hold for the files as they are, which deny it");
      case SAME, DEPENDS, TOO_MUCH, UNCERTAIN, OPEN ->
          ProofNow.of(decided.shown(), decided.words());
    };
  }

  private ProofNow decided(ToldFailure failure, ToldProof recorded) {
    if (!files.missing().isEmpty()) {
      return open(files.missing().getFirst() + " is not at hand");
    }
    Optional<Facts> facts = files.facts(failure);
    return facts
        .flatMap(RefusedRequest::policies)
        .map(set ->
            new RecordedRequests(
                    recorded, set, facts.map(RefusedRequest::allowedBefore).orElse(List.of()))
                .decided())
        .orElseGet(() -> open("the files have no policies that decide it"));
  }

  private static ProofNow open(String why) {
    return ProofNow.of(Shown.OPEN, "cannot be run again, " + why);
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

  private static List<String> rows(ToldProof recorded) {
    return recorded.requests().stream().map(r -> row(r.before(), r.after(), r.what())).toList();
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
