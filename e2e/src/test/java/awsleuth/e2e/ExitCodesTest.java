package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the command ends: 0 nothing wrong, 1 a diagnosis given, 2 wrong usage or unreadable input.
 */
class ExitCodesTest {

  private static final String DENIED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
          + " ListObjectsV2 operation: Access Denied\n";

  @TempDir Path folder;

  @Test
  void aDiagnosisEndsWithOne() throws IOException {
    Run run = Awsleuth.pipe(DENIED);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("AccessDenied").contains("ListObjectsV2");
  }

  @Test
  void aTextWithoutAFailedCallEndsWithNought() throws IOException {
    Run run = Awsleuth.pipe("all 12 reports were loaded\n");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).contains("no failed AWS call found");
  }

  @Test
  void anUnknownOptionEndsWithTwo() throws IOException {
    Run run = Awsleuth.run("diagnose", "--no-such-option");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--no-such-option");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anAbsentFileEndsWithTwoInOneLineAndTheOthersAreStillRead() throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), DENIED);
    Path absent = folder.resolve("absent.log");
    Run run = Awsleuth.run(absent.toString(), log.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().strip().lines()).singleElement().asString().contains(absent.toString());
    assertThat(run.out()).contains("AccessDenied");
  }

  @Test
  void aLineOfABatchThatCannotBeReadIsAnsweredWithAnErrorAndTheRestGoesOn() throws IOException {
    String input = "{\"id\": \"broken\", \n" + JsonLines.line("whole", DENIED);
    Run run = Awsleuth.pipe(input, "diagnose", "--batch");
    var answers = JsonLines.read(run.out());
    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst()).containsKey("error");
    assertThat(answers.getLast()).containsEntry("id", "whole").containsKey("failures");
  }

  @Test
  void helpEndsWithNought() throws IOException {
    Run run = Awsleuth.run("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("diagnose");
  }

  @Test
  void aCauseThatDoesNotExistEndsWithTwoAndNearNames() throws IOException {
    Run run = Awsleuth.run("explain", "credentials/expired-tokens");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("credentials/expired-token");
  }
}
