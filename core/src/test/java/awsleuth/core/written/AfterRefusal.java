package awsleuth.core.written;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What CloudTrail has after a refusal, and what is found then. */
final class AfterRefusal {

  static final String LATER = "2026-11-18T15:20:00Z";

  static final String ALLOW =
      """
      {"RoleName": "billing", "PolicyName": "read", "PolicyDocument": {"Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}}
      """;

  private AfterRefusal() {}

  static String read(String time, String code, String key) {
    return """
    {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "eventTime": "%s",
     "recipientAccountId": "111122223333", %s
     "userIdentity": {"type": "AssumedRole",
       "arn": "arn:aws:sts::111122223333:assumed-role/billing/job"},
     "requestParameters": {"bucketName": "invoices", "key": "%s"}}
    """
        .formatted(
            time,
            code.isEmpty()
                ? ""
                : "\"errorCode\": \"" + code + "\", \"errorMessage\": \"Access Denied\",",
            key);
  }

  static Finding finding(Outcome outcome) {
    return outcome instanceof Outcome.Possible possible
        ? possible.finding()
        : ((Outcome.Confirmed) outcome).finding();
  }

  static Fix fix(Finding finding) {
    return finding.fixes().getFirst();
  }

  static Finding first(String trail, String... policies) {
    List<Artifact> all = new ArrayList<>();
    for (String policy : policies) {
      all.add(new Artifact("role.json", Artifact.Kind.ANY, policy));
    }
    all.add(new Artifact("trail.json", Artifact.Kind.TRAIL, trail));
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(all).failures().stream()
            .map(f -> finding(f.verdicts().getFirst().outcome()))
            .findFirst()
            .orElseThrow();
  }
}
