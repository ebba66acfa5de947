package awsleuth.collect.probe;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.config.Session;
import awsleuth.collect.wire.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pythons of all sorts say of themselves. */
class PythonProbeTest {

  @TempDir Path folder;

  private PythonProbe probe(String script) throws IOException {
    Path python = Files.writeString(folder.resolve("python3"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
    return PythonProbe.of(Map.of("PATH", folder + ":/bin"), 5);
  }

  private static String says(String... facts) {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < facts.length; i += 2) {
      script.append("printf '%s\\t%s\\n' '" + facts[i] + "' '" + facts[i + 1] + "'\n");
    }
    return script.toString();
  }

  @Test
  void theVersionsThatStandBelowBoto3AreTold() throws IOException {
    PythonProbe probe =
        probe(
            says(
                "executable", "/venv/bin/python3",
                "python", "3.12.1",
                "openssl", "OpenSSL 3.0.13 30 Jan 2024",
                "boto3", "1.40.1",
                "botocore", "1.40.2",
                "urllib3", "2.5.0",
                "bundle", "/venv/certifi/cacert.pem"));
    assertThat(probe.result().words())
        .isEqualTo(
            "3.12.1 (/venv/bin/python3), boto3 1.40.1, botocore 1.40.2, urllib3 2.5.0, OpenSSL"
                + " 3.0.13");
    assertThat(probe.bundle()).contains("/venv/certifi/cacert.pem");
  }

  @Test
  void withoutASettingTheBundleOfThePythonIsTrusted() throws IOException {
    probe(says("executable", "/venv/bin/python3", "bundle", "/venv/none.pem"));
    Session session =
        ((Session.Open)
                Session.open(
                    Map.of("PATH", folder + ":/bin"), Optional.empty(), Session.Files.NONE))
            .session();
    assertThat(PythonProbe.route(session).trust().get())
        .isInstanceOfSatisfying(
            Route.Trust.Unusable.class,
            none -> assertThat(none.broken().fault().words()).contains("no file /venv/none.pem"));
  }

  @Test
  void anImportThatFailsIsAFindingWithItsTraceback() throws IOException {
    Result result =
        probe(
                says("executable", "/usr/bin/python3", "python", "3.9.2")
                    + "echo \"ImportError: cannot import name 'DEFAULT_CIPHERS' from"
                    + " 'urllib3.util.ssl_'\" >&2\nexit 1\n")
            .result();
    assertThat(result).isInstanceOf(Result.Finding.class);
    assertThat(result.words()).startsWith("import boto3: ImportError: cannot import name");
  }

  @Test
  void aPythonWithoutBoto3IsNotAFault() throws IOException {
    assertThat(
            probe(
                    says("executable", "/usr/bin/python3", "python", "3.9.2")
                        + "echo \"ModuleNotFoundError: No module named 'botocore'\" >&2\nexit 1\n")
                .result())
        .isInstanceOf(Result.Unknown.class)
        .extracting(Result::words)
        .isEqualTo("python 3.9.2 (" + folder.resolve("python3") + ") has no boto3");
  }

  @Test
  void whatALibraryItselfRefusesIsAFinding() throws IOException {
    Result result =
        probe(
                says(
                    "boto3",
                    "1.43.11",
                    "unmet",
                    "boto3 1.43.11 requires botocore<1.44.0,>=1.43.11, but you have botocore 1.40.0"
                        + " which is incompatible."))
            .result();
    assertThat(result).isInstanceOf(Result.Finding.class);
    assertThat(result.words()).endsWith("but you have botocore 1.40.0 which is incompatible");
  }

  @Test
  void libreSslIsToldOfSinceUrllib3DoesNotSupportIt() throws IOException {
    assertThat(probe(says("urllib3", "2.0.4", "openssl", "LibreSSL 2.8.3")).result().words())
        .endsWith("urllib3 2 supports OpenSSL 1.1.1 and later, not LibreSSL");
    assertThat(probe(says("urllib3", "1.26.20", "openssl", "LibreSSL 2.8.3")).result().words())
        .endsWith("LibreSSL 2.8.3");
  }

  /** The folder of an incident may hold what nobody has looked at. */
  @Test
  void nothingIsImportedFromTheWorkingDirectory() throws IOException {
    for (String module : List.of("ssl", "boto3", "botocore", "urllib3", "awscrt", "packaging")) {
      Files.writeString(
          folder.resolve(module + ".py"), "open('" + folder + "/imported', 'w').close()\n");
    }
    Path real = Path.of("/usr/bin/python3");
    Path python =
        Files.writeString(
            folder.resolve("python3"), "#!/bin/sh\ncd " + folder + "\nexec " + real + " \"$@\"\n");
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
    PythonProbe probe = PythonProbe.of(Map.of("PATH", folder + ":/bin:/usr/bin"), 60);
    assertThat(probe.result().facts()).containsKeys("executable", "openssl");
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .doesNotContain("imported", "__pycache__");
    }
  }

  @Test
  void whereThereIsNoneItIsUnknown() {
    PythonProbe probe = PythonProbe.of(Map.of("PATH", folder.toString()), 5);
    assertThat(probe.result()).isEqualTo(new Result.Unknown("there is no python3 on the PATH"));
    assertThat(probe.bundle()).isEmpty();
  }
}
