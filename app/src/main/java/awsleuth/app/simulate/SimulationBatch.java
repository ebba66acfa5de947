package awsleuth.app.simulate;

import awsleuth.app.command.BatchLines;
import awsleuth.iam.batch.BatchDecider;
import awsleuth.iam.batch.BatchLine;
import java.util.List;

/** {@code awsleuth simulate --batch}: a request a line in, its decision a line out. */
final class SimulationBatch implements BatchLines.Answers {

  private final BatchDecider batch = new BatchDecider();

  @Override
  public String answer(String line, int number) {
    BatchLine read = batch.read(line);
    return read.request()
        .map(request -> SimulationJson.batchLine(read.name(), batch.decide(read)))
        .orElseGet(() -> SimulationJson.batchError(read.name(), read.errors()));
  }

  @Override
  public String error(String line, String why) {
    return SimulationJson.batchError("", List.of(why));
  }
}
