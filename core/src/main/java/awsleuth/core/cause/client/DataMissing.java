package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** botocore's data files are missing. */
final class DataMissing implements Cause {

  @Override
  public String id() {
    return "client/data-missing";
  }

  @Override
  public Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("DataNotFoundError"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the data files of botocore are missing",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.command(
                    "pack them with the program",
                    "pyinstaller --collect-data botocore --collect-data boto3 <program.py>"),
                Fix.command("or install anew", "pip install --force-reinstall botocore boto3")),
            new Verification.Probe(Modules.VERSIONS, "it prints versions that belong together")));
  }
}
