package awsleuth.core.cause.network;

import awsleuth.core.fact.Facts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What TLS failed by, where that is neither a certificate nor the host's name. */
enum TlsFailure {
  NO_TLS(TlsClue.NO_TLS, "what answers there does not speak TLS", ""),
  VERSION(TlsClue.VERSION, "the two sides have no version of TLS in common", ""),
  RENEGOTIATION(
      TlsClue.RENEGOTIATION,
      "the other side lacks the secure renegotiation that OpenSSL wants",
      ""),
  WEAK(TlsClue.WEAK, "the other side offers what OpenSSL here takes for too weak", ""),
  HANDSHAKE(
      TlsClue.HANDSHAKE,
      "the other side refuses the handshake of TLS",
      "what it misses: a cipher or curve that it takes, its name, or a client certificate, which"
          + " curl shows as `Request CERT`"),
  ENDED(
      TlsClue.ENDED,
      "the connection ended while TLS was being agreed",
      "who ends it: the server, which may want a client certificate (curl shows `Request CERT`),"
          + " a proxy or a firewall that does not let this host through"),
  ALERT(TlsClue.ALERT, "the other side ended TLS with an alert", "what the alert is for"),
  UNKNOWN(
      null,
      "TLS failed, for a reason that its words alone do not tell",
      "at which step, and for what");

  private final @Nullable TlsClue clue;
  private final String summary;
  private final String missing;

  TlsFailure(@Nullable TlsClue clue, String summary, String missing) {
    this.clue = clue;
    this.summary = summary;
    this.missing = missing;
  }

  /** The first that the words tell; unknown for other words of an exception of TLS. */
  static Optional<TlsFailure> of(Facts facts) {
    for (TlsFailure each : values()) {
      if (each.clue != null && facts.seen(each.clue)) {
        return Optional.of(each);
      }
    }
    return facts.exception("SSLError") ? Optional.of(UNKNOWN) : Optional.empty();
  }

  /** The words that tell it; empty where none do. */
  Optional<TlsClue> clue() {
    return Optional.ofNullable(clue);
  }

  /** What is wrong. */
  String summary() {
    return summary;
  }

  /** What would settle it; empty where the words do. */
  String missing() {
    return missing;
  }
}
