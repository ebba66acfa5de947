package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.UnknownArgument;
import java.util.List;

/** Libraries do not fit together. */
final class VersionConflict implements Cause {

  @Override
  public String id() {
    return "client/version-conflict";
  }

  @Override
  public Stage stage() {
    return Stage.IMPORT;
  }

  /** Whether a library, not the program, left out an argument of what it called. */
  private static boolean isBetweenLibraries(Facts facts) {
    return facts.exception("TypeError")
        && facts.seen(ClientClue.LACKING)
        && !facts.frames().isEmpty()
        && facts.frames().getLast().file().contains("boto");
  }

  @Override
  public Outcome examine(Facts facts) {
    if (UnknownArgument.in(facts).isPresent()) {
      return Outcome.NOT_SEEN;
    }
    boolean unmet = facts.seen(ClientClue.UNMET) || isBetweenLibraries(facts);
    if (!unmet
        && !((facts.exception(
                    "ImportError",
                    "ModuleNotFoundError",
                    "ImportModuleError",
                    "VersionConflict",
                    "ContextualVersionConflict",
                    "DistributionNotFound")
                || (facts.exception("AttributeError", "TypeError")
                    && facts.seen(ClientClue.IMPORT)))
            && facts.seen(ClientClue.IMPORT)
            && !facts.seen(ClientClue.CIRCULAR)
            && Modules.shadowing(facts).isEmpty()
            && !facts.seen(ClientClue.MOCKS))) {
      return Outcome.NOT_SEEN;
    }
    if (!unmet && facts.seen(ClientClue.ABSENT)) {
      return absent(facts);
    }
    return Outcome.confirmed(
        new Finding(
            "boto3 and the libraries that it stands on do not fit together",
            Finding.Specificity.MESSAGE,
            List.of(
                facts
                    .citation(ClientClue.UNMET)
                    .or(() -> facts.citation(ClientClue.LACKING))
                    .or(() -> facts.citation(ClientClue.IMPORT))
                    .orElseThrow()),
            List.of(
                Fix.command(
                    "let pip resolve them together in a fresh environment",
                    "python3 -m venv venv && venv/bin/pip install --upgrade boto3"),
                Fix.command("see what is installed", Modules.VERSIONS + "; pip check")),
            new Verification.Probe(Modules.VERSIONS, "it prints versions that belong together")));
  }

  /** It is not installed, or in another Python than the one that runs. */
  private static Outcome absent(Facts facts) {
    return Outcome.confirmed(
        new Finding(
            "boto3 or botocore is not installed in the Python that runs",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ClientClue.ABSENT).orElseThrow()),
            List.of(
                Fix.command("install it in that very Python", "python3 -m pip install boto3"),
                Fix.command(
                    "see which Python runs",
                    "python3 -c 'import sys; print(sys.executable, sys.path)'")),
            new Verification.Probe(Modules.VERSIONS, "it prints a version")));
  }
}
