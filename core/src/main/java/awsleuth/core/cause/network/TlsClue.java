package awsleuth.core.cause.network;

import awsleuth.core.fact.Clue;
import java.util.List;

/**
 * Words of OpenSSL that tell what TLS failed by.
 *
 * @see <a href="https://github.com/openssl/openssl/blob/master/crypto/x509/x509_txt.c">x509_txt.c,
 *     why a certificate does not verify</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-6.2">RFC 8446, 6.2, alerts</a>
 */
enum TlsClue implements Clue {
  /** Of an exception of TLS: the CA bundle is not there ({@code load_verify_locations}). */
  NO_BUNDLE("[errno 2] no such file or directory"),
  /** The same by requests, which looks itself. */
  NO_BUNDLE_PATH("could not find a suitable tls ca certificate bundle"),
  /** Of an exception of TLS: the CA bundle is there, and has nothing that can be read. */
  BAD_BUNDLE(
      "[errno 21] is a directory",
      "[errno 13] permission denied",
      "no_certificate_or_crl_found",
      "no certificate or crl found",
      "[x509] pem lib"),
  /** The chain ends in no certificate of the bundle. */
  NO_SIGNER(
      "self signed certificate",
      "self-signed certificate",
      "unable to get local issuer",
      "unable to get issuer certificate",
      "unable to verify the first certificate",
      "certificate not trusted",
      "x509: certificate signed by unknown",
      "pkix path building failed",
      "self_signed_cert_in_chain",
      "unable_to_get_issuer_cert"),
  /** What a certificate says or lacks by the strict rules (X509_V_FLAG_X509_STRICT) alone. */
  STRICT(
      "missing authority key identifier",
      "missing subject key identifier",
      "authority key identifier marked critical",
      "subject key identifier marked critical",
      "not marked critical",
      "does not include key usage extension",
      "empty subject alternative name",
      "subject alt name extension not critical",
      "issuer name empty",
      "subject name empty",
      "path length invalid",
      "path length given",
      "keycertsign invalid",
      "requires at least x509v3",
      "explicit ecc parameters"),
  /** What a certificate says or has, for which no bundle can make up. */
  FORM(
      "path length constraint",
      "invalid ca certificate",
      "invalid non-ca certificate",
      "certificate purpose",
      "certificate rejected",
      "certificate revoked",
      "certificate key too weak",
      "md too weak",
      "digest algorithm too weak",
      "key usage does not include",
      "unhandled critical extension",
      "inconsistent certificate",
      "subtree violation",
      "name constraint",
      "certificate signature failure"),
  /** What answers is no record of TLS. */
  NO_TLS(
      "wrong_version_number",
      "wrong version number",
      "record layer failure",
      "unknown_protocol",
      "ssl23_get_server_hello:unknown protocol",
      "does not look like a tls handshake"),
  /** No version of TLS that both sides speak. */
  VERSION(
      "alert protocol version",
      "alert_protocol_version",
      "alert: protocol_version",
      "unsupported protocol",
      "unsupported_protocol",
      "no protocols available",
      "no_protocols_available",
      "protocol version not supported"),
  /** Nothing that both sides take, or no client certificate: before TLS 1.3 it is one alert. */
  HANDSHAKE(
      "alert handshake failure",
      "alert_handshake_failure",
      "alert: handshake_failure",
      "insufficient security",
      "insufficient_security",
      "tls: handshake failure"),
  /** OpenSSL here goes no further with a side that does not know RFC 5746. */
  RENEGOTIATION("unsafe legacy renegotiation disabled", "unsafe_legacy_renegotiation_disabled"),
  /** OpenSSL here takes what the other side offers for too weak. */
  WEAK(
      "dh key too small",
      "dh_key_too_small",
      "wrong signature type",
      "wrong_signature_type",
      "legacy sigalg disallowed",
      "legacy_sigalg_disallowed"),
  /** The other side went away: it, a proxy or a firewall may have done so for many reasons. */
  ENDED("unexpected_eof_while_reading", "eof occurred in violation"),
  /** The other side has nothing under the name of the host. */
  UNKNOWN_NAME("unrecognized name", "unrecognized_name"),
  /** The other side has asked for a certificate of the client, and got none. */
  CERTIFICATE_WANTED(
      "alert certificate required",
      "alert_certificate_required",
      "alert: certificate_required",
      "tls: certificate required"),
  /** The other side does not take the certificate of the client. */
  CERTIFICATE_REFUSED(
      "alert unknown ca",
      "alert_unknown_ca",
      "alert: unknown_ca",
      "alert bad certificate",
      "alert_bad_certificate",
      "alert: bad_certificate",
      "alert certificate",
      "alert_certificate",
      "alert: certificate_",
      "alert unsupported certificate",
      "alert_unsupported_certificate",
      "alert: unsupported_certificate",
      "alert no certificate",
      "alert access denied",
      "alert_access_denied",
      "alert: access_denied",
      "remote error: tls: bad certificate",
      "remote error: tls: unknown certificate"),
  /** A file with the client's certificate or key is not one ({@code load_cert_chain}). */
  CERTIFICATE_FILE(
      "[ssl] pem lib", "key_values_mismatch", "key values mismatch", "private key does not match"),
  /** An alert of whatever kind. */
  ALERT("tlsv1 alert", "tlsv1_alert", "tlsv13 alert", "sslv3 alert", "received fatal alert");

  private final List<String> phrases;

  TlsClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
