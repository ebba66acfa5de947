package awsleuth.collect.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connects to all addresses of a name at once and keeps the first that answers.
 *
 * @param wire the connection
 * @param failed what other addresses said until then, one line each
 */
public record Dial(Wire wire, List<String> failed) {

  private record Try(InetAddress address, @Nullable Socket socket, @Nullable IOException failure) {}

  /**
   * Connects.
   *
   * @throws Broken where none answers in time
   */
  public static Dial to(List<InetAddress> addresses, int port, Deadline deadline) throws Broken {
    BlockingQueue<Try> tries = new LinkedBlockingQueue<>();
    for (InetAddress address : addresses) {
      Thread.ofVirtual().start(() -> tries.add(connect(address, port, deadline)));
    }
    List<Try> failed = new ArrayList<>();
    while (failed.size() < addresses.size()) {
      Try next = next(tries, deadline);
      if (next == null) {
        break;
      }
      if (next.socket() != null) {
        int left = addresses.size() - failed.size() - 1;
        Thread.ofVirtual().start(() -> close(tries, left, deadline));
        return new Dial(
            Wire.of(next.socket()), failed.stream().map(t -> words(t, deadline)).toList());
      }
      failed.add(next);
    }
    throw broken(failed, addresses, port, deadline);
  }

  private static Try connect(InetAddress address, int port, Deadline deadline) {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address, port), deadline.millis());
      return new Try(address, socket, null);
    } catch (IOException e) {
      close(socket);
      return new Try(address, null, e);
    } catch (IllegalArgumentException e) {
      close(socket);
      return new Try(address, null, new IOException("the port cannot be used"));
    }
  }

  private static @Nullable Try next(BlockingQueue<Try> tries, Deadline deadline) {
    try {
      return tries.poll(deadline.millis() + 50L, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Closes what is connected too late. */
  private static void close(BlockingQueue<Try> tries, int left, Deadline deadline) {
    for (int i = 0; i < left; i++) {
      Try late = next(tries, deadline);
      if (late != null && late.socket() != null) {
        close(late.socket());
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is given up anyway
    }
  }

  private static Broken broken(
      List<Try> failed, List<InetAddress> addresses, int port, Deadline deadline) {
    IOException last = failed.isEmpty() ? null : failed.getLast().failure();
    boolean open = failed.size() < addresses.size();
    if (open || last == null || last instanceof SocketTimeoutException) {
      return new Broken(
          Fault.Kind.CONNECT_TIMED_OUT,
          "no connection within " + deadline.words() + " (boto3 waits 60 s)",
          "timed out");
    }
    String errno = errno(last);
    String inner =
        "urllib3.exceptions.NewConnectionError: Failed to establish a new connection: " + errno;
    return errno.contains("refused")
        ? new Broken(Fault.Kind.REFUSED, "nothing listens on port " + port, inner)
        : new Broken(Fault.Kind.UNREACHABLE, errno.replaceFirst("^\\[.*?] ", ""), inner);
  }

  private static String words(Try t, Deadline deadline) {
    IOException failure = t.failure();
    return t.address().getHostAddress()
        + ": "
        + (failure == null || failure instanceof SocketTimeoutException
            ? "no connection within " + deadline.words()
            : errno(failure).replaceFirst("^\\[.*?] ", ""));
  }

  /** The error of the socket as Python writes it. */
  static String errno(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("refused")) {
      return "[Errno 111] Connection refused";
    }
    if (message.contains("Network is unreachable")) {
      return "[Errno 101] Network is unreachable";
    }
    if (e instanceof NoRouteToHostException || message.contains("No route")) {
      return "[Errno 113] No route to host";
    }
    return message.contains("timed out") ? "[Errno 110] Connection timed out" : message;
  }
}
