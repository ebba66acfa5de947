package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PyValue;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedCall.Ending;
import awsleuth.core.evidence.WatchedRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a record of a program's calls is read as. */
class RecordTest {

  private static final String HEAD = "{\"awsleuth\": \"record\", \"version\": 1}\n";
  private static final String CLIENT =
      """
      {"kind": "client", "number": 1, "service": "s3", "region": "eu-west-1", "endpoint": \
      "https://s3.eu-west-1.amazonaws.com", "method": "env", "key": "AKIA…MPLE", "mode": "standard", "attempts": 4, \
      "asked": {"region_name": "eu-west-1"}, "place": ["/srv/app.py", 3, "main"], "pid": 7}
      """;
  private static final String HANDLED =
      """
      {"kind": "call", "number": 1, "exception": "botocore.errorfactory.NoSuchKey", "message": "An error occurred \
      (NoSuchKey) when calling the GetObject operation: The specified key does not exist.", "seconds": 0.5, "service": \
      "s3", "operation": "GetObject", "client": 1, "attempts": [{"waited": 0.01, "seconds": 0.2, "url": \
      "https://reports.s3.eu-west-1.amazonaws.com", "status": 404, "request": "REQ1", "code": "NoSuchKey"}], "stack": \
      [["/srv/app.py", 9, "main", "s3.get_object(Bucket=b, Key=k)"]], "place": ["/srv/app.py", 9, "main"], "params": \
      {"Bucket": "reports", "Key": "a.csv", "SSECustomerKey": {"$hidden": "str"}, "PartNumber": 2}, "pid": 7}
      """;
  private static final String FATAL =
      """
      {"kind": "call", "number": 2, "exception": "botocore.exceptions.ClientError", "message": "An error occurred \
      (SlowDown) when calling the PutObject operation (reached max retries: 1): Please reduce your request rate.", \
      "seconds": 1.5, "service": "s3", "operation": "PutObject", "client": 1, "attempts": [{"waited": 0.01, "seconds": \
      0.2, "url": "https://x", "status": 503, "code": "SlowDown"}, {"waited": 0.9, "seconds": 0.2, "url": \
      "https://x", "status": 503, "code": "SlowDown"}], "stack": [["/srv/app.py", 12, "main", "s3.put_object(**a)"]], \
      "place": ["/srv/app.py", 12, "main"], "params": {"Bucket": "reports"}, "pid": 7}
      """;
  private static final String REST =
      """
      {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
      {"kind": "environment", "pid": 7, "values": [["AWS_ACCESS_KEY_ID", "AKIA…MPLE", "plain"], \
      ["AWS_SECRET_ACCESS_KEY", "(secret, 40 characters)", "padded"]]}
      {"kind": "calls", "service": "s3", "operation": "ListBuckets", "count": 5, "seconds": 1, "longest": 0.5, "pid": 7}
      {"kind": "again", "number": 1, "count": 3, "pid": 7}
      {"kind": "died", "numbers": [2], "text": "Traceback", "pid": 7}
      {"kind": "end", "command": ["python", "app.py"], "exit": 1, "seconds": 2.5}
      """;
  private static final String ALL = HEAD + CLIENT + HANDLED + FATAL + REST;

  private static List<? extends Evidence> read(String text) {
    return Readers.read(new Artifact("calls.jsonl", Kind.ANY, text), AwsCatalog.embedded());
  }

