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

/**
 * One JSON object a line in, one a line out, in the same order. A line that cannot be read, or that
 * awsleuth fails on, is answered with an error and the rest goes on.
 */
final class Batch {

  /** Characters of a line; longer ones are passed over. */
  private static final int LONGEST = 16 << 20;

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
    StringBuilder line = new StringBuilder();
    for (int number = 1; next(lines, line); number++) {
      if (line.length() > LONGEST || !line.toString().isBlank()) {
        out.print(redaction.apply(answer(line.toString(), number)));
        out.flush();
      }
    }
  }

  /** Takes the next line, of one that is too long only so much as tells that; false at the end. */
  private static boolean next(BufferedReader lines, StringBuilder line) throws IOException {
    line.setLength(0);
    int c = lines.read();
    boolean any = c >= 0;
    while (c >= 0 && c != '\n') {
      if (line.length() <= LONGEST) {
        line.append((char) c);
      }
      c = lines.read();
    }
    return any;
  }

  private String answer(String line, int number) {
    if (line.length() > LONGEST) {
      return error("null", number, "longer than " + (LONGEST >> 20) + " million characters");
    }
    BatchLine read = BatchLine.parse(line);
    if (!read.error().isEmpty()) {
      return error(read.id(), number, read.error());
    }
    try {
      List<Artifact> artifacts = new ArrayList<>(read.artifacts());
      artifacts.forEach(a -> redaction.learn(a.text()));
      return JsonView.batchLine(read.id(), diagnoser.diagnose(artifacts), all);
    } catch (RuntimeException | StackOverflowError bug) {
      return error(read.id(), number, "awsleuth failed inside: " + bug.getClass().getSimpleName());
    }
  }

  private static String error(String id, int number, String what) {
    return JsonView.batchError(id, "line " + number + ": " + what);
  }
}
