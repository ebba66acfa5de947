package awsleuth.app.run;

import awsleuth.aws.AwsCatalog;
import awsleuth.collect.record.RecordText;
import awsleuth.collect.watch.Watched;
import java.util.List;
import java.util.Map;

/**
 * Tells of a made-up run while the program runs: what is loaded for it is there when the program
 * ends.
 *
 * @param ending what will tell
 * @param command the program and its arguments
 * @param environment the variables that it has
 */
record Practice(Ending ending, List<String> command, Map<String, String> environment)
    implements Runnable {

  /** What the observer writes of a program whose calls all succeed. */
  private static final String LINES =
      """
      {"kind": "process", "pid": 1, "parent": 0, "python": "3.11.7"}
      {"kind": "environment", "values": [["AWS_DEFAULT_REGION", "eu-west-1", "plain"]], "pid": 1}
      {"kind": "client", "number": 1, "service": "sqs", "region": "eu-west-1", \
      "endpoint": "https://sqs.eu-west-1.amazonaws.com", "method": "env", "key": "", \
      "mode": "legacy", "attempts": 5, "connect": 60, "read": 60, "signing": "v4", "asked": {}, \
      "place": ["app.py", 1, "<module>"], "pid": 1}
      {"kind": "calls", "service": "sqs", "operation": "ListQueues", "count": 1, \
      "seconds": 0.1, "longest": 0.1, "pid": 1}
      """;

  @Override
  public void run() {
    Watched made = new Watched(0, 0, command, LINES, "", "");
    AwsCatalog catalog = AwsCatalog.embedded();
    var _ = ending.text(RunCommand.UNNAMED, RecordText.of(made, environment, List.of(), catalog));
  }
}
