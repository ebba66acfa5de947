package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import java.util.List;
import java.util.stream.Collectors;

/** Files beside a log, and what a diagnosis makes of them. */
final class FolderFiles {

  private FolderFiles() {}

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  static Artifact file(String name, String text) {
    return new Artifact(name, Artifact.Kind.ANY, text);
  }

  static Artifact policy(String name, String statement) {
    return file(name, "{\"Version\": \"2012-10-17\",\n\"Statement\": [\n" + statement + "\n]}\n");
  }

  static Artifact log(String code, String operation, String message) {
    return file(
        "app.log",
        "An error occurred (%s) when calling the %s operation: %s\n"
            .formatted(code, operation, message));
  }

  static String event(String time, String name, String caller, String bucket, String code) {
    return """
    {"eventVersion": "1.11", "eventTime": "%s", "eventSource": "s3.amazonaws.com",
     "eventName": "%s", "awsRegion": "eu-west-1", "errorCode": "%s",
     "userIdentity": {"arn": "%s", "accountId": "%s"}, "recipientAccountId": "111122223333",
     "requestParameters": {"bucketName": "%s", "key": "r.csv"}, "eventID": "%s-%s"}
    """
        .formatted(time, name, code, caller, caller.split(":", 6)[4], bucket, name, time);
  }

  static Artifact trail(String... events) {
    return file("trail.json", "{\"Records\": [" + String.join(",\n", events) + "]}");
  }

  static Verdict first(Artifact... artifacts) {
    return DIAGNOSER.diagnose(List.of(artifacts)).failures().getFirst().verdicts().getFirst();
  }

  static Finding confirmed(String cause, Artifact... artifacts) {
    Verdict first = first(artifacts);
    assertThat(first.id()).isEqualTo(cause);
    assertThat(first.outcome()).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first.outcome()).finding();
  }

  static String because(Finding finding) {
    return finding.because().stream().map(Citation::text).collect(Collectors.joining("\n"));
  }

  static String fixes(Finding finding) {
    return finding.fixes().stream()
        .map(f -> f.title() + "\n" + f.text())
        .collect(Collectors.joining("\n"));
  }
}
