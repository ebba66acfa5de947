package awsleuth.app.terminal;

import awsleuth.core.scan.Stretches;
import java.io.InputStream;
import java.io.PrintStream;

/** Shows on a terminal how far the reading of large inputs has come. */
public final class Progress {

  private static final long STEP = 256L << 20;

  private final PrintStream err;
  private final boolean shown;
  private long read;
  private long next = STEP;

  /** Shown on standard error, once reading takes long. */
  public Progress(PrintStream err) {
    this.err = err;
    this.shown = !System.getProperty("awsleuth.stderr", "").isEmpty();
  }

  /** The bytes of a stream, counted. */
  public Stretches.ByteSource watching(InputStream in) {
    return (buffer, offset, length) -> {
      int n = in.read(buffer, offset, length);
      add(Math.max(0, n));
      return n;
    };
  }

  /** So many bytes more were read. */
  public void add(long bytes) {
    read += bytes;
    if (shown && read >= next) {
      next = read + STEP;
      err.print("\rawsleuth: " + (read >> 20) + " MB read");
      err.flush();
    }
  }

  /** Takes the line away. */
  public void done() {
    if (shown && next > STEP) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
