package awsleuth.collect.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What Java says of TLS that is not agreed on, as OpenSSL has it. */
final class TlsFault {

  private static final String ALERT = "Received fatal alert: ";
  private static final String LINE = " (_ssl.c:1006)";

  /** Alerts that OpenSSL knows since SSL 3.0. */
  private static final Set<String> OLDEST =
      Set.of(
          "unexpected_message",
          "bad_record_mac",
          "decompression_failure",
          "handshake_failure",
          "no_certificate",
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "illegal_parameter");

  /** Those that it knows since TLS 1.3. */
  private static final Set<String> NEWEST = Set.of("certificate_required", "missing_extension");

  /** Those whose names it has without the word. */
  private static final Set<String> EXTENSIONS =
      Set.of("unrecognized_name", "unsupported_extension", "bad_certificate_status_response");

  private TlsFault() {}

  /**
   * Why TLS was not agreed on.
   *
   * @param asked whether the other side has asked for a client certificate
   */
  static Broken of(IOException e, boolean asked) {
    String message = causes(e);
    String more = asked ? ", which asks for a client certificate" : "";
    int alert = message.indexOf(ALERT);
    if (alert >= 0) {
      String name = message.substring(alert + ALERT.length()).split(" ", 2)[0];
      return new Broken(
          Fault.Kind.TLS,
          "TLS was ended by the other side" + more + ", with the alert " + name,
          openSsl(name));
    }
    if (message.contains("Unsupported or unrecognized SSL message")) {
      return new Broken(
          Fault.Kind.TLS,
          "what answers does not speak TLS; it may be plain HTTP",
          "[SSL: WRONG_VERSION_NUMBER] wrong version number" + LINE);
    }
    if (message.contains("reset") && !asked) {
      return Wire.closed(e);
    }
    if (e instanceof EOFException
        || message.contains("reset")
        || message.contains("terminated the handshake")
        || message.contains("peer shut down")
        || message.contains("Broken pipe")) {
      return new Broken(
          Fault.Kind.TLS,
          "the connection was closed while TLS was agreed on"
              + (asked ? ", as a client certificate was asked for" : ""),
          "[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol" + LINE);
    }
    boolean version = message.contains("does not support") || message.contains("protocol version");
    return new Broken(
        Fault.Kind.TLS,
        "TLS was not agreed on: " + message,
        version ? "[SSL: UNSUPPORTED_PROTOCOL] unsupported protocol" + LINE : "[SSL] " + message);
  }

  /** An alert as OpenSSL writes it, with the version of TLS that brought it. */
  private static String openSsl(String alert) {
    String version = OLDEST.contains(alert) ? "sslv3" : NEWEST.contains(alert) ? "tlsv13" : "tlsv1";
    String words = version + (EXTENSIONS.contains(alert) ? " " : " alert ") + alert;
    String name = words.replace(' ', '_').toUpperCase(Locale.ROOT);
    return "[SSL: " + name + "] " + words.replace('_', ' ') + LINE;
  }

  private static String causes(IOException e) {
    Throwable cause = e.getCause();
    String more = cause == null ? "" : " " + cause.getMessage();
    return e.getMessage() + (e instanceof SSLException ? more : "");
  }
}
