package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;

/** A file of the user's own hides a module. */
final class ShadowedModule implements Cause {

  @Override
  public String id() {
    return "client/shadowed-module";
  }

  @Override
  public Stage stage() {
    return Stage.IMPORT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception(
                "AttributeError", "ImportError", "ModuleNotFoundError", "TypeError", "NameError")
            && Modules.shadowing(facts).isPresent())
        || facts.seen(ClientClue.CIRCULAR)
        || facts.seen(ShadowClue.MODULE))) {
      return Outcome.NOT_SEEN;
    }
    List<Citation> because = new ArrayList<>();
    because.add(facts.citeError());
    Modules.shadowing(facts)
        .ifPresent(f -> because.add(Facts.cite("the traceback passes " + f.file(), f.source())));
    return Outcome.confirmed(
        new Finding(
            "a file of the program hides a module of the same name",
            Finding.Specificity.MESSAGE,
            because,
            List.of(
                Fix.command(
                    "rename the file and delete its bytecode",
                    "mv "
                        + Modules.shadowing(facts)
                            .map(f -> Literal.shell(f.file()))
                            .orElse("<boto3.py>")
                        + " <other-name>.py; rm -rf __pycache__")),
            new Verification.Probe(
                "python3 -c 'import boto3; print(boto3.__file__)'",
                "it prints a path in site-packages")));
  }
}
