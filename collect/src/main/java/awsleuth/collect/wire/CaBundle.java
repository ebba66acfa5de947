package awsleuth.collect.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/**
 * The certificates that a request trusts.
 *
 * @param label where they are from, for people
 * @param verifies false where nothing is verified at all
 * @param trusted the certificates
 */
public record CaBundle(String label, boolean verifies, List<X509Certificate> trusted) {

  private static final int LARGEST = 16 << 20;

  /** Trusts anything, as botocore does where the setting is empty. */
  public static final CaBundle UNVERIFIED = new CaBundle("nothing is verified", false, List.of());

  /**
   * The certificates of a file in PEM.
   *
   * @throws Broken where there are none, or OpenSSL takes none of them; botocore finds that out at
   *     the first connection
   */
  public static CaBundle file(String path) throws Broken {
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      String text = new String(in.readNBytes(LARGEST), java.nio.charset.StandardCharsets.UTF_8);
      PemBlocks blocks =
          PemBlocks.read(text)
              .orElseThrow(() ->
                  unusable(
                      path
                          + " has a block that cannot be read, which makes OpenSSL take none of it",
                      "[X509] PEM lib (_ssl.c:4154)"));
      if (!blocks.any()) {
        throw unusable(
            path + " has no certificate",
            "[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4154)");
      }
      return new CaBundle(path, true, blocks.certificates());
    } catch (java.nio.file.NoSuchFileException | InvalidPathException e) {
      throw unusable("there is no file " + path, "[Errno 2] No such file or directory");
    } catch (java.nio.file.AccessDeniedException e) {
      throw unusable(path + " may not be read", "[Errno 13] Permission denied");
    } catch (IOException e) {
      throw unusable(
          path + " cannot be read",
          Files.isDirectory(Path.of(path)) ? "[Errno 21] Is a directory" : "[Errno 5] I/O error");
    }
  }

  private static Broken unusable(String words, String inner) {
    return new Broken(Fault.Kind.CERTIFICATE, "the CA bundle: " + words, inner);
  }

  /** The same under a label that tells more. */
  public CaBundle labelled(String words) {
    return new CaBundle(words, verifies, trusted);
  }

  /** The certificates that Java itself trusts, where those of Python are not known. */
  public static CaBundle ofJava() {
    List<X509Certificate> found = new ArrayList<>();
    try {
      Path store = Path.of(System.getProperty("java.home", ""), "lib", "security", "cacerts");
      KeyStore keys = KeyStore.getInstance(store.toFile(), (char[]) null);
      for (Enumeration<String> names = keys.aliases(); names.hasMoreElements(); ) {
        Certificate each = keys.getCertificate(names.nextElement());
        if (each instanceof X509Certificate certificate) {
          found.add(certificate);
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      return new CaBundle("Java's own certificates, which cannot be read", true, List.of());
    }
    return new CaBundle("Java's own certificates", true, found);
  }

  @Override
  public String toString() {
    return label;
  }
}
