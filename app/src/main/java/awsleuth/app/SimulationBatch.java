package awsleuth.app;

import awsleuth.iam.batch.BatchDecider;
import awsleuth.iam.batch.BatchLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code awsleuth simulate --batch}: one JSON object a line in, one a line out, in order. */
final class SimulationBatch {

  private SimulationBatch() {}

  static void run(InputStream in, PrintStream out) throws IOException {
    BatchDecider batch = new BatchDecider();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        out.print(answer(batch, line));
        out.flush();
      }
    }
  }

  private static String answer(BatchDecider batch, String line) {
    BatchLine read = batch.read(line);
    return read.request()
        .map(request -> SimulationJson.batchLine(read.name(), batch.decide(read)))
        .orElseGet(() -> SimulationJson.batchError(read.name(), read.errors()));
  }
}
