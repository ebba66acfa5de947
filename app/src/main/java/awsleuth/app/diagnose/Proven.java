package awsleuth.app.diagnose;

import awsleuth.core.cause.Fix;
import awsleuth.iam.repair.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The proof of a fix in rows: what a request came to before the change, and comes to after it. */
final class Proven {

  private Proven() {}

  /** What stands before the rows: what rests on something unknown is no proof. */
  static String label(Fix fix) {
    return fix.proof().filter(Proof::holds).isPresent() ? "proof" : "decided";
  }

  /** The rows, those of one outcome together; none where nothing was decided. */
  static List<String> rows(Fix fix) {
    return fix.proof().map(Proven::rows).orElse(List.of());
  }

  private static List<String> rows(Proof proof) {
    List<String> rows = new ArrayList<>();
    for (Proof.Part part : Proof.Part.values()) {
      String what =
          proof.lines().stream()
              .filter(l -> l.part() == part)
              .map(l -> words(l, proof))
              .collect(Collectors.joining("; "));
      if (!what.isEmpty()) {
        rows.add(part.before() + " → " + part.after() + ": " + what);
      }
    }
    proof.dependsOn().forEach(d -> rows.add("only where " + d));
    if (!proof.supposes().isEmpty()) {
      rows.add("supposes that " + String.join("; that ", proof.supposes()));
    }
    return rows;
  }

  private static String words(Proof.Line line, Proof proof) {
    return switch (line.part()) {
      case REQUEST -> line.what() + deniedBy(proof);
      case STILL_ALLOWED, LOST ->
          line.count() == 1
              ? "the request of " + line.what()
              : line.count() + " requests of the past (" + line.what() + ")";
      case STILL_DENIED, OPENED -> line.what();
    };
  }

  private static String deniedBy(Proof proof) {
    return proof.deniedBy().isEmpty()
        ? ""
        : proof.deniedBy().stream()
            .map(Proven::denier)
            .collect(Collectors.joining("; ", " (before, ", ")"));
  }

  private static String denier(Proof.Denier d) {
    String place =
        d.file().isEmpty() ? "" : ", " + d.file() + d.line().map(l -> ":" + l).orElse("");
    return d.words() + place;
  }
}
