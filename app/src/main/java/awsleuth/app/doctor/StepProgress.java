package awsleuth.app.doctor;

import awsleuth.collect.doctor.Progress;
import awsleuth.collect.doctor.Step;
import awsleuth.collect.doctor.StepKind;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows on a terminal which steps have ended and which go on, one line that goes away at the end.
 */
final class StepProgress {

  private static final int WIDEST = 60;

  private final PrintStream err;
  private final boolean shown;
  private int ended;

  StepProgress(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /** One that is shown where standard error is a terminal. */
  static StepProgress on(PrintStream err) {
    return new StepProgress(err, !System.getProperty("awsleuth.stderr", "").isEmpty());
  }

  synchronized void told(Progress progress) {
    switch (progress) {
      case Progress.Ended(Step step) -> {
        ended++;
        String slow = step.isSlow() ? " (slow: " + DoctorText.seconds(step.took()) + ")" : "";
        line("last " + step.kind().label() + slow);
      }
      case Progress.Waiting(List<StepKind> steps) -> {
        Stream<String> names = steps.stream().distinct().map(StepKind::label);
        line("waiting for " + names.collect(Collectors.joining(", ")));
      }
    }
  }

  private void line(String words) {
    if (shown) {
      String line = "awsleuth: " + ended + (ended == 1 ? " step, " : " steps, ") + words;
      err.print("\r\u001b[K" + line.substring(0, Math.min(line.length(), WIDEST)));
      err.flush();
    }
  }

  synchronized void done() {
    if (shown) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
