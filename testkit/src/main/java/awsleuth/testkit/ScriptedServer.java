package awsleuth.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server on 127.0.0.1 that does what it is told with every connection: answers, stays silent,
 * resets, speaks something else.
 */
public final class ScriptedServer implements AutoCloseable {

  private final ServerSocket server;
  private final List<Socket> held = new CopyOnWriteArrayList<>();

  /** What is done with a connection. */
  public interface Talk {
    /** Talks; the connection is closed afterwards. */
    void with(Socket socket) throws IOException;
  }

  private ScriptedServer(int backlog) throws IOException {
    this(0, backlog, InetAddress.getLoopbackAddress());
  }

  private ScriptedServer(int port, int backlog, InetAddress address) throws IOException {
    this.server = new ServerSocket(port, backlog, address);
  }

  /** A server that does so. */
  public static ScriptedServer of(Talk talk) throws IOException {
    ScriptedServer scripted = new ScriptedServer(50);
    Thread.ofPlatform().daemon().name("scripted").start(() -> scripted.serve(talk));
    return scripted;
  }

  /**
   * A port at which connections are neither taken nor refused: nobody accepts, and what may wait is
   * full.
   */
  public static ScriptedServer deaf() throws IOException {
    return deaf(new ScriptedServer(1));
  }

  /** The same at the port of another, on 127.0.0.2. */
  public static ScriptedServer deafBeside(ScriptedServer other) throws IOException {
    return deaf(new ScriptedServer(other.port(), 1, InetAddress.getByName("127.0.0.2")));
  }

  private static ScriptedServer deaf(ScriptedServer scripted) {
    for (int i = 0; i < 4; i++) {
      Socket waiting = new Socket();
      scripted.held.add(waiting);
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            try {
              waiting.connect(scripted.server.getLocalSocketAddress());
            } catch (IOException e) {
              // the server was closed
            }
          });
    }
    return scripted;
  }

  /** A port at which every connection is refused: it is taken, and nobody listens. */
  public static ScriptedServer refusing() throws IOException {
    ScriptedServer scripted = new ScriptedServer(1);
    SocketAddress port = scripted.server.getLocalSocketAddress();
    scripted.server.close();
    Socket holder = new Socket();
    holder.bind(port);
    scripted.held.add(holder);
    return scripted;
  }

  private void serve(Talk talk) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        held.add(socket);
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try (socket) {
                talk.with(socket);
              } catch (IOException e) {
                // the other side went away
              }
            });
      } catch (IOException e) {
        return;
      }
    }
  }

  /** The address that it listens at. */
  public InetAddress address() {
    return server.getInetAddress();
  }

  /** Its port. */
  public int port() {
    return server.getLocalPort();
  }

  /** Its address over plain HTTP. */
  public String http() {
    return "http://127.0.0.1:" + port();
  }

  /** Its address over TLS. */
  public String https() {
    return "https://127.0.0.1:" + port();
  }

  /** Answers every request by what a script makes of it: head, empty line, body. */
  public static Talk answering(UnaryOperator<String> script) {
    return socket -> {
      String answer = script.apply(request(socket.getInputStream()));
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    };
  }

  /** Answers those requests that a script has an answer for, and is silent to the others. */
  public static Talk answeringSome(Function<String, Optional<String>> script) {
    return socket -> {
      Optional<String> answer = script.apply(request(socket.getInputStream()));
      if (answer.isEmpty()) {
        silent().with(socket);
        return;
      }
      socket.getOutputStream().write(answer.get().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    };
  }

  /** An answer of HTTP with a length. */
  public static String answer(String status, String header, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + (header.isEmpty() ? "" : header + "\r\n")
        + "Content-Length: "
        + length
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }

  /** Takes what comes and says nothing until the other side goes. */
  public static Talk silent() {
    return socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /** Closes once something came. */
  public static Talk closing() {
    return socket -> {
      if (socket.getInputStream().read() < 0) {
        return;
      }
      socket.getInputStream().skip(socket.getInputStream().available());
    };
  }

  /** Resets once something came. */
  public static Talk resetting() {
    return socket -> {
      if (socket.getInputStream().read() >= 0) {
        socket.setSoLinger(true, 0);
      }
    };
  }

  /** Sends a body a byte at a time and never ends. */
  public static Talk dripping() {
    return socket -> {
      request(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 100_000; i++) {
        out.write(' ');
        out.flush();
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          return;
        }
      }
    };
  }

  /**
   * Says something once something came, and then the same again and again, until the other side
   * goes.
   *
   * @param between how long it waits each time
   */
  public static Talk repeating(byte[] first, byte[] again, Duration between) {
    return socket -> {
      if (socket.getInputStream().read() < 0) {
        return;
      }
      OutputStream out = socket.getOutputStream();
      out.write(first);
      while (!socket.isClosed()) {
        out.write(again);
        out.flush();
        try {
          Thread.sleep(between);
        } catch (InterruptedException e) {
          return;
        }
      }
    };
  }

  /** Sends the beginning of a body and then nothing more. */
  public static Talk stalling() {
    return socket -> {
      request(socket.getInputStream());
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<a>"
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      silent().with(socket);
    };
  }

  /** Waits before it talks. */
  public static Talk after(Duration time, Talk talk) {
    return socket -> {
      try {
        Thread.sleep(time);
        talk.with(socket);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Says something that is no HTTP. */
  public static Talk saying(String words) {
    return socket -> {
      if (socket.getInputStream().read() >= 0) {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      }
    };
  }

  /** Speaks TLS, and in it does so. */
  public static Talk secure(SSLContext context, Talk talk) {
    return socket -> {
      try (Socket inner = context.getSocketFactory().createSocket(socket, null, true)) {
        talk.with(inner);
      }
    };
  }

  /**
   * The same, but asks for a client certificate.
   *
   * @param version such as {@code TLSv1.3}
   * @param need whether it ends TLS where none comes
   */
  public static Talk asking(SSLContext context, String version, boolean need, Talk talk) {
    return socket -> {
      try (SSLSocket inner =
          (SSLSocket) context.getSocketFactory().createSocket(socket, null, true)) {
        inner.setEnabledProtocols(new String[] {version});
        if (need) {
          inner.setNeedClientAuth(true);
        } else {
          inner.setWantClientAuth(true);
        }
        talk.with(inner);
      }
    };
  }

  /**
   * A proxy that connects every host to one port of this machine.
   *
   * @param credentials {@code user:password} without which it answers 407; empty for none
   */
  public static Talk proxy(String credentials, int port) {
    String wanted =
        "proxy-authorization: basic "
            + Base64.getEncoder()
                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
                .toLowerCase(Locale.ROOT);
    return socket -> {
      String head = request(socket.getInputStream()).toLowerCase(Locale.ROOT);
      if (!credentials.isEmpty() && !head.contains(wanted)) {
        socket
            .getOutputStream()
            .write(
                answer("407 Proxy Authentication Required", "Proxy-Authenticate: Basic", "")
                    .getBytes(StandardCharsets.UTF_8));
        return;
      }
      try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket
            .getOutputStream()
            .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        Thread back = Thread.ofPlatform().daemon().start(() -> copy(target, socket));
        copy(socket, target);
        back.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // one side went away
    }
  }

  /** Reads a request: its head, and the body where it tells the length of one. */
  private static String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return head.toString();
      }
      head.append((char) c);
    }
    List<String> lines = new ArrayList<>(head.toString().lines().toList());
    int length = 0;
    for (String line : lines) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : held) {
      socket.close();
    }
  }
}
