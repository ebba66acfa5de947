package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A feature needs awscrt, which is not installed. */
final class MissingCrt implements Cause {

  @Override
  public String id() {
    return "credentials/missing-crt";
  }

  @Override
  public Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("MissingDependencyException")
        || (facts.exception("ImportError", "ModuleNotFoundError")
            && facts.seen(CredentialsClue.CRT)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "awscrt, which this feature needs, is not installed",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(Fix.command("install it with botocore", "pip install 'botocore[crt]'")),
            new Verification.Probe(
                "python3 -c 'import awscrt; print(awscrt.__version__)'", "it prints a version")));
  }
}