  private static <E extends Evidence> List<E> only(Class<E> kind, String text) {
    return read(text).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void whatTheProgramEndedWithComesFirstAndFailuresHaveTheirLines() {
    List<Failure> failures = only(Failure.class, ALL);
    assertThat(failures).extracting(f -> f.call().code()).containsExactly("SlowDown", "NoSuchKey");
    assertThat(failures).extracting(f -> f.source().line()).containsExactly(4, 3);
    assertThat(failures.get(1).count()).isEqualTo(4);
    assertThat(only(WatchedCall.class, ALL))
        .extracting(WatchedCall::ending)
        .containsExactly(Ending.FATAL, Ending.HANDLED);
  }

  @Test
  void whatNoSentenceSaysIsKnownFromTheCall() {
    FailedCall call = only(Failure.class, ALL).get(1).call();
    assertThat(call.service()).isEqualTo("s3");
    assertThat(call.serviceInferred()).isFalse();
    assertThat(call.region()).isEqualTo("eu-west-1");
    assertThat(call.httpStatus()).hasValue(404);
    assertThat(call.requestId()).isEqualTo("REQ1");
    assertThat(call.endpoint()).isEqualTo("https://reports.s3.eu-west-1.amazonaws.com");
    assertThat(only(Failure.class, ALL).get(1).frames().getFirst().line()).isEqualTo(9);
  }

  @Test
  void theClientOfACallIsThatOfItsProcess() {
    WatchedCall call = only(WatchedCall.class, ALL).getFirst();
    assertThat(call.client().orElseThrow().mode()).isEqualTo("standard");
    assertThat(call.client().orElseThrow().attempts()).hasValue(4);
    assertThat(call.client().orElseThrow().place()).isEqualTo("/srv/app.py:3");
    assertThat(call.attempts()).extracting(WatchedCall.Attempt::waited).containsExactly(0.01, 0.9);
    String other = CLIENT.replace("\"pid\": 7", "\"pid\": 8");
    assertThat(only(WatchedCall.class, HEAD + other + FATAL + REST).getFirst().client()).isEmpty();
  }

  @Test
  void theProfileIsThatOfTheCallsLineElseThatOfItsClient() {
    String client = CLIENT.replace("\"asked\": {", "\"asked\": {\"profile_name\": \"app\", ");
    assertThat(only(WatchedCall.class, HEAD + client + FATAL).getFirst().profile()).hasValue("app");
    String outer = FATAL.replace("\"number\": 2,", "\"number\": 2, \"profile_name\": \"outer\",");
    assertThat(only(WatchedCall.class, HEAD + client + outer).getFirst().profile())
        .hasValue("outer");
    assertThat(
            only(WatchedCall.class, HEAD + client.replace("app", "") + FATAL).getFirst().profile())
        .hasValue("");
    assertThat(only(WatchedCall.class, ALL).getFirst().profile()).isEmpty();
  }

  @Test
  void parametersAreKnownButThoseThatAreHidden() {
    GivenParameters given = only(GivenParameters.class, ALL).get(1);
    assertThat(given.call().operation()).isEqualTo("get_object");
    assertThat(given.call().params().get("Key")).isEqualTo(new PyValue.Str("a.csv"));
    assertThat(given.call().params().get("PartNumber")).isEqualTo(PyValue.Int.of(2));
    assertThat(given.call().params().has("SSECustomerKey")).isFalse();
    assertThat(given.call().unread()).extracting(u -> u.name()).containsExactly("SSECustomerKey");
  }

  @Test
  void variablesAreThoseOfTheProcessWithTheirShapes() {
    assertThat(only(EnvironmentVariable.class, ALL))
        .extracting(EnvironmentVariable::value, EnvironmentVariable::shape)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "(secret, 40 characters)", EnvironmentVariable.Shape.PADDED));
  }

  @Test
  void theRunIsCounted() {
    WatchedRun run = only(WatchedRun.class, ALL).getFirst();
    assertThat(run.calls()).isEqualTo(5 + 2 + 3);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.command()).containsExactly("python", "app.py");
    assertThat(run.isWatched()).isTrue();
    assertThat(only(WatchedRun.class, HEAD + "{\"kind\": \"end\"}").getFirst().isWatched())
        .isFalse();
  }

  @Test
  void whereNothingTellsWhatItDiedOfAFailedProgramEndedAfterTheLastFailure() {
    String undecided = ALL.replace("\"died\"", "\"other\"");
    assertThat(only(Failure.class, undecided).getFirst().call().code()).isEqualTo("SlowDown");
    String fine = undecided.replace("\"exit\": 1", "\"exit\": 0");
    assertThat(only(Failure.class, fine).getFirst().call().code()).isEqualTo("NoSuchKey");
    assertThat(only(WatchedCall.class, fine))
        .allSatisfy(c -> assertThat(c.ending()).isEqualTo(Ending.HANDLED));
  }

  @Test
  void brokenLinesArePassedOverWhereverTheyAreCut() {
    for (int i = HEAD.length(); i < ALL.length(); i += 13) {
      assertThat(read(ALL.substring(0, i) + "\n{]\n" + REST)).isNotEmpty();
      int broken = ALL.charAt(i - 1) == '\n' ? i + 1 : i;
      String rest = ALL.substring(ALL.indexOf('\n', broken) + 1);
      assertThat(read(HEAD + ALL.substring(broken)))
          .hasSizeGreaterThanOrEqualTo(read(HEAD + rest).size());
    }
  }

  @Test
  void aSecretInARecordDoesNotComeOut() {
    String secret = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY1234";
    String text =
        ALL.replace("\"Key\": \"a.csv\"", "\"Key\": \"aws_secret_access_key=" + secret + "\"");
    assertThat(read(text).toString()).doesNotContain(secret);
  }

  @Test
  void theByteOrderMarkOfAFileComesBack() {
    String file =
        "{\"kind\": \"file\", \"which\": \"config\", \"path\": \"c\", \"text\": \"xxx\"%s}\n";
    assertThat(only(ConfigText.class, HEAD + file.formatted(", \"mark\": true")))
        .extracting(ConfigText::text)
        .containsExactly("\ufeffxxx");
    assertThat(only(ConfigText.class, HEAD + file.formatted("")))
        .extracting(ConfigText::text)
        .containsExactly("xxx");
  }
}
