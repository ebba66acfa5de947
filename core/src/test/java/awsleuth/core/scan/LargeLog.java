package awsleuth.core.scan;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Run by hand: writes a large log with one failed AWS call in a thousand lines, always the same.
 */
final class LargeLog {

  private static final List<String> ORDINARY =
      List.of(
          "INFO  [http] GET /orders/%d 200 in %d ms",
          "INFO  [worker-3] took message %d from the queue after %d ms",
          "INFO  [store] wrote s3://example-reports/2026/%d.parquet (%d bytes)",
          "DEBUG [cache] hit for customer:%d, age %d s",
          "WARN  [http] slow answer for /customers/%d: %d ms",
          "WARN  [pool] connection %d was idle for %d s, closing it",
          "INFO  [billing] invoice %d has %d positions; rates are those of the catalog",
          "ERROR [orders] order %d cannot be shipped: article %d is sold out",
          "ERROR [mail] could not deliver message %d: mailbox full (452), tries: %d",
          "INFO  [http] POST /orders 201 order=%d user=%d session renewed, token refreshed");

  private static final String TRACEBACK =
      """
      Traceback (most recent call last):
        File "/srv/app/reports/store.py", line 87, in upload
          self.s3.put_object(Bucket=bucket, Key=key, Body=body)
        File "/usr/lib/python3.12/site-packages/botocore/client.py", line 602, in _api_call
          return self._make_api_call(operation_name, kwargs)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        File "/usr/lib/python3.12/site-packages/botocore/client.py", line 1078, in _make_api_call
          raise error_class(parsed_response, operation_name)
      """;

  private static final List<String> FAILURES =
      List.of(
          "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
              + " PutObject operation: User: arn:aws:sts::123456789012:assumed-role/reports/i-0abc"
              + " is not authorized to perform: s3:PutObject on resource:"
              + " \"arn:aws:s3:::example-reports/2026/a.parquet\" because no identity-based policy"
              + " allows the s3:PutObject action",
          "botocore.exceptions.ClientError: An error occurred (SlowDown) when calling the PutObject"
              + " operation (reached max retries: 4): Please reduce your request rate.",
          "botocore.errorfactory.NoSuchBucket: An error occurred (NoSuchBucket) when calling the"
              + " PutObject operation: The specified bucket does not exist",
          "botocore.exceptions.ClientError: An error occurred (ExpiredToken) when calling the"
              + " PutObject operation: The provided token has expired.");

  private LargeLog() {}

  /** Writes FILE of at least BYTES. */
  public static void main(String[] arguments) throws IOException {
    long size = Long.parseLong(arguments[1]);
    Random random = new Random(1);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
      long written = 0;
      for (int line = 0; written < size; line++) {
        byte[] bytes = line(line, random).getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        written += bytes.length;
      }
    }
  }

  private static String line(int number, Random random) {
    int second = number / 50;
    String time =
        "2026-03-%02d %02d:%02d:%02d,%03d "
            .formatted(
                1 + second / 86_400 % 28,
                second / 3600 % 24,
                second / 60 % 60,
                second % 60,
                random.nextInt(1000));
    if (number % 1000 == 500) {
      return time
          + "ERROR [reports] upload failed\n"
          + TRACEBACK
          + FAILURES.get(random.nextInt(FAILURES.size()))
          + "\n";
    }
    String text = ORDINARY.get(random.nextInt(ORDINARY.size()));
    return time + text.formatted(random.nextInt(1_000_000), random.nextInt(10_000)) + "\n";
  }
}
