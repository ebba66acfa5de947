package awsleuth.core.fact;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.Source;
import java.util.List;

/** A copy of a terminal, where each command stands behind a prompt. */
final class Transcript {

  private static final String PROMPT = "$ ";

  private Transcript() {}

  /**
   * The passages that may have to do with a failure: none before the last command that was typed
   * before it, since what another command was given does not count for it.
   */
  static List<Passage> of(Failure failure, Source at) {
    int from =
        failure.passages().stream()
            .filter(p -> isBefore(p, at) && p.text().stripLeading().startsWith(PROMPT))
            .mapToInt(p -> p.source().line())
            .max()
            .orElse(0);
    return failure.passages().stream()
        .filter(p -> !isBefore(p, at) || p.source().line() >= from)
        .toList();
  }

  private static boolean isBefore(Passage p, Source at) {
    return p.source().artifact().equals(at.artifact()) && p.source().line() <= at.line();
  }
}
