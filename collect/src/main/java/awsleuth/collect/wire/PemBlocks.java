package awsleuth.collect.wire;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The blocks of a file in PEM, as OpenSSL reads them for {@code load_verify_locations}: one that
 * cannot be read costs all the others.
 *
 * @param certificates those that Java can read too
 * @param any whether there is any certificate or list of revoked ones
 * @see <a
 *     href="https://docs.openssl.org/3.0/man3/PEM_X509_INFO_read_bio_ex/">PEM_X509_INFO_read_bio_ex</a>
 */
record PemBlocks(List<X509Certificate> certificates, boolean any) {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final Set<String> CERTIFICATES =
      Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");
  private static final String REVOKED = "X509 CRL";

  /** The byte that a certificate begins with (X.690: SEQUENCE). */
  private static final int SEQUENCE = 0x30;

  private static final int LONG_FORM = 0x80;

  /** Those of a text; empty where one of them cannot be read. */
  static Optional<PemBlocks> read(String text) {
    List<X509Certificate> found = new ArrayList<>();
    boolean any = false;
    Iterator<String> lines = Arrays.stream(text.split("\n")).map(String::stripTrailing).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("\ufeff")) {
        line = line.substring(1);
      }
      if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
        String name = line.substring(BEGIN.length(), line.length() - DASHES.length());
        Optional<byte[]> block = block(lines, name);
        boolean judged = CERTIFICATES.contains(name) || name.equals(REVOKED);
        if (block.isEmpty() || (judged && !isWhole(block.get()))) {
          return Optional.empty();
        }
        any |= judged;
        if (CERTIFICATES.contains(name)) {
          certificate(block.get()).ifPresent(found::add);
        }
      }
    }
    return Optional.of(new PemBlocks(found, any));
  }

  /** The bytes up to the end of a block; empty where it does not end, or they are no base64. */
  private static Optional<byte[]> block(Iterator<String> lines, String name) {
    StringBuilder body = new StringBuilder();
    boolean encrypted = false;
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals(END + name + DASHES)) {
        return encrypted ? Optional.of(new byte[0]) : decoded(body.toString());
      }
      if (line.startsWith(DASHES)) {
        return Optional.empty();
      }
      // Keys that are encrypted say how in lines of their own; what OpenSSL makes of them is not
      // a question of certificates.
      encrypted |= line.startsWith("Proc-Type:") && !CERTIFICATES.contains(name);
      body.append(line.isEmpty() ? " " : line);
    }
    return Optional.empty();
  }

  private static Optional<byte[]> decoded(String body) {
    if (body.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(body));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it begins with a sequence that is not cut off; more behind it does no harm. */
  private static boolean isWhole(byte[] block) {
    if (block.length < 2 || (block[0] & 0xff) != SEQUENCE) {
      return false;
    }
    int first = block[1] & 0xff;
    int digits = first < LONG_FORM ? 0 : first - LONG_FORM;
    if (first == LONG_FORM || digits > 4 || block.length < 2 + digits) {
      return false;
    }
    long length = digits == 0 ? first : 0;
    for (int i = 0; i < digits; i++) {
      length = length << 8 | (block[2 + i] & 0xff);
    }
    return length > 0 && 2 + digits + length <= block.length;
  }

  /** Java does not read all that OpenSSL does: then it is not known here. */
  private static Optional<X509Certificate> certificate(byte[] block) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return Optional.of(
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
