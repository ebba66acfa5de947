package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trust policy of the caller's role says who may assume it, and nothing of what it may do. */
class CallersTrustTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/app";

  private static final String TRUST =
      """
      {"RoleName": "app", "Arn": "arn:aws:iam::123456789012:role/app",
       "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
         "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}
      """;

  private static FailureDiagnosis refused(String operation, String action, String resource) {
    String text =
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the %s"
            + " operation: User: arn:aws:sts::123456789012:assumed-role/app/i-1 is not authorized"
            + " to perform: %s on resource: %s with an explicit deny in a resource-based policy\n";
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(
            List.of(
                new Artifact(
                    "app.log", Artifact.Kind.ANY, text.formatted(operation, action, resource)),
                new Artifact("trust.json", Artifact.Kind.ANY, TRUST)))
        .failures()
        .getFirst();
  }

  @Test
  void itIsNotThePolicyOfAnotherResource() {
    FailureDiagnosis queue =
        refused("SendMessage", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:123456789012:jobs");
    assertThat(queue.conflicts()).isEmpty();
  }

  @Test
  void ofTheRoleItselfItIs() {
    assertThat(refused("AssumeRole", "sts:AssumeRole", ROLE).conflicts()).isNotEmpty();
  }
}
