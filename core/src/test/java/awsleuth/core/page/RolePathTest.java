package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fix names the caller's role with its path where IAM's answer tells it. */
class RolePathTest {

  @Test
  void theRolesOwnAnswerTellsItsPath() {
    String refused =
        "An error occurred (AccessDenied) when calling the GetObject operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform:"
            + " s3:GetObject on resource: \"arn:aws:s3:::b/k\" with an explicit deny in a"
            + " resource-based policy";
    String bucket =
        """
        {"Version": "2012-10-17", "Statement": [{"Sid": "D", "Effect": "Deny", "Principal": "*",
          "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}]}
        """;
    String role =
        """
        {"Role": {"RoleName": "app", "RoleId": "AROAEXAMPLEROLEID123", "Path": "/svc/",
          "Arn": "arn:aws:iam::111122223333:role/svc/app"}}
        """;
    assertThat(
            new Diagnoser(AwsCatalog.embedded())
                .diagnose(
                    List.of(
                        new Artifact("error.txt", Kind.TRACEBACK, refused),
                        new Artifact("bucket.json", Kind.POLICY_RESOURCE, bucket),
                        new Artifact("role.json", Kind.ANY, role)))
                .failures()
                .getFirst()
                .verdicts()
                .getFirst()
                .outcome()
                .toString())
        .contains("{\"aws:PrincipalArn\": \"arn:aws:iam::111122223333:role/svc/app\"}");
  }
}
