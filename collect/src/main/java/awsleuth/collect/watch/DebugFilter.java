package awsleuth.collect.watch;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the debug log of the {@code aws} command out of its standard error and passes on the rest
 * as it comes, also where a line has not ended yet.
 */
final class DebugFilter {

  private static final int LONGEST_LINE = 1 << 20;
  private static final int CHUNK = 8192;

  private final DebugLog log = new DebugLog();
  private final DebugLines lines = new DebugLines();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(200);
  private final ByteArrayOutputStream open = new ByteArrayOutputStream(2);
  private final OutputStream out;
  private final Thread thread;
  private DebugLines.Kind kind = DebugLines.Kind.OWN;
  private boolean within;

  private DebugFilter(InputStream in, OutputStream out) {
    this.out = out;
    this.thread = Thread.ofVirtual().start(() -> run(in));
  }

  /** Begins to filter a stream to this process's standard error. */
  static DebugFilter of(InputStream in) {
    return of(in, new FileOutputStream(FileDescriptor.err));
  }

  static DebugFilter of(InputStream in, OutputStream out) {
    return new DebugFilter(in, out);
  }

  /** Waits until the stream has ended. */
  void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The log so far, with its secrets; its beginning and its end where it is large. */
  String log() {
    return log.text();
  }

  private void run(InputStream in) {
    try (in) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        for (int i = 0; i < n; i++) {
          take(chunk[i]);
        }
        if (line.size() > 0 && (within ? kind == DebugLines.Kind.OWN : lines.isOwn(text()))) {
          pass();
        }
        out.flush();
      }
      if (line.size() > 0) {
        pass();
      }
      open.writeTo(out);
      out.flush();
    } catch (IOException e) {
      // The program has ended, or nobody reads what it says.
    }
  }

  private void take(byte b) throws IOException {
    line.write(b);
    if (b == '\n' || line.size() >= LONGEST_LINE) {
      pass();
    }
  }

  /** Passes on or keeps what has come of a line; what comes of it later goes the same way. */
  private void pass() throws IOException {
    byte[] bytes = line.toByteArray();
    boolean ends = bytes[bytes.length - 1] == '\n';
    if (!within) {
      kind = lines.next(text());
    }
    within = !ends;
    line.reset();
    switch (kind) {
      case LOG -> {
        log.add(open.toByteArray());
        log.add(bytes);
        open.reset();
      }
      case OWN -> {
        open.writeTo(out);
        out.write(bytes);
        open.reset();
      }
      case OPEN -> open.write(bytes);
    }
  }

  private String text() {
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
