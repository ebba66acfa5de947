package awsleuth.app.trail;

import awsleuth.app.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of an archive of five events in two files, of which three failed. */
abstract class SmallArchive {

  @TempDir Path folder;

  static final String DENIED =
      "User: arn:aws:sts::111122223333:assumed-role/billing/i-1 is not authorized to perform:"
          + " s3:ListBucket on resource: \\\"arn:aws:s3:::invoices\\\" because no identity-based"
          + " policy allows the s3:ListBucket action";

  static String event(int minute, String name, String code, String message) {
    return """
    {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole",\
    "arn":"arn:aws:sts::111122223333:assumed-role/billing/i-1","accountId":"111122223333",\
    "sessionContext":{"sessionIssuer":{"type":"Role",\
    "arn":"arn:aws:iam::111122223333:role/billing","accountId":"111122223333"}}},\
    "eventTime":"2026-11-18T15:%02d:00Z","eventSource":"s3.amazonaws.com","eventName":"%s",\
    "awsRegion":"eu-west-1","sourceIPAddress":"203.0.113.7","userAgent":"Boto3/1.43.11",\
    %s"requestParameters":{"bucketName":"invoices"},\
    "requestID":"REQ%02d","eventID":"event-%02d","recipientAccountId":"111122223333"}\
    """
        .formatted(
            minute,
            name,
            code.isEmpty()
                ? ""
                : "\"errorCode\":\"%s\",\"errorMessage\":\"%s\",".formatted(code, message),
            minute,
            minute);
  }

  static String records(String... events) {
    return "{\"Records\":[" + String.join(",", events) + "]}";
  }

  @BeforeEach
  void write() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.json.gz")))) {
      out.write(
          records(
                  event(1, "ListObjects", "AccessDenied", DENIED),
                  event(31, "ListObjects", "AccessDenied", DENIED),
                  event(5, "ListObjects", "", ""),
                  event(6, "ListObjects", "", ""))
              .getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        folder.resolve("b.json"), records(event(7, "GetObject", "NoSuchKey", "not there")));
  }

  /** Asks it for failures. */
  final Command failures(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "trail";
    args[1] = "failures";
    System.arraycopy(more, 0, args, 2, more.length);
    args[more.length + 2] = folder.toString();
    return Command.run(args);
  }
}
