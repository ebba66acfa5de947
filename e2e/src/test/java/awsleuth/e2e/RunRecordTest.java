package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code awsleuth run --record} keeps, also of much. */
class RunRecordTest extends UnderRun {

  /** Without the pauses of botocore before calls that are made again. */
  private Map<String, String> once(String fault) throws IOException {
    Map<String, String> environment = new HashMap<>(faulty(fault));
    environment.put("AWS_MAX_ATTEMPTS", "1");
    return environment;
  }

  @Test
  void failuresThatAreAllDifferentAreCountedAndDoNotFillTheRecord() throws IOException {
    Path record = folder.resolve("many.jsonl");
    String program = PROGRAMS.resolve("run_many.py").toString();
    Ran ran =
        run(
            joined(awsleuth("--record", record.toString()), python, program, "1500"),
            once("many"),
            new byte[0]);
    assertThat(ran.code()).isZero();
    assertThat(ran.said()).contains("1,501 AWS calls in ", ": 1501 failed");
    assertThat(Files.readString(record).split("\"kind\": \"call\",", -1)).hasSize(1012);
    // A failure of another kind is told although a thousand came before.
    assertThat(ran.said()).contains("calling GetQueueUrl");
  }

  @Test
  void aForkedProcessKnowsWhatItsClientsWereAskedFor() throws IOException {
    Path record = folder.resolve("forked.jsonl");
    String program = PROGRAMS.resolve("run_forked.py").toString();
    run(
        joined(awsleuth("--record", record.toString()), python, program),
        once("forked"),
        new byte[0]);
    List<Map<String, @Nullable Object>> clients =
        Files.readAllLines(record).stream()
            .map(JsonLines::object)
            .filter(l -> "client".equals(l.get("kind")))
            .toList();
    assertThat(clients).extracting(c -> c.get("service")).containsExactly("sqs", "sqs", "sns");
    assertThat(clients)
        .allSatisfy(c -> {
          assertThat(String.valueOf(c.get("asked"))).contains("endpoint_url", "http://127");
          assertThat(String.valueOf(c.get("place"))).contains("run_fa");
        });
  }

  @Test
  void theProfileThatWasChosenInCodeIsKeptAndCommandsAskAsIt() throws IOException {
    String program = PROGRAMS.resolve("run_faults.py").toString();
    for (String fault : List.of("chosen", "mfa")) {
      Path record = folder.resolve(fault + ".jsonl");
      Ran ran =
          run(
              joined(awsleuth("--record", record.toString()), python, program, fault),
              faulty(fault),
              new byte[0]);
      assertThat(Files.readString(record)).contains("\"profile_name\": \"batch\"");
      assertThat(ran.said()).contains("aws sts get-caller-identity --profile batch");
    }
    Path record = folder.resolve("none.jsonl");
    run(
        joined(awsleuth("--record", record.toString()), python, program, "denied"),
        faulty("denied"),
        new byte[0]);
    assertThat(Files.readString(record)).doesNotContain("\"profile_name\": \"batch\"");
  }

  @Test
  void parametersTooLongForTheRecordAreToldByTheirTypeAndSize() throws IOException {
    Path record = folder.resolve("long.jsonl");
    String program = PROGRAMS.resolve("run_faults.py").toString();
    Ran ran =
        run(
            joined(awsleuth("--record", record.toString()), python, program, "long"),
            faulty("long"),
            new byte[0]);
    assertThat(ran.said()).contains("error  AccessDeniedException calling DescribeParameters");
    for (String line : Files.readAllLines(record)) {
      assertThat(JsonLines.object(line)).as(line).isNotEmpty();
      assertThat(line.length()).isLessThanOrEqualTo(64 << 10);
    }
    assertThat(Files.readString(record))
        .contains("\"MaxResults\": 7, \"ParameterFilters\": {\"$hidden\": \"list\", \"size\": 10}");
  }

  @Test
  void whatAProgramDiedOfIsToldWhereTheRecordIsFull() throws IOException {
    String program = PROGRAMS.resolve("run_many.py").toString();
    Ran ran = run(joined(awsleuth(), python, program, "10", "full"), once("many"), new byte[0]);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.said()).contains("error  ExpiredToken calling GetCallerIdentity");
  }

  @Test
  void whatATestOfPytestFailedWithIsNotWhatItEndedWith() throws IOException {
    String tests =
        """
        import boto3, pytest
        def test_real():
            boto3.client("sqs", region_name="eu-west-1").get_queue_url()
        @pytest.mark.xfail
        def test_expected():
            boto3.client("sqs")
        """;
    String file = Files.writeString(folder.resolve("test_calls.py"), tests).toString();
    List<String> pytest = List.of("-m", "pytest", "-q", "-p", "no:cacheprovider", file);
    List<String> words = joined(awsleuth(), python);
    words.addAll(pytest);
    Ran ran = run(words, faulty("nobody"), new byte[0]);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.said())
        .contains("network/no-region", "The program caught ")
        .doesNotContain("The program ended with this failure");
  }
}
