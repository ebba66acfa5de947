package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A known defect of this version. */
final class LibraryBug implements Cause {

  @Override
  public String id() {
    return "client/library-bug";
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean inside = isInside(facts);
    if (facts.seen(ClientClue.CURL)) {
      return curl(facts);
    }
    if (!inside && LibraryFault.is(facts)) {
      return LibraryFault.examine(facts);
    }
    if (!(facts.seen(ClientClue.MOCKS) || facts.seen(ClientClue.BUG) || inside)) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            facts.seen(ClientClue.MOCKS)
                ? "moto 5 has only `mock_aws`"
                : "a known defect of this version of botocore or the CLI",
            Finding.Specificity.MESSAGE,
            List.of(
                facts
                    .citation(ClientClue.MOCKS)
                    .or(() -> facts.citation(ClientClue.BUG))
                    .orElseGet(facts::citeError)),
            List.of(
                facts.seen(ClientClue.MOCKS)
                    ? Fix.codeEdit(
                        "use the one decorator that moto 5 has",
                        "from moto import mock_aws\n\n@mock_aws\ndef test_it(): ...")
                    : Fix.command("update", "pip install --upgrade boto3 awscli")),
            new Verification.Probe(Modules.VERSIONS, "it prints versions that belong together")));
  }

  private static Outcome curl(Facts facts) {
    return Outcome.confirmed(
        new Finding(
            "the SDK inside this version of pyarrow does not get on with its curl",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ClientClue.CURL).orElseThrow()),
            List.of(
                Fix.command("update pyarrow, which brings both", "pip install --upgrade pyarrow"),
                Fix.codeEdit(
                    "or read by s3fs, which calls by botocore",
                    "pyarrow.parquet.read_table(\"<bucket>/<key>\", filesystem=s3fs.S3FileSystem())")),
            new Verification.Probe(
                "python3 -c 'import pyarrow; print(pyarrow.__version__)'",
                "it prints a newer version")));
  }

  /** Whether botocore failed while it made one of its own exceptions. */
  private static boolean isInside(Facts facts) {
    return facts.exception("KeyError")
        && !facts.frames().isEmpty()
        && facts.frames().getLast().file().replace('\\', '/').endsWith("botocore/exceptions.py");
  }
}
