package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.List;

/** A refusal of a job's call, and what is found of it. */
final class RefusedJob {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  static final String WHO = "User: arn:aws:sts::111122223333:assumed-role/etl/job-1 ";

  static final String BARE =
      "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";

  static final String EVENT =
      """
      {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "eu-west-1",
       "eventTime": "2026-11-18T09:00:01Z",
       "sourceIPAddress": "198.51.100.7",
       "errorCode": "AccessDenied", "errorMessage": "Access Denied",
       "userIdentity": {"type": "AssumedRole", "principalId": "AROAEXAMPLE:job-1",
         "arn": "arn:aws:sts::111122223333:assumed-role/etl/job-1", "accountId": "111122223333",
         "sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::111122223333:role/data/etl"}}},
       "requestParameters": {"bucketName": "raw", "key": "in/a.csv"},
       "resources": [{"type": "AWS::S3::Object", "ARN": "arn:aws:s3:::raw/in/a.csv"},
         {"type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::raw", "accountId": "111122223333"}]}
      """;

  private RefusedJob() {}

  static Artifact traceback(String text) {
    return new Artifact("err.txt", Artifact.Kind.TRACEBACK, text);
  }

  static Artifact event() {
    return new Artifact("event.json", Artifact.Kind.TRAIL, EVENT);
  }

  static Artifact policy(String name, Artifact.Kind kind, String statements) {
    return new Artifact(
        name, kind, "{\"Version\": \"2012-10-17\", \"Statement\": [\n" + statements + "\n]}");
  }

  static FailureDiagnosis diagnose(Artifact... artifacts) {
    return DIAGNOSER.diagnose(List.of(artifacts)).failures().getFirst();
  }

  static Outcome outcome(FailureDiagnosis failure, String id) {
    return failure.verdicts().stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  static Finding confirmed(FailureDiagnosis failure, String id) {
    Outcome outcome = outcome(failure, id);
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }

  static List<String> because(Finding finding) {
    return finding.because().stream().map(c -> c.text() + " (" + c.source() + ")").toList();
  }
}
