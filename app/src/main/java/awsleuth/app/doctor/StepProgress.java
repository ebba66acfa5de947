package awsleuth.app.doctor;

import awsleuth.collect.doctor.Step;
import java.io.PrintStream;

/** Shows on a terminal which steps have ended, one line that goes away at the end. */
final class StepProgress {

  private static final int WIDEST = 60;

  private final PrintStream err;
  private final boolean shown;
  private int ended;

  StepProgress(PrintStream err) {
    this.err = err;
    this.shown = !System.getProperty("awsleuth.stderr", "").isEmpty();
  }

  synchronized void ended(Step step) {
    ended++;
    if (shown) {
      String slow = step.isSlow() ? " (slow: " + DoctorText.seconds(step.took()) + ")" : "";
      String line = "awsleuth: " + ended + " steps, last " + step.kind().label() + slow;
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
