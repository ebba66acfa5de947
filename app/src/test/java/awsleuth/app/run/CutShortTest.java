package awsleuth.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that was killed made of calls at its end is not known. */
class CutShortTest {

  private static final String PROCESSES =
      """
      {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7", "ends": true}
      {"kind": "calls", "service": "s3", "operation": "GetObject", "count": 5, "pid": 8}
      {"kind": "calls", "service": "s3", "operation": "GetObject", "count": 2, "pid": 7}
      {"kind": "ended", "pid": 7}
      """;

  private static final String ANOTHER =
      "{\"kind\": \"process\", \"pid\": 7, \"parent\": 1, \"python\": \"3.11.7\", \"ends\": true}\n";

  @TempDir Path folder;

  private String said(String lines) throws IOException {
    Path written = Files.writeString(folder.resolve("written"), lines);
    return Command.run("run", "--", "sh", "-c", "cat '" + written + "' >>\"$AWSLEUTH_RECORD\"")
        .err();
  }

  @Test
  void thereAreAtLeastAsManyCallsAsWereTold() throws IOException {
    assertThat(said(PROCESSES))
        .startsWith("awsleuth: at least 7 AWS calls in ")
        .contains("(a process ended without telling its last ones): none failed");
  }

  @Test
  void aProgramThatRunsAnotherInItsPlaceDidNotTellItsLastOnes() throws IOException {
    assertThat(said(PROCESSES.replace("\"pid\": 8}\n", "\"pid\": 7}\n" + ANOTHER)))
        .startsWith("awsleuth: at least 7 AWS calls in ")
        .contains("(a process ended without telling its last ones): none failed");
  }

  @Test
  void allAreKnownWhereEachToldItsEndOrNoneOfThatVersionDoes() throws IOException {
    assertThat(said(PROCESSES + "{\"kind\": \"ended\", \"pid\": 8}\n"))
        .startsWith("awsleuth: 7 AWS calls in ");
    assertThat(said(PROCESSES.replace(", \"ends\": true", "")))
        .startsWith("awsleuth: 7 AWS calls in ");
  }
}
