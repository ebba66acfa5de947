package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Logs in which every line tells a failure, each another one. */
class DenseLogTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  private static final String DEATH =
      """
      Traceback (most recent call last):
        File "/srv/app.py", line 9, in <module>
          s3.get_object(Bucket="b", Key="k")
        File "/usr/lib/python3/dist-packages/botocore/client.py", line 1074, in _make_api_call
          raise error_class(parsed_response, operation_name)
      botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the GetObject \
      operation: The specified key does not exist.
      """;

  @Test
  void whatIsOfAKeptKindIsCountedHoweverManyOthersStandBetween() throws IOException {
    int others = Streamed.MOST_KINDS + 4000;
    StringBuilder log = new StringBuilder(record("kept", ""));
    for (int i = 0; i < others; i++) {
      log.append(record(letters(i), ""));
    }
    log.append(record("kept", "")).append(record("kept", ""));
    Streamed read = read(log.toString());
    Failure kept = read.failures().getFirst();
    assertThat(kept.count()).isEqualTo(3);
    assertThat(kept.last().line()).isEqualTo(others + 3);
    assertThat(read.failures()).hasSize(Streamed.MOST_KINDS);
    assertThat(read.leftOut()).isEqualTo(others + 1 - Streamed.MOST_KINDS);
  }

  @Test
  void aHeavyKindIsKeptHoweverLateItComes() throws IOException {
    int others = Streamed.MOST_KINDS + 4000;
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < others; i++) {
      log.append(record(letters(i), ""));
    }
    for (int i = 0; i < 40; i++) {
      log.append(record("late", "")).append(record(letters(others + i), ""));
    }
    Streamed read = read(log.toString());
    Failure late = read.failures().getFirst();
    assertThat(late.call().message()).contains("user/late");
    assertThat(late.count()).isEqualTo(39); // the first was one of many
    assertThat(late.last().line()).isEqualTo(others + 79);
    assertThat(read.failures()).hasSize(Streamed.MOST_KINDS);
    assertThat(counted(read) + read.leftOut()).isEqualTo(others + 80);
  }

  @Test
  void aHeavyKindOfManyLinesIsKeptToo() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < Streamed.MOST_KINDS; i++) {
      log.append(record(letters(i), ""));
    }
    String after = "2026-01-01 00:00:00 INFO all is well\n".repeat(5000);
    log.append(after).append((DEATH + after).repeat(5));
    Streamed read = read(log.toString());
    assertThat(read.failures().getFirst().call().code()).isEqualTo("NoSuchKey");
    assertThat(read.failures().getFirst().count()).isEqualTo(4);
    assertThat(counted(read) + read.leftOut()).isEqualTo(Streamed.MOST_KINDS + 5);
  }

  @Test
  void whatTheProgramDiedOfComesFirstThoughItIsOneOfTooMany() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i <= Streamed.MOST_KINDS; i++) {
      log.append(record(letters(i), ""));
    }
    Streamed read = read(log + DEATH);
    assertThat(read.failures().getFirst().call().code()).isEqualTo("NoSuchKey");
    assertThat(counted(read) + read.leftOut()).isEqualTo(Streamed.MOST_KINDS + 2);
  }

  private static long counted(Streamed read) {
    return read.failures().stream().mapToLong(Failure::count).sum();
  }

  @Test
  void callsThatDifferInADigitOfWhatTheyTellAreOfDifferentKinds() throws IOException {
    StringBuilder log = new StringBuilder();
    String[] told = {
      "An error occurred (500) when calling the GetObject operation: no",
      "An error occurred (503) when calling the GetObject operation: no",
      "An error occurred (Slow) when calling the ListObjects operation: no",
      "An error occurred (Slow) when calling the ListObjectsV2 operation: no",
      "AWS Error UNKNOWN (HTTP status 301) during HeadObject operation: No response body.",
      "AWS Error UNKNOWN (HTTP status 403) during HeadObject operation: No response body.",
    };
    for (int i = 0; i < 50; i++) {
      for (String line : told) {
        log.append("2026-01-01 00:00:00 ERROR ").append(line).append('\n');
        log.append("2026-01-01 00:00:00 INFO all is well\n".repeat(8));
      }
    }
    assertThat(read(log.toString()).failures())
        .extracting(Failure::count)
        .containsOnly(50)
        .hasSize(6);
  }

  @Test
  void whatTheStreamEndsWithATracebackOfComesFirst() throws IOException {
    String log = record("kept", "").repeat(1000) + DEATH;
    Failure first = read(log).failures().getFirst();
    assertThat(first.call().code()).isEqualTo("NoSuchKey");
    assertThat(first.count()).isEqualTo(1);
    assertThat(first.call().source().line()).isEqualTo(1006);
    assertThat(read(log + "exit 1\n").failures().getFirst().call().code()).isEqualTo("NoSuchKey");
  }

  @Test
  void whatTheStreamGoesOnAfterIsOneOfMany() throws IOException {
    String after = "2026-01-01 00:00:00 INFO all is well\n".repeat(100);
    Failure first = read(record("kept", "").repeat(1000) + DEATH + after).failures().getFirst();
    assertThat(first.call().code()).isEqualTo("AccessDenied");
    String plain =
        record("kept", "").repeat(1000) + DEATH.substring(DEATH.indexOf("botocore.errorfactory"));
    assertThat(read(plain).failures().getFirst().call().code()).isEqualTo("AccessDenied");
  }

  @Test
  void aKeptKindIsKnownByItsMessageAndNotByWhatElseARecordHas() throws IOException {
    StringBuilder log = new StringBuilder();
    int others = Streamed.MOST_KINDS + 1500;
    for (int i = 0; i < others; i++) {
      log.append(json(letters(i), "t" + letters(i)));
    }
    log.append(json(letters(7), "another"));
    Streamed read = read(log.toString());
    assertThat(read.failures().getFirst().count()).isEqualTo(2);
    assertThat(read.leftOut()).isEqualTo(others - Streamed.MOST_KINDS);
  }

  @Test
  void aRecordMoreOfAnotherKindTakesAFractionOfWhatAKeptOneTakes() throws IOException {
    double few = seconds(Streamed.MOST_KINDS);
    double many = seconds(16 * Streamed.MOST_KINDS);
    assertThat(many / few).as("how much longer sixteen times the kinds take").isLessThan(6);
  }

  private static double seconds(int kinds) throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < kinds; i++) {
      log.append(record(letters(i), " of " + letters(i + 1)));
    }
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      read(log.toString());
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
      least = Math.min(least, took / 1e9);
    }
    return least;
  }

  private static String record(String key, String more) {
    return "2026-01-01 00:00:00 ERROR An error occurred (AccessDenied) when calling the GetObject"
        + " operation: User: arn:aws:iam::111122223333:user/"
        + key
        + " is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/k\" because no"
        + " identity-based policy allows the s3:GetObject action"
        + more
        + "\n";
  }

  private static String json(String key, String trace) {
    return "{\"level\": \"ERROR\", \"message\": \"An error occurred (NoSuchKey) when calling the"
        + " GetObject operation: no key "
        + key
        + "\", \"trace\": \""
        + trace
        + "\"}\n";
  }

  private static Streamed read(String log) throws IOException {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return Readers.readStream("log", new ByteArrayInputStream(bytes)::read, AWS);
  }

  /** A word without digits, since texts that differ in digits alone are of one kind. */
  private static String letters(int n) {
    StringBuilder out = new StringBuilder("q");
    for (int rest = n; rest > 0; rest /= 16) {
      out.append((char) ('g' + rest % 16));
    }
    return out.toString();
  }
}
