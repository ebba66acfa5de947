package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher tells while it builds; the build itself is played. */
class LauncherTest {

  private static final String TERMINAL =
      "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

  private static final String BUILD =
      """
      #!/bin/sh
      case "$*" in *-q*) ;; *)
        echo '[INFO] Building iam 0.1.0-SNAPSHOT         [1/2]'
        echo '[INFO] Building jar: /iam.jar'
        echo '[INFO] Building core 0.1.0-SNAPSHOT        [2/2]' ;;
      esac
      echo '[ERROR] does not compile'
      exit 1
      """;

  @TempDir Path folder;

  @BeforeEach
  void aFolderWhoseBuildFails() throws IOException {
    Path project = Path.of("..");
    Files.copy(project.resolve("awsleuth"), folder.resolve("awsleuth"));
    Files.createDirectory(folder.resolve(".mvn"));
    Files.copy(project.resolve(".mvn/find-jdk.sh"), folder.resolve(".mvn/find-jdk.sh"));
    program("mvnw", BUILD);
    program("mvn", "#!/bin/sh\n");
  }

  private void program(String name, String text) throws IOException {
    assertThat(Files.writeString(folder.resolve(name), text).toFile().setExecutable(true)).isTrue();
  }

  private Run launch(List<String> through) throws IOException {
    List<String> command = new ArrayList<>(through);
    command.addAll(List.of("sh", folder.resolve("awsleuth").toString(), "app.log"));
    return Run.of(
        command,
        "",
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "PATH",
            folder + ":" + System.getenv("PATH")));
  }

  @Test
  void aTerminalIsToldWhichRoomIsBeingBuilt() throws IOException {
    Run run = launch(List.of(Python.get().python(), "-c", TERMINAL));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("awsleuth: building iam [1/2]", "awsleuth: building core [2/2]")
        .contains("does not compile", "the build failed; the whole log is ");
    assertThat(folder.resolve("target/run/build.log")).content().contains("Building jar");
  }

  @Test
  void aPipeIsToldNothingMore() throws IOException {
    Run run = launch(List.of());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("awsleuth: building (once");
  }
}
