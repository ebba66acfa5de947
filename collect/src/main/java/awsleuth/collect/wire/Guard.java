package awsleuth.collect.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Closes a connection when the time is over, whatever it does then: a handshake that does not end
 * while bytes come, a request that nobody takes.
 *
 * @param watching waits for that moment
 */
record Guard(Thread watching) implements AutoCloseable {

  /** Watches until it is closed itself. */
  static Guard of(Socket socket, Deadline deadline) {
    return new Guard(Thread.ofVirtual().start(() -> watch(socket, deadline)));
  }

  private static void watch(Socket socket, Deadline deadline) {
    try {
      // One more than the whole milliseconds that are left, so that the time is over then.
      Thread.sleep(Duration.ofMillis(deadline.millis() + 1L));
      socket.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it ended in time
    } catch (IOException e) {
      // it is given up anyway
    }
  }

  @Override
  public void close() {
    watching.interrupt();
  }
}
