package awsleuth.collect.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Hears SIGQUIT, which the Java machine keeps to itself and of which it says nothing. On Linux it
 * looks, when it gets one, whether the file is there that asks it to listen for other Java programs
 * of this user; where it is, it makes a socket, and prints no threads. Taking the socket away has
 * it look again. It may look after the program has ended, and would then print the threads on the
 * program's own output; so the file stays until this process is about to end.
 *
 * @see <a href="https://openjdk.org/groups/serviceability/svc/index.html">The attach mechanism</a>
 */
final class QuitSignal {

  private static final long LATE_MS = 20;

  private static final Path ASKS = Path.of("/tmp", ".attach_pid" + ProcessHandle.current().pid());
  private static final Path SOCKET = Path.of("/tmp", ".java_pid" + ProcessHandle.current().pid());

  private QuitSignal() {}

  /** Tells a listener of each from now on, where that can be; it does until {@link #over}. */
  static void heardBy(Runnable listener) {
    if (!System.getProperty("os.name", "").equals("Linux") || Files.exists(SOCKET)) {
      return;
    }
    try {
      Files.createFile(
          ASKS, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      return;
    }
    Thread.ofVirtual().start(() -> listen(listener));
  }

  private static void listen(Runnable listener) {
    try {
      while (Files.exists(ASKS)) {
        Thread.sleep(LATE_MS);
        if (Files.deleteIfExists(SOCKET)) {
          listener.run();
        }
      }
    } catch (IOException | InterruptedException e) {
      // Somebody else took the socket away.
    }
  }

  /** Hears no more of them: what comes from now on may have the threads printed. */
  static void over() {
    try {
      Files.deleteIfExists(ASKS);
    } catch (IOException e) {
      // It is a folder for temporary files.
    }
  }
}
