package awsleuth.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A CA of a test's own and certificates of servers, made by {@code keytool}: {@code good} for
 * 127.0.0.1 and localhost, {@code expired}, {@code future}, {@code other} for another host, {@code
 * wild} for all of example.com, {@code nameless} with a common name alone, {@code self} signed by
 * itself, {@code foreign} signed by another CA.
 */
public final class Certificates {

  private static final String PASSWORD = "changeit";
  private static final long SECONDS = 60;

  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /** Makes them in a folder. */
  public static Certificates in(Path folder) throws IOException {
    Certificates made = new Certificates(folder);
    made.pair("ca", "CN=CA of the tests,O=Example", "-ext", "bc:c");
    String here = "san=ip:127.0.0.1,dns:localhost";
    made.pair("good", "CN=good", "-signer", "ca", "-ext", here);
    made.pair(
        "expired",
        "CN=expired",
        "-signer",
        "ca",
        "-ext",
        here,
        "-startdate",
        "-9d",
        "-validity",
        "2");
    made.pair("future", "CN=future", "-signer", "ca", "-ext", here, "-startdate", "+9d");
    made.pair("other", "CN=other", "-signer", "ca", "-ext", "san=dns:other.example");
    made.pair("wild", "CN=wild", "-signer", "ca", "-ext", "san=dns:*.example.com");
    made.pair("nameless", "CN=nameless.example", "-signer", "ca");
    made.pair("self", "CN=self", "-ext", here);
    made.pair("strange", "CN=strange CA", "-ext", "bc:c");
    made.pair("foreign", "CN=foreign", "-signer", "strange", "-ext", here);
    made.run("-exportcert", "-rfc", "-alias", "ca", "-file", made.ca().toString());
    return made;
  }

  /** The CA's certificate in PEM. */
  public Path ca() {
    return folder.resolve("ca.pem");
  }

  /** One of the certificates with those that signed it. */
  public List<X509Certificate> chain(String alias) throws IOException, GeneralSecurityException {
    return Arrays.stream(all().getCertificateChain(alias))
        .map(X509Certificate.class::cast)
        .toList();
  }

  private KeyStore all() throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store())) {
      all.load(in, PASSWORD.toCharArray());
    }
    return all;
  }

  /** What a server with one of the certificates speaks TLS with. */
  public SSLContext server(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = all();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(
        alias,
        all.getKey(alias, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private Path store() {
    return folder.resolve("keys.p12");
  }

  private void pair(String alias, String name, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", name, "-keyalg", "EC"));
    arguments.addAll(List.of(more));
    run(arguments.toArray(String[]::new));
  }

  private void run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store().toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("keytool: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
