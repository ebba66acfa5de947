package awsleuth.app;

import awsleuth.core.scan.Stretches;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Reads a large input and shows on a terminal how far it has come. */
final class Progress implements Stretches.ByteSource {

  private static final long STEP = 256L << 20;

  private final InputStream in;
  private final PrintStream err;
  private final boolean shown;
  private long read;
  private long next = STEP;

  Progress(InputStream in, PrintStream err) {
    this.in = in;
    this.err = err;
    this.shown = !System.getProperty("awsleuth.stderr", "").isEmpty();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    read += Math.max(0, n);
    if (shown && read >= next) {
      next += STEP;
      err.print("\rawsleuth: " + (read >> 20) + " MB read");
      err.flush();
    }
    if (n < 0 && shown && next > STEP) {
      err.print("\r\u001b[K");
      err.flush();
    }
    return n;
  }
}
