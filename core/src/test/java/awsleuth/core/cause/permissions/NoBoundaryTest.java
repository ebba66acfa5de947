package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A boundary is nothing to look for where IAM's answer shows that there is none. */
class NoBoundaryTest {

  private static final String DETAIL =
      """
      "Path": "/", "RoleName": "etl", "RoleId": "AROAEXAMPLEROLEID123",
      "Arn": "arn:aws:iam::111122223333:role/etl", "AssumeRolePolicyDocument": {"Statement": []}
      """;

  private static Outcome boundary(String answer, Artifact... more) {
    Artifact log =
        new Artifact(
            "app.log",
            Artifact.Kind.ANY,
            "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
                + " GetObject operation: Access Denied\n");
    Artifact event =
        new Artifact(
            "event.json",
            Artifact.Kind.ANY,
            """
            {"eventVersion": "1.09", "eventTime": "2026-11-18T15:42:07Z", "awsRegion": "eu-west-1",
             "eventSource": "s3.amazonaws.com", "eventName": "GetObject",
             "errorCode": "AccessDenied", "errorMessage": "Access Denied",
             "requestParameters": {"bucketName": "data", "key": "k"},
             "userIdentity": {"type": "AssumedRole", "accountId": "111122223333",
               "arn": "arn:aws:sts::111122223333:assumed-role/etl/s"}}
            """);
    Artifact iam = new Artifact("iam.json", Artifact.Kind.ANY, answer);
    FailureDiagnosis first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(Stream.concat(Stream.of(log, event, iam), Stream.of(more)).toList())
            .failures()
            .getFirst();
    return first.verdicts().stream()
        .filter(v -> v.id().equals("permissions/boundary"))
        .map(Verdict::outcome)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Role\": {DETAIL}}",
        "{DETAIL}",
        "{\"UserDetailList\": [], \"RoleDetailList\": [{DETAIL, \"RolePolicyList\": []}]}"
      })
  void isRuledOut(String form) {
    assertThat(boundary(form.replace("DETAIL", DETAIL)))
        .isInstanceOfSatisfying(
            Outcome.RuledOut.class,
            out -> assertThat(out.because().getFirst().artifact()).isEqualTo("iam.json"));
  }

  @Test
  void isPossibleWhereNothingSaysSo() {
    String bounded =
        DETAIL
            + ", \"PermissionsBoundary\": {\"PermissionsBoundaryArn\":"
            + " \"arn:aws:iam::111122223333:policy/limit\"}";
    for (String detail :
        List.of(
            bounded,
            DETAIL.replace("\"RoleId\"", "\"Id\""),
            DETAIL.replace("role/etl", "role/other"),
            DETAIL.replace("111122223333", "444455556666"))) {
      assertThat(boundary("{\"Role\": {" + detail + "}}")).isInstanceOf(Outcome.Possible.class);
    }
  }

  /** IAM's answer is of now, and the call was refused before. */
  @Test
  void isPossibleWhereTheBoundaryWasTakenAwaySince() {
    String taken =
        """
        {"eventVersion": "1.09", "eventTime": "2026-11-18T%s:00Z", "awsRegion": "us-east-1",
         "eventSource": "iam.amazonaws.com", "eventName": "DeleteRolePermissionsBoundary",
         "recipientAccountId": "111122223333", "requestParameters": {"roleName": "%s"},
         "userIdentity": {"arn": "arn:aws:iam::111122223333:user/ops"}}
        """;
    String answer = "{\"Role\": {" + DETAIL + "}}";
    assertThat(boundary(answer, trail(taken.formatted("16:00", "etl"))))
        .isInstanceOf(Outcome.Possible.class);
    for (String other : List.of(taken.formatted("15:00", "etl"), taken.formatted("16:00", "x"))) {
      assertThat(boundary(answer, trail(other))).isInstanceOf(Outcome.RuledOut.class);
    }
  }

  private static Artifact trail(String event) {
    return new Artifact("trail.json", Artifact.Kind.ANY, event);
  }
}
