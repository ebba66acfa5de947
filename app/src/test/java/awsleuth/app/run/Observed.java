package awsleuth.app.run;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs whose observers wrote made-up lines, run under {@code awsleuth run}. */
final class Observed {

  static final String DENIED =
      """
      {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
      {"kind": "client", "number": 1, "service": "s3", "region": "eu-west-1", "method": "env", "pid": 7}
      {"kind": "call", "number": 1, "exception": "botocore.exceptions.ClientError", "message": "An error occurred \
      (AccessDenied) when calling the ListObjectsV2 operation: User: arn:aws:iam::111122223333:user/u is not authorized \
      to perform: s3:ListBucket on resource: \\"arn:aws:s3:::reports\\" because no identity-based policy allows the \
      s3:ListBucket action", "seconds": 0.5, "service": "s3", "operation": "ListObjectsV2", "client": 1, "attempts": \
      [{"waited": 0, "seconds": 0.1, "url": "https://x", "status": 403, "code": "AccessDenied"}], "stack": \
      [["FOLDER/app.py", 9, "main", "s3.list_objects_v2(Bucket=b)"]], "place": ["FOLDER/app.py", 9, "main"], "params": \
      {"Bucket": "reports"}, "pid": 7}
      """;
  static final String DIED =
      """
      {"kind": "died", "numbers": [1], "text": "Traceback", "pid": 7}
      """;
  static final String RETRIED =
      """
      {"kind": "process", "pid": 7, "parent": 1, "python": "3.11.7"}
      {"kind": "environment", "pid": 7, "values": [["AWS_STS_REGIONAL_ENDPOINTS", "legacy", "plain"]]}
      {"kind": "call", "seconds": 1.25, "service": "logs", "operation": "PutLogEvents", "client": 0, "attempts": \
      [{"waited": 0, "seconds": 0.1, "status": 400, "code": "ThrottlingException"}, {"waited": 1, "seconds": 0.1, \
      "status": 200}], "stack": [], "place": ["FOLDER/app.py", 4, "main"], "params": {}, "pid": 7}
      {"kind": "call", "seconds": 12.0, "service": "s3", "operation": "GetObject", "client": 0, "attempts": \
      [{"waited": 0, "seconds": 12, "status": 200}], "stack": [], "place": ["FOLDER/app.py", 5, "main"], "params": {}, \
      "pid": 7}
      {"kind": "calls", "service": "s3", "operation": "GetObject", "count": 1234, "seconds": 20, "longest": 12, "pid": 7}
      """;

  private Observed() {}

  /** A program that ends with that code; {@code FOLDER} in its lines is where the tests run. */
  static Command run(Path folder, String lines, int exit, String... options) throws IOException {
    Path written = folder.resolve("written");
    String here = Path.of("").toAbsolutePath().normalize().toString();
    Files.writeString(written, lines.replace("FOLDER", here));
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(List.of(options));
    words.addAll(
        List.of("--", "sh", "-c", "cat '" + written + "' >>\"$AWSLEUTH_RECORD\"; exit " + exit));
    return say(words);
  }

  static Command say(List<String> words) {
    return Command.run(words.toArray(String[]::new));
  }
}
