package awsleuth.collect.machine;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.EnvironmentVariable.Shape;
import awsleuth.core.evidence.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which variables and files are botocore's. */
class SettingsTest {

  @TempDir Path folder;

  @Test
  void theFilesAreThoseThatBotocoreReads() throws IOException {
    Files.createDirectory(folder.resolve(".aws"));
    Files.writeString(folder.resolve(".aws/config"), "[default]\nregion = eu-west-1\n");
    List<SettingsFile> files =
        Settings.files(Map.of("HOME", folder.toString(), "AWS_SHARED_CREDENTIALS_FILE", "~/other"));
    assertThat(files.get(0).text()).contains("eu-west-1");
    assertThat(files.get(1)).isEqualTo(new SettingsFile("credentials", folder + "/other", ""));
  }

  @Test
  void aFileThatIsSetToNothingOrAHomeThatIsNoneIsNotLookedForInTheWorkingDirectory() {
    assertThat(Settings.files(Map.of("HOME", "/home/app", "AWS_CONFIG_FILE", "")).getFirst())
        .isEqualTo(new SettingsFile("config", "", ""));
    assertThat(Settings.files(Map.of("HOME", "")).getFirst().path()).isEqualTo("/.aws/config");
  }

  @Test
  void aFileThatIsEmptyIsKnownAndOneThatIsNotThereIsNot() throws IOException {
    Files.createDirectory(folder.resolve(".aws"));
    Files.createFile(folder.resolve(".aws/config"));
    assertThat(Settings.artifacts(Map.of("HOME", folder.toString(), "AWS_CONFIG_FILE", "")))
        .extracting(Artifact::name)
        .containsExactly("environment");
    assertThat(Settings.artifacts(Map.of("HOME", folder.toString())))
        .extracting(Artifact::name)
        .containsExactly("environment", folder + "/.aws/config");
  }

  @Test
  void theVariablesAreThoseOfBotocoreProxiesAndCertificates() {
    assertThat(
            List.of(
                "AWS_PROFILE",
                "BOTO_CONFIG",
                "HOME",
                "https_proxy",
                "NO_PROXY",
                "REQUESTS_CA_BUNDLE",
                "CURL_CA_BUNDLE",
                "SSL_CERT_FILE"))
        .allMatch(Settings::isRead);
    assertThat(List.of("PATH", "HOMEDRIVE", "MY_AWS_KEY", "DB_PASSWORD", "PROXY_HOST"))
        .noneMatch(Settings::isRead);
    assertThat(
            Settings.evidence(
                Map.of("AWS_REGION", "'eu-west-1 \n", "PATH", "/bin"), new Source("env", 0)))
        .containsExactly(
            new EnvironmentVariable(
                "AWS_REGION", "'eu-west-1 \n", Shape.QUOTED, new Source("env", 0)));
    assertThat(
            Settings.artifacts(
                Map.of("HOME", folder.toString(), "AWS_REGION", "eu-west-1\n", "PATH", "/bin")))
        .extracting(Artifact::text)
        .containsExactly("AWS_REGION=eu-west-1 \nHOME=" + folder + "\n");
  }
}
