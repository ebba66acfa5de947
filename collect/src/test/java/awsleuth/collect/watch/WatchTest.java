package awsleuth.collect.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.aws.AwsCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is run, and the record of it. */
class WatchTest {

  @TempDir Path folder;

  private static Watched shell(String script) throws IOException {
    return Watch.run(List.of("sh", "-c", script), new HashMap<>(System.getenv()));
  }

  @Test
  void theExitCodeIsTheProgramsAndASignalCountsFrom128() throws IOException {
    assertThat(shell("exit 7").exitCode()).isEqualTo(7);
    assertThat(shell("kill -TERM $$").exitCode()).isEqualTo(143);
    assertThat(shell("kill -KILL $$").exitCode()).isEqualTo(137);
    assertThat(shell("exit 0").isSeen()).isFalse();
  }

  @Test
  void aProgramThatIsNotThereIsSaidToBeSo() {
    assertThatThrownBy(() -> Watch.run(List.of("/nonexistent/program"), Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No such file");
  }

  @Test
  void linesThatAreWrittenToTheRecordAreReadAndOneThatIsCutShortIsNot() throws IOException {
    Watched watched =
        shell("printf '%s\\n%s' '{\"kind\": \"process\"}' '{\"kind\":' >> \"$AWSLEUTH_RECORD\"");
    assertThat(watched.lines()).isEqualTo("{\"kind\": \"process\"}\n");
  }

  @Test
  void theObserverIsFirstOnThePathOfPythonIsThisUsersAloneAndGoesAway() throws IOException {
    Path out = folder.resolve("out");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PYTHONPATH", "/own");
    environment.put("OUT", out.toString());
    Watch.run(
        List.of("sh", "-c", "echo $PYTHONPATH >$OUT; ls -ld ${PYTHONPATH%%:*} >>$OUT"),
        environment);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.getFirst()).endsWith(":/own");
    assertThat(lines.get(1)).startsWith("drwx------");
    assertThat(Path.of(lines.getFirst().split(":")[0])).doesNotExist();
  }

  @Test
  void theRecordHasNoSecretOfTheFilesTheCommandOrTheLog() throws IOException {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    Path credentials = folder.resolve("credentials");
    Files.writeString(
        credentials,
        "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = "
            + secret
            + "\n");
    Watched watched =
        new Watched(
            1,
            1,
            List.of("app", "--secret-access-key", "AWS_SECRET_ACCESS_KEY=" + secret),
            "{\"kind\": \"call\", \"message\": \"AWS_SECRET_ACCESS_KEY=" + secret + "\"}\n",
            "aws_secret_access_key=" + secret + "\n");
    String text =
        RecordText.of(
            watched,
            Map.of(
                "AWS_SHARED_CREDENTIALS_FILE",
                credentials.toString(),
                "AWS_SECRET_ACCESS_KEY",
                secret,
                "UNRELATED",
                "u-n-r-e-l-a-t-e-d"),
            List.of(),
            AwsCatalog.embedded());
    assertThat(text)
        .startsWith("{\"awsleuth\": \"record\"")
        .contains("aws_secret_access_key = xxxx", credentials.toString())
        .contains("[\"AWS_SECRET_ACCESS_KEY\",\"(secret, 40 characters)\",\"plain\"]")
        .doesNotContain("u-n-r-e-l-a-t-e-d")
        .doesNotContain(secret, "AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void theFilesOfSettingsAreThoseThatBotocoreReads() throws IOException {
    Files.createDirectory(folder.resolve(".aws"));
    Files.writeString(folder.resolve(".aws/config"), "[default]\nregion = eu-west-1\n");
    List<SettingsFile> files =
        Watch.settings(Map.of("HOME", folder.toString(), "AWS_SHARED_CREDENTIALS_FILE", "~/other"));
    assertThat(files.get(0).text()).contains("eu-west-1");
    assertThat(files.get(1)).isEqualTo(new SettingsFile("credentials", folder + "/other", ""));
  }
}
