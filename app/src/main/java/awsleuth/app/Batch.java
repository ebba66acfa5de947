package awsleuth.app;

import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One JSON object a line in, one a line out, in the same order. */
final class Batch {

  private final Diagnoser diagnoser;
  private final boolean all;
  private final Redaction redaction;

  Batch(Diagnoser diagnoser, boolean all, Redaction redaction) {
    this.diagnoser = diagnoser;
    this.all = all;
    this.redaction = redaction;
  }

  void run(InputStream in, PrintStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        out.print(redaction.apply(answer(line, number)));
        out.flush();
      }
    }
  }

  private String answer(String line, int number) {
    BatchLine read = BatchLine.parse(line);
    if (!read.error().isEmpty()) {
      return JsonView.batchError(read.id(), "line " + number + ": " + read.error());
    }
    List<Artifact> artifacts = new ArrayList<>(read.artifacts());
    artifacts.forEach(a -> redaction.learn(a.text()));
    return JsonView.batchLine(read.id(), diagnoser.diagnose(artifacts), all);
  }
}
