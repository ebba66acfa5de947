package awsleuth.app.trail;

import awsleuth.trail.Archive;
import awsleuth.trail.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** One line on a terminal that says how far the reading has come, at what rate, how long still. */
final class ReadingLine {

  private static final long QUIET_NANOS = 1_000_000_000;
  private static final double MEGABYTE = 1 << 20;

  private final PrintStream err;
  private final boolean shown;
  private boolean written;

  /** On standard error, where that is a terminal. */
  ReadingLine(PrintStream err) {
    this.err = err;
    this.shown = !System.getProperty("awsleuth.stderr", "").isEmpty();
  }

  /** The archive, whose reading is shown. */
  Archive watch(Archive archive) {
    return shown ? archive.watched(this::show) : archive;
  }

  private void show(Progress progress) {
    if (progress.nanos() > QUIET_NANOS) {
      written = true;
      err.print("\r" + text(progress) + "\u001b[K");
      err.flush();
    }
  }

  /** What is shown. */
  static String text(Progress p) {
    String rate = String.format(Locale.ROOT, "%,.0f MB/s", p.rate() / MEGABYTE);
    if (p.total() < 0) {
      return String.format(Locale.ROOT, "awsleuth: %,.0f MB read, %s", p.bytes() / MEGABYTE, rate);
    }
    return String.format(
        Locale.ROOT,
        "awsleuth: %,.0f of %,.0f MB read, %s, %s left",
        p.bytes() / MEGABYTE,
        p.total() / MEGABYTE,
        rate,
        time(p.secondsLeft()));
  }

  private static String time(long seconds) {
    if (seconds < 0) {
      return "some time";
    }
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** Takes the line away. */
  void done() {
    if (written) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
