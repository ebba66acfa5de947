package awsleuth.app.diagnose;

import awsleuth.app.command.BatchLine;
import awsleuth.app.command.BatchLines;
import awsleuth.app.input.Redaction;
import awsleuth.core.Diagnoser;

/** {@code awsleuth --batch}: evidence a line in, its diagnosis a line out. */
final class Batch implements BatchLines.Answers {

  private final Diagnoser diagnoser;
  private final boolean all;
  private final Redaction redaction;

  Batch(Diagnoser diagnoser, boolean all, Redaction redaction) {
    this.diagnoser = diagnoser;
    this.all = all;
    this.redaction = redaction;
  }

  @Override
  public String answer(String line, int number) {
    BatchLine read = BatchLine.parse(line);
    if (!read.error().isEmpty()) {
      return JsonView.batchError(read.id(), "line " + number + ": " + read.error());
    }
    read.artifacts().forEach(a -> redaction.learn(a.text()));
    return JsonView.batchLine(
        read.id(),
        Redacted.of(diagnoser.diagnose(read.artifacts()), redaction),
        read.notRead(),
        all);
  }

  @Override
  public String error(String line, String why) {
    return JsonView.batchError(line.isEmpty() ? "null" : BatchLine.parse(line).id(), why);
  }
}
