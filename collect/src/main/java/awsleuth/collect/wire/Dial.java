package awsleuth.collect.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
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
 * @param silent those that came before it in the order of the addresses and neither took nor
 *     refused a connection until then
 */
public record Dial(Wire wire, List<String> failed, List<InetAddress> silent) {

  /** What is waited for others once one has answered, at the most. */
  private static final Duration MOST = Duration.ofSeconds(2);

  private record Try(InetAddress address, @Nullable Socket socket, @Nullable IOException failure) {}

  /**
   * Connects.
   *
   * @throws Broken where none answers in time
   */
  public static Dial to(List<InetAddress> addresses, int port, Deadline deadline) throws Broken {
    try (Tries tries = new Tries(addresses, port, deadline)) {
      return first(tries, addresses, port, deadline);
    }
  }

  /**
   * The same, but waits for the other addresses too: two seconds, or half of the time that is left.
   *
   * @throws Broken where none answers in time
   */
  public static Dial toAll(List<InetAddress> addresses, int port, Deadline deadline) throws Broken {
    try (Tries tries = new Tries(addresses, port, deadline)) {
      Dial first = first(tries, addresses, port, deadline);
      Duration half = Duration.ofMillis(deadline.millis() / 2);
      return others(tries, first, addresses, Deadline.in(half.compareTo(MOST) < 0 ? half : MOST));
    }
  }

  private static Dial first(Tries tries, List<InetAddress> addresses, int port, Deadline deadline)
      throws Broken {
    List<Try> failed = new ArrayList<>();
    while (failed.size() < addresses.size()) {
      Try next = tries.next(deadline);
      if (next == null) {
        break;
      }
      if (next.socket() != null) {
        return new Dial(
            Wire.of(next.socket()),
            failed.stream().map(t -> words(t, deadline)).toList(),
            List.of());
      }
      failed.add(next);
    }
    throw broken(failed, addresses, port, deadline);
  }

  private static Dial others(
      Tries tries, Dial first, List<InetAddress> addresses, Deadline deadline) {
    List<String> failed = new ArrayList<>(first.failed());
    while (tries.open() > 0) {
      Try next = tries.next(deadline);
      if (next == null) {
        break;
      }
      if (next.socket() == null) {
        failed.add(words(next, deadline));
      } else {
        close(next.socket());
      }
    }
    List<InetAddress> silent =
        addresses.subList(0, Math.max(0, addresses.indexOf(first.wire().address()))).stream()
            .filter(tries::isOpen)
            .toList();
    tries.waiting().stream()
        .map(a -> a.getHostAddress() + ": no connection within " + deadline.words())
        .forEach(failed::add);
    return new Dial(first.wire(), failed, silent);
  }

  /** Attempts of which each is taken, or closed when nobody asks for it any more. */
  private static final class Tries implements AutoCloseable {

    private final BlockingQueue<Try> ended = new LinkedBlockingQueue<>();
    private final List<InetAddress> waiting;
    private boolean closed;

    Tries(List<InetAddress> addresses, int port, Deadline deadline) {
      this.waiting = new ArrayList<>(addresses);
      for (InetAddress address : addresses) {
        Thread.ofVirtual().start(() -> ended(connect(address, port, deadline)));
      }
    }

    private synchronized void ended(Try one) {
      if (closed) {
        discard(one);
      } else {
        ended.add(one);
      }
    }

    /** The next that ends; null where none does in time. */
    @Nullable Try next(Deadline deadline) {
      try {
        Try next = ended.poll(deadline.millis() + 50L, TimeUnit.MILLISECONDS);
        if (next != null) {
          waiting.remove(next.address());
        }
        return next;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }

    /** Of how many it is not known how they end. */
    int open() {
      return waiting.size();
    }

    boolean isOpen(InetAddress address) {
      return waiting.contains(address);
    }

    List<InetAddress> waiting() {
      return List.copyOf(waiting);
    }

    private static void discard(Try one) {
      if (one.socket() != null) {
        Dial.close(one.socket());
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      ended.forEach(Tries::discard);
    }
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
