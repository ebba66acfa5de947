package awsleuth.collect.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Hears SIGQUIT, which the Java machine keeps to itself and of which it says nothing. On Linux it
 * looks, when it gets one, whether the file is there that asks it to listen for other Java programs
 * of this user; where it is, it makes a socket, and prints no threads. Taking the socket away has
 * it look again.
 *
 * @see <a href="https://openjdk.org/groups/serviceability/svc/index.html">The attach mechanism</a>
 */
final class QuitSignal implements AutoCloseable {

  private static final long LATE_MS = 20;

  private final Path asks;
  private final Thread thread;

  private QuitSignal(Path asks, Thread thread) {
    this.asks = asks;
    this.thread = thread;
  }

  /** Begins to hear it; empty where that cannot be. */
  static Optional<QuitSignal> heardBy(Runnable listener) {
    long pid = ProcessHandle.current().pid();
    Path asks = Path.of("/tmp", ".attach_pid" + pid);
    Path socket = Path.of("/tmp", ".java_pid" + pid);
    if (!System.getProperty("os.name", "").equals("Linux") || Files.exists(socket)) {
      return Optional.empty();
    }
    try {
      Files.createFile(
          asks, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      return Optional.empty();
    }
    Thread thread = Thread.ofVirtual().start(() -> listen(socket, listener));
    return Optional.of(new QuitSignal(asks, thread));
  }

  private static void listen(Path socket, Runnable listener) {
    try {
      while (true) {
        Thread.sleep(LATE_MS);
        if (Files.deleteIfExists(socket)) {
          listener.run();
        }
      }
    } catch (IOException | InterruptedException e) {
      // The program has ended, or somebody else took the socket away.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      Files.deleteIfExists(asks);
    } catch (IOException e) {
      // It is a folder for temporary files.
    }
  }
}
