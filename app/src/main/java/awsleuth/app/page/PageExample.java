package awsleuth.app.page;

import awsleuth.app.diagnose.TextView;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.cause.Outcome;
import awsleuth.core.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An example of a cause: the first short case of its page that the cause is first for, else one
 * that it is beside another in; and what awsleuth says of it.
 *
 * @param evidence what was given, by kind
 * @param answer the diagnosis as text
 */
record PageExample(List<Artifact> evidence, String answer) {

  private static final int LONGEST = 1_500;

  /** Empty where no case is short enough to be read here. */
  static Optional<PageExample> of(Page page, Screen screen) {
    Diagnoser diagnoser = new Diagnoser(AwsCatalog.embedded());
    List<Page.Case> cases =
        page.cases().stream().filter(c -> !c.isCounterexample() && length(c) <= LONGEST).toList();
    Optional<PageExample> beside = Optional.empty();
    for (Page.Case c : cases) {
      Diagnosis diagnosis = diagnoser.diagnose(c.artifacts());
      int rank = rank(page.id(), diagnosis);
      if (rank == 0) {
        return Optional.of(new PageExample(c.artifacts(), text(diagnosis, screen)));
      }
      if (rank > 0 && beside.isEmpty()) {
        beside = Optional.of(new PageExample(c.artifacts(), text(diagnosis, screen)));
      }
    }
    return beside;
  }

  private static int length(Page.Case c) {
    return c.artifacts().stream().mapToInt(a -> a.text().length()).sum();
  }

  /** The place of the cause among what may be why, from 0; -1 where it is not among it. */
  private static int rank(String id, Diagnosis diagnosis) {
    if (diagnosis.failures().size() != 1) {
      return -1;
    }
    return diagnosis.failures().getFirst().verdicts().stream()
        .filter(v -> !(v.outcome() instanceof Outcome.RuledOut))
        .map(Diagnosis.Verdict::id)
        .toList()
        .indexOf(id);
  }

  private static String text(Diagnosis diagnosis, Screen screen) {
    return new TextView(false, screen).findings(diagnosis.failures().getFirst()).stripTrailing();
  }

  /** The evidence line by line, that which is no text of a failure below its kind. */
  List<String> given() {
    return evidence.stream()
        .flatMap(a -> {
          List<String> lines = a.text().stripTrailing().lines().map(Printable::oneLine).toList();
          return a.kind() == Kind.TRACEBACK
              ? lines.stream()
              : Stream.concat(Stream.of("--" + a.kind().label()), lines.stream());
        })
        .toList();
  }
}
