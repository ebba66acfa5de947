package awsleuth.collect.wire;

import java.net.IDN;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The certificates that a server sent, judged as OpenSSL and urllib3 do for botocore: the chain is
 * built from trusted certificates first and ends at one that signed itself; then come the dates,
 * then the host's name.
 *
 * @param sent the server's own first
 * @see <a
 *     href="https://github.com/urllib3/urllib3/blob/main/src/urllib3/util/ssl_match_hostname.py">ssl_match_hostname.py</a>
 */
public record Chain(List<X509Certificate> sent) {

  private static final int LONGEST = 20;

  /** How a name is written among the alternative names of a certificate (RFC 5280). */
  private static final int DNS_NAME = 2;

  private static final int IP_ADDRESS = 7;

  /**
   * Judges.
   *
   * @param host the host that is called, without brackets
   * @throws Broken where botocore would not go on
   */
  public void judge(CaBundle bundle, String host, Instant now) throws Broken {
    if (!bundle.verifies() || sent.isEmpty()) {
      return;
    }
    List<X509Certificate> path = path(bundle);
    for (X509Certificate each : path.reversed()) {
      dates(each, now);
    }
    hostName(host);
  }

  /** Who signed the server's certificate. */
  public String issuer() {
    return sent.isEmpty() ? "" : name(sent.getFirst().getIssuerX500Principal().getName());
  }

  /** Whether the server sent its own certificate without the one that signed it. */
  public boolean isAlone() {
    return sent.size() == 1 && !signs(sent.getFirst(), sent.getFirst());
  }

  /** When the server's certificate ends. */
  public Optional<Instant> expires() {
    return sent.isEmpty()
        ? Optional.empty()
        : Optional.of(sent.getFirst().getNotAfter().toInstant());
  }

  /** The organisation and common name of a distinguished name. */
  private static String name(String distinguished) {
    String organisation = "";
    String common = "";
    for (String part : distinguished.split("(?<!\\\\),")) {
      if (part.startsWith("O=")) {
        organisation = part.substring(2);
      } else if (part.startsWith("CN=")) {
        common = part.substring(3);
      }
    }
    String both = organisation + (organisation.isEmpty() || common.isEmpty() ? "" : ", ") + common;
    return both.isEmpty() ? distinguished : both;
  }

  private List<X509Certificate> path(CaBundle bundle) throws Broken {
    List<X509Certificate> path = new ArrayList<>(List.of(sent.getFirst()));
    boolean known = bundle.trusted().contains(path.getFirst());
    while (path.size() < LONGEST) {
      X509Certificate last = path.getLast();
      if (signs(last, last)) {
        if (bundle.trusted().contains(last)) {
          return path;
        }
        throw untrusted(
            path.size() == 1
                ? "self-signed certificate"
                : "self-signed certificate in certificate chain");
      }
      Optional<X509Certificate> trusted = signer(last, bundle.trusted());
      Optional<X509Certificate> next = trusted.or(() -> signer(last, sent));
      if (next.isEmpty() || path.contains(next.get())) {
        throw untrusted(
            known ? "unable to get issuer certificate" : "unable to get local issuer certificate");
      }
      known = trusted.isPresent();
      path.add(next.get());
    }
    throw untrusted("certificate chain too long");
  }

  private static Optional<X509Certificate> signer(X509Certificate of, List<X509Certificate> among) {
    return among.stream().filter(c -> c.getBasicConstraints() >= 0 && signs(c, of)).findFirst();
  }

  private static boolean signs(X509Certificate signer, X509Certificate signed) {
    if (!signer.getSubjectX500Principal().equals(signed.getIssuerX500Principal())) {
      return false;
    }
    try {
      signed.verify(signer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static void dates(X509Certificate c, Instant now) throws Broken {
    String whose = "`" + name(c.getSubjectX500Principal().getName()) + "`";
    if (now.isAfter(c.getNotAfter().toInstant())) {
      throw verification(
          "the certificate of " + whose + " ended on " + c.getNotAfter().toInstant(),
          "certificate has expired");
    }
    if (now.isBefore(c.getNotBefore().toInstant())) {
      throw verification(
          "the certificate of " + whose + " begins on " + c.getNotBefore().toInstant(),
          "certificate is not yet valid");
    }
  }

  private Broken untrusted(String error) {
    return verification(
        (isAlone() ? "it sends its own certificate alone, and " : "")
            + "the bundle does not have the CA that signed"
            + (isAlone() ? " it (" : " (")
            + issuer()
            + ")",
        error);
  }

  private static Broken verification(String words, String error) {
    return new Broken(
        Fault.Kind.CERTIFICATE,
        words,
        "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: " + error + " (_ssl.c:1006)");
  }

  private void hostName(String host) throws Broken {
    boolean address = isAddress(host);
    List<String> names = names(address);
    for (String each : names) {
      if (address ? sameAddress(each, host) : matches(each, host)) {
        return;
      }
    }
    List<String> quoted = names.stream().map(n -> "'" + n + "'").toList();
    String said =
        names.isEmpty()
            ? "no appropriate subjectAltName fields were found"
            : "hostname '"
                + host
                + "' doesn't match "
                + (names.size() > 1 ? "either of " : "")
                + String.join(", ", quoted);
    throw new Broken(
        Fault.Kind.CERTIFICATE,
        "the certificate is for "
            + (names.isEmpty()
                ? "no name that could be " + host
                : String.join(", ", names.stream().limit(3).toList()))
            + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : ""),
        said);
  }

  /**
   * The alternative names; where there are none, the common name, which urllib3 takes for no
   * address.
   */
  private List<String> names(boolean address) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = sent.getFirst().getSubjectAlternativeNames();
      for (List<?> each : alternatives == null ? Set.<List<?>>of() : alternatives) {
        if (each.get(0).equals(DNS_NAME) || each.get(0).equals(IP_ADDRESS)) {
          names.add(String.valueOf(each.get(1)));
        }
      }
    } catch (CertificateParsingException e) {
      return names;
    }
    if (names.isEmpty() && !address) {
      for (String part : sent.getFirst().getSubjectX500Principal().getName().split(",")) {
        if (part.startsWith("CN=")) {
          names.add(part.substring(3));
        }
      }
    }
    return names;
  }

  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0
        || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }

  private static boolean sameAddress(String name, String host) {
    if (!isAddress(name)) {
      return false;
    }
    try {
      return java.net.InetAddress.ofLiteral(name).equals(java.net.InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A star stands for the one label at the left, or a part of it. */
  private static boolean matches(String pattern, String host) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String name = ascii(host).toLowerCase(Locale.ROOT);
    int star = wanted.indexOf('*');
    if (star < 0) {
      return wanted.equals(name);
    }
    int dot = wanted.indexOf('.');
    int first = name.indexOf('.');
    if (dot < 0 || star > dot || first < 0 || wanted.indexOf('*', star + 1) >= 0) {
      return false;
    }
    String before = wanted.substring(0, star);
    String after = wanted.substring(star + 1, dot);
    String label = name.substring(0, first);
    boolean whole = before.isEmpty() && after.isEmpty();
    return name.substring(first).equals(wanted.substring(dot))
        && label.length() >= before.length() + after.length() + (whole ? 1 : 0)
        && label.startsWith(before)
        && label.endsWith(after)
        && (whole || !label.startsWith("xn--"));
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host);
    } catch (IllegalArgumentException e) {
      return host;
    }
  }
}
