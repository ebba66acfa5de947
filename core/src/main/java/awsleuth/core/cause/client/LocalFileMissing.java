package awsleuth.core.cause.client;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/** A transfer finds no local file to send, or no folder to write into. */
final class LocalFileMissing implements Cause {

  private static final String SAYS = "No such file or directory: '";

  @Override
  public String id() {
    return "client/local-file-missing";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<String> path = ofCommand(facts).or(() -> ofTransfer(facts, "upload"));
    if (path.isPresent()) {
      return Outcome.confirmed(toSend(facts, path.get()));
    }
    return ofTransfer(facts, "download")
        .<Outcome>map(p -> Outcome.confirmed(toWrite(facts, p)))
        .orElse(Outcome.NOT_SEEN);
  }

  /** The path that {@code aws s3} was given (awscli/customizations/s3/subcommands.py). */
  private static Optional<String> ofCommand(Facts facts) {
    return facts.captured("usage").filter("path"::equals).flatMap(_ -> facts.captured("subject"));
  }

  /** The file that a transfer of boto3 did not find (s3transfer/upload.py, download.py). */
  private static Optional<String> ofTransfer(Facts facts, String way) {
    String message = facts.call().message();
    int at = message.indexOf(SAYS);
    int end = at < 0 ? -1 : message.indexOf('\'', at + SAYS.length());
    boolean transfer =
        facts.exception("FileNotFoundError")
            && facts.call().code().isEmpty()
            && facts.frames().stream()
                .map(f -> f.file().replace('\\', '/'))
                .anyMatch(file -> file.endsWith("s3transfer/" + way + ".py"));
    return transfer && end > 0
        ? Optional.of(message.substring(at + SAYS.length(), end))
        : Optional.empty();
  }

  private static Finding toSend(Facts facts, String path) {
    return new Finding(
        Literal.brief("no AWS call was made: there is no local file `" + path + "`"),
        Finding.Specificity.MESSAGE,
        List.of(facts.citeError()),
        List.of(
            Fix.command(
                "look for it from the folder that the program runs in, which relative paths"
                    + " count from",
                "pwd; ls -l " + Literal.shell(path, "<file>"))),
        Again.of(facts, "the file is sent"));
  }

  /** What is read is first written to a file of another name in the same folder. */
  private static Finding toWrite(Facts facts, String path) {
    int slash = path.lastIndexOf('/');
    String folder = slash > 0 ? path.substring(0, slash) : "";
    return new Finding(
        "the local folder to write into is not there",
        Finding.Specificity.MESSAGE,
        List.of(facts.citeError()),
        List.of(
            Fix.command(
                "make it before the download: boto3 makes no folders",
                "mkdir -p " + Literal.shell(folder, "<folder>"))),
        Again.of(facts, "the file is written"));
  }
}
