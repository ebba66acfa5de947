package awsleuth.collect.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is run, and the record of it. */
class WatchTest {

  @TempDir Path folder;

  @AfterEach
  void over() {
    Watch.over();
  }

  private static Watched shell(String script) throws IOException {
    return Watch.run(List.of("sh", "-c", script), new HashMap<>(System.getenv()), () -> {});
  }

  @Test
  void theExitCodeIsTheProgramsAndASignalCountsFrom128() throws IOException {
    assertThat(shell("exit 7").exitCode()).isEqualTo(7);
    assertThat(shell("kill -TERM $$").exitCode()).isEqualTo(143);
    assertThat(shell("kill -KILL $$").exitCode()).isEqualTo(137);
    assertThat(shell("exit 0").isSeen()).isFalse();
  }

  @Test
  void theJavaMachineIsKeptFromPrintingItsThreadsUntilTheEnd() throws IOException {
    Path asks = Path.of("/tmp", ".attach_pid" + ProcessHandle.current().pid());
    shell("exit 0");
    assertThat(Files.exists(asks)).isEqualTo(System.getProperty("os.name", "").equals("Linux"));
    Watch.over();
    assertThat(asks).doesNotExist();
  }

  @Test
  void whatIsDoneMeanwhileHasEndedAndItsFailureIsNoneOfTheProgram() throws IOException {
    AtomicBoolean done = new AtomicBoolean();
    Watched watched =
        Watch.run(
            List.of("sh", "-c", "exit 4"),
            new HashMap<>(System.getenv()),
            () -> {
              done.set(true);
              throw new IllegalStateException("made for this test");
            });
    assertThat(watched.exitCode()).isEqualTo(4);
    assertThat(done).isTrue();
  }

  @Test
  void aProgramThatIsNotThereIsSaidToBeSo() {
    assertThatThrownBy(() -> Watch.run(List.of("/nonexistent/program"), Map.of(), () -> {}))
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
        environment,
        () -> {});
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.getFirst()).endsWith(":/own");
    assertThat(lines.get(1)).startsWith("drwx------");
    assertThat(Path.of(lines.getFirst().split(":")[0])).doesNotExist();
  }

  @Test
  void aPythonWithoutBoto3TellsThatItLacksIt() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Watched watched =
        shell(
            "python3 -c 'import sys; sys.path[:] = [p for p in sys.path if \"-packages\" not in p];"
                + " import boto3' 2>'"
                + empty.resolve("err")
                + "'");
    assertThat(watched.exitCode()).isEqualTo(1);
    assertThat(watched.lines())
        .contains("\"kind\": \"died\"")
        .contains("ModuleNotFoundError: No module named 'boto3'");
  }

  @Test
  void aProgramThatTakesItsRecordAwayKeepsItsExitCode() throws IOException {
    Watched watched = shell("rm -rf \"${PYTHONPATH%%:*}\"; exit 3");
    assertThat(watched.exitCode()).isEqualTo(3);
    assertThat(watched.lines()).isEmpty();
    assertThat(watched.lost()).isEqualTo("what its observer wrote is gone or cannot be read");
  }
}
