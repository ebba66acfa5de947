package awsleuth.collect.wire;

import awsleuth.core.evidence.ProbeResult;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** An open connection, on which a tunnel, TLS and one request may follow in that order. */
public final class Wire implements AutoCloseable {

  /** What an alert has time for. */
  private static final Duration ALERT = Duration.ofSeconds(1);

  /** Below TLS. To close TLS itself may wait for the other side. */
  private final Socket plain;

  private Socket socket;
  private InputStream in;
  private NoKeys keys = new NoKeys();

  private Wire(Socket socket, InputStream in) {
    this.plain = socket;
    this.socket = socket;
    this.in = in;
  }

  static Wire of(Socket socket) throws Broken {
    try {
      return new Wire(socket, new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw closed(e);
    }
  }

  /** The address that answered. */
  public InetAddress address() {
    return socket.getInetAddress();
  }

  /**
   * Has a proxy connect to a host.
   *
   * @param credentials {@code user:password}; empty where the proxy is given none
   * @throws Broken where it does not
   */
  public void tunnel(String host, int port, String credentials, Deadline deadline) throws Broken {
    String authorization = Proxy.authorization(credentials);
    String to = host + ":" + port;
    send(
        ("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n" + authorization + "\r\n")
            .getBytes(StandardCharsets.UTF_8),
        deadline);
    HttpReply reply = HttpReply.head(in, deadline, () -> soften(deadline));
    if (reply.status() != 200) {
      String said = reply.status() + " " + reply.reason();
      String schemes = reply.schemes();
      throw new Broken(
          Fault.Kind.PROXY,
          "it answers CONNECT with " + said.strip(),
          "OSError('Tunnel connection failed: " + said.strip() + "')",
          schemes.isEmpty() ? Map.of() : Map.of(ProbeResult.SCHEMES, schemes));
    }
  }

  /**
   * Agrees on TLS and takes any certificate: whether it counts is a question of its own.
   *
   * @return the chain that the other side sent, its own certificate first
   * @throws Broken where TLS cannot be agreed on
   */
  public List<X509Certificate> secure(String host, int port, Deadline deadline) throws Broken {
    keys = new NoKeys();
    try (Guard _ = Guard.of(plain, deadline)) {
      SSLSocket secure =
          (SSLSocket) AnyCertificate.sockets(keys).createSocket(socket, host, port, true);
      SSLParameters parameters = secure.getSSLParameters();
      if (host.indexOf(':') < 0
          && !host.chars().allMatch(c -> c == '.' || (c <= '9' && c >= '0'))) {
        parameters.setServerNames(List.of(new SNIHostName(host)));
      }
      secure.setSSLParameters(parameters);
      secure.setSoTimeout(deadline.millis());
      secure.startHandshake();
      socket = secure;
      in = new BufferedInputStream(secure.getInputStream());
      if (keys.asked() && secure.getSession().getProtocol().equals("TLSv1.3")) {
        awaitAlert(secure, deadline);
      }
      return Arrays.stream(secure.getSession().getPeerCertificates())
          .map(X509Certificate.class::cast)
          .toList();
    } catch (SocketTimeoutException e) {
      throw readTimedOut(deadline, "TLS was not agreed on");
    } catch (IllegalArgumentException e) {
      throw new Broken(Fault.Kind.UNUSABLE, "the host's name cannot be used", "Invalid endpoint");
    } catch (IOException e) {
      throw deadline.isOver()
          ? readTimedOut(deadline, "TLS was not agreed on")
          : TlsFault.of(e, keys.asked());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS", e);
    }
  }

  /** The version of TLS; empty before it is agreed on. */
  public String protocol() {
    return socket instanceof SSLSocket secure ? secure.getSession().getProtocol() : "";
  }

  /**
   * In TLS 1.3 the handshake ends before the other side looks for the certificate that it asked
   * for; what is sent meanwhile may cost its alert.
   */
  private void awaitAlert(SSLSocket secure, Deadline deadline) throws IOException {
    secure.setSoTimeout((int) Math.min(deadline.millis(), ALERT.toMillis()));
    in.mark(1);
    try {
      if (in.read() < 0) {
        throw new EOFException();
      }
      in.reset();
    } catch (SocketTimeoutException e) {
      // it goes on without one
    }
  }

  /** Whether the other side has asked for a client certificate. */
  public boolean asksForCertificate() {
    return keys.asked();
  }

  /**
   * Sends a request and reads the answer whole, as far as it is not larger than {@value
   * HttpReply#LARGEST} bytes.
   *
   * @throws Broken where none comes
   */
  public HttpReply exchange(HttpCall call, Deadline deadline) throws Broken {
    send(call.bytes(), deadline);
    return HttpReply.whole(in, call.method(), deadline, () -> soften(deadline));
  }

  private void send(byte[] bytes, Deadline deadline) throws Broken {
    try (Guard _ = Guard.of(plain, deadline)) {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw deadline.isOver()
          ? new Broken(
              Fault.Kind.CLOSED,
              "the request was not taken within " + deadline.words() + " (boto3 waits 60 s)",
              "TimeoutError('timed out')")
          : closed(e);
    }
  }

  /** How long the next read may take; none may once the time is over, though bytes come. */
  private void soften(Deadline deadline) throws IOException {
    if (deadline.isOver()) {
      throw new SocketTimeoutException();
    }
    socket.setSoTimeout(deadline.millis());
  }

  static Broken readTimedOut(Deadline deadline, String what) {
    return new Broken(
        Fault.Kind.READ_TIMED_OUT,
        what + " within " + deadline.words() + " (boto3 waits 60 s)",
        "timed out");
  }

  static Broken closed(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("reset") || message.contains("Broken pipe")
        ? new Broken(
            Fault.Kind.CLOSED,
            "the connection was reset",
            "ConnectionResetError(104, 'Connection reset by peer')")
        : new Broken(
            Fault.Kind.CLOSED,
            "the connection was closed without an answer",
            "RemoteDisconnected('Remote end closed connection without response')");
  }

  @Override
  public void close() {
    try {
      plain.close();
    } catch (IOException e) {
      // it is of no more use anyway
    }
  }
}
