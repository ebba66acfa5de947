package awsleuth.collect.watch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the debug log of the {@code aws} command out of its standard error and passes on the rest.
 * A message of the log begins with its time and goes on over lines that do not; what the command
 * says itself after its last message begins with an empty line, a usage line or its own name.
 */
final class DebugFilter {

  private static final int LARGEST_LOG = 2 << 20;
  private static final int LONGEST_LINE = 1 << 20;

  /** {@code 2026-11-26 12:00:00,123 - }: a digit stands for any. */
  private static final String TIME = "0000-00-00 00:00:00,000 - ";

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final OutputStream out;
  private final Thread thread;
  private boolean within;
  private boolean said;

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

  /** The log so far, with its secrets; only its beginning where it is large. */
  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private void run(InputStream stream) {
    try (BufferedInputStream in = new BufferedInputStream(stream)) {
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        take(line);
      }
      pending.writeTo(out);
      out.flush();
    } catch (IOException e) {
      // The program has ended, or nobody reads what it says.
    }
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(200);
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n' || line.size() >= LONGEST_LINE) {
        break;
      }
    }
    return line.toByteArray();
  }

  private void take(byte[] line) throws IOException {
    if (isMessage(line)) {
      within = true;
      said = false;
      keep(pending.toByteArray());
      pending.reset();
      keep(line);
    } else if (!within) {
      out.write(line);
      out.flush();
    } else if (said || isOwn(line)) {
      said = true;
      pending.write(line);
    } else {
      keep(line);
    }
  }

  private void keep(byte[] line) {
    if (log.size() + line.length <= LARGEST_LOG) {
      log.writeBytes(line);
    }
  }

  /** Whether a line may begin what the command says itself: so it is where no message follows. */
  private static boolean isOwn(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    return text.isBlank() || text.startsWith("usage: ") || text.startsWith("aws: ");
  }

  private static boolean isMessage(byte[] line) {
    if (line.length < TIME.length()) {
      return false;
    }
    for (int i = 0; i < TIME.length(); i++) {
      char wanted = TIME.charAt(i);
      boolean digit = line[i] >= '0' && line[i] <= '9';
      if (wanted == '0' ? !digit : line[i] != wanted) {
        return false;
      }
    }
    return true;
  }
}
