package awsleuth.app;

import awsleuth.core.Diagnoser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One JSON object a line in, one a line out, in the same order. A line that cannot be read, or that
 * awsleuth fails on, is answered with an error and the rest goes on.
 */
final class Batch {

  /** Bytes of a line; longer ones are passed over. */
  private static final int LONGEST = 16 << 20;

  private final Main main;
  private final Diagnoser diagnoser;
  private final boolean all;
  private final Redaction redaction;
  private boolean failed;

  Batch(Main main, Diagnoser diagnoser, boolean all, Redaction redaction) {
    this.main = main;
    this.diagnoser = diagnoser;
    this.all = all;
    this.redaction = redaction;
  }

  /** Answers all lines; ends early where nobody reads the answers any more. */
  int run() {
    try (InputStream in = new BufferedInputStream(main.in(), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int number = 1; read(in, line) && !main.out().checkError(); number++) {
        if (line.size() > LONGEST) {
          String error = "line " + number + ": longer than " + (LONGEST >> 20) + " MB";
          main.out().print(JsonView.batchError("null", error));
        } else if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
          main.out().print(answer(line.toString(StandardCharsets.UTF_8), number));
        }
      }
    } catch (IOException e) {
      main.say("standard input cannot be read (" + Inputs.reason(e) + ")");
      return Main.USAGE;
    }
    return failed ? Main.FAILED : Main.FINE;
  }

  /** Reads a line, or one byte more of it than may be; false at the end. */
  private static boolean read(InputStream in, ByteArrayOutputStream line) throws IOException {
    line.reset();
    int b = in.read();
    boolean more = b >= 0;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() <= LONGEST) {
        line.write(b);
      }
    }
    return more;
  }

  private String answer(String line, int number) {
    BatchLine read = BatchLine.parse(line);
    if (!read.error().isEmpty()) {
      return JsonView.batchError(read.id(), "line " + number + ": " + read.error());
    }
    try {
      read.artifacts().forEach(a -> redaction.learn(a.text()));
      return JsonView.batchLine(
          read.id(), Redacted.of(diagnoser.diagnose(read.artifacts()), redaction), all);
    } catch (RuntimeException | StackOverflowError bug) {
      failed = true;
      return JsonView.batchError(
          read.id(),
          "line " + number + ": awsleuth failed inside: " + bug.getClass().getSimpleName());
    }
  }
}
