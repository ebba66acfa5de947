package awsleuth.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  private static final String EVENT =
      """
      {"eventSource": "s3.amazonaws.com", "eventName": "%s", "eventTime": "2026-11-%sT02:00:04Z"%s,
       "requestParameters": {"bucketName": "b", "key": "k"},
       "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/alice"}}
      """;
  private static final String FAILED = ", \"errorCode\": \"AccessDenied\"";

  @TempDir private Path folder;

  private Command run(String... events) throws IOException {
    Path file = folder.resolve("events.json");
    Files.writeString(
        file, List.of(events).stream().collect(Collectors.joining(",", "{\"Records\": [", "]}")));
    return Command.run("simulate", "--no-other-policies", "--event", file.toString());
  }

  @Test
  void theNewestThatFailedIsTakenWhereverItStands() throws IOException {
    String newest = EVENT.formatted("GetObject", "19", FAILED);
    String older = EVENT.formatted("PutObject", "18", FAILED);
    String good = EVENT.formatted("DeleteObject", "20", "");
    for (List<String> order :
        List.of(
            List.of(newest, older, good),
            List.of(good, older, newest),
            List.of(older, newest, good))) {
      Command c = run(order.toArray(String[]::new));
      assertThat(c.out()).startsWith("denied  s3:GetObject on ");
      assertThat(c.err())
          .contains(
              ": the request is that of GetObject, 2026-11-19T02:00:04Z, the newest of 2 that"
                  + " failed; 2 others are in the file\n");
    }
  }

  @Test
  void theOneThatFailedIsTakenThoughOthersAreNewer() throws IOException {
    Command c =
        run(EVENT.formatted("GetObject", "21", ""), EVENT.formatted("PutObject", "18", FAILED));
    assertThat(c.out()).startsWith("denied  s3:PutObject on ");
    assertThat(c.err())
        .contains("events.json:4: ")
        .contains("the one that failed; 1 other is in the file\n");
  }

  @Test
  void whereNoneFailedTheNewestIsTaken() throws IOException {
    Command c = run(EVENT.formatted("GetObject", "21", ""), EVENT.formatted("PutObject", "18", ""));
    assertThat(c.out()).startsWith("denied  s3:GetObject on ");
    assertThat(c.err()).contains("the newest; 1 other is in the file\n");
  }

  @Test
  void ofOneNothingIsSaid() throws IOException {
    assertThat(run(EVENT.formatted("GetObject", "21", FAILED)).err()).isEmpty();
  }
}
