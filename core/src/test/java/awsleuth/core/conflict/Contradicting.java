package awsleuth.core.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A call that was refused, and what may contradict it. */
final class Contradicting {

  static final String ROLE = "arn:aws:sts::444455556666:assumed-role/importer/run-7";

  static final String DENIED =
      "An error occurred (AccessDeniedException) when calling the ListTables operation: User: "
          + ROLE
          + " is not authorized to perform: dynamodb:ListTables on resource:"
          + " arn:aws:dynamodb:eu-north-1:444455556666:table/* because no identity-based policy"
          + " allows the dynamodb:ListTables action";

  static final String LIST =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "List", "Effect": "Allow",
        "Action": "dynamodb:ListTables", "Resource": "*"%s}]}
      """;

  static final String FROM_OFFICE =
      ", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}}";

  private Contradicting() {}

  static Artifact log(String text) {
    return new Artifact("app.log", Kind.TRACEBACK, text + "\n");
  }

  static Artifact policy(String name, String more) {
    return new Artifact(name, Kind.POLICY_IDENTITY, LIST.formatted(more));
  }

  static String event(String more) {
    return """
    {"eventVersion": "1.11", "eventTime": "2026-10-09T12:31:44Z",
     "eventSource": "dynamodb.amazonaws.com", "eventName": "ListTables",
     "awsRegion": "eu-north-1", "errorCode": "AccessDenied",
     "userIdentity": {"type": "AssumedRole", "arn": "ARN", "accountId": "444455556666",
       "accessKeyId": "ASIAQQQQQQQQQQQQAAAA"},
     "requestID": "Q9EXAMPLE7Z1B2C3D4E5F6", "eventID": "e-1"MORE}
    """
        .replace("ARN", ROLE)
        .replace("MORE", more);
  }

  static Artifact trail(String... events) {
    return new Artifact(
        "trail.json", Kind.TRAIL, "{\"Records\": [" + String.join(",", events) + "]}");
  }

  static FailureDiagnosis diagnose(Artifact... artifacts) {
    List<Artifact> all = new ArrayList<>(List.of(artifacts));
    Diagnoser diagnoser = new Diagnoser(AwsCatalog.embedded());
    FailureDiagnosis first = diagnoser.diagnose(all).failures().getFirst();
    Collections.shuffle(all, new Random(3));
    assertThat(diagnoser.diagnose(all).failures().getFirst().conflicts())
        .as("the order of the evidence does not matter")
        .isEqualTo(first.conflicts());
    return first;
  }

  static List<Conflict> conflicts(Artifact... artifacts) {
    return conflicts(diagnose(artifacts));
  }

  /** Without that of AWS's words and the policy, which allows what was refused in all of these. */
  static List<Conflict> conflicts(FailureDiagnosis diagnosis) {
    return diagnosis.conflicts().stream()
        .filter(c -> !c.what().equals("a policy given allows what AWS found none to allow"))
        .toList();
  }

  static Conflict only(Artifact... artifacts) {
    List<Conflict> conflicts = conflicts(artifacts);
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().says()).hasSizeGreaterThanOrEqualTo(2);
    return conflicts.getFirst();
  }
}
