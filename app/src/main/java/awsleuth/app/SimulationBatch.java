package awsleuth.app;

import awsleuth.iam.Authorizer;
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
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        out.print(answer(line));
        out.flush();
      }
    }
  }

  private static String answer(String line) {
    BatchLine read = BatchLine.read(line);
    return read.request()
        .map(request ->
            SimulationJson.batchLine(read.name(), Authorizer.of(read.policies()).explain(request)))
        .orElseGet(() -> SimulationJson.batchError(read.name(), read.errors()));
  }
}
