package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The nearest fix comes first, and no more than it needs. */
class NearFixesTest {

  private static Finding finding(Artifact... given) {
    Outcome first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(List.of(given))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    return ((Outcome.Confirmed) first).finding();
  }

  private static Artifact error(String line, String code, String operation, String message) {
    return new Artifact(
        "err.txt",
        Kind.TRACEBACK,
        "Traceback (most recent call last):\n  File \"/srv/run.py\", line 8, in run\n    "
            + line
            + "\nbotocore.exceptions.ClientError: An error occurred ("
            + code
            + ") when calling the "
            + operation
            + " operation: "
            + message
            + "\n");
  }

  private static String refused(String caller, String action, String resource) {
    return "User: arn:aws:"
        + caller
        + " is not authorized to perform: "
        + action
        + " on resource: \""
        + resource
        + "\" because no identity-based policy allows the "
        + action
        + " action";
  }

  private static Artifact policy(String owner, String statement) {
    return new Artifact(
        "p.json",
        Kind.POLICY_IDENTITY,
        "{"
            + owner
            + ", \"PolicyName\": \"p\", \"PolicyDocument\": {\"Version\": \"2012-10-17\","
            + " \"Statement\": [{\"Sid\": \"One\", \"Effect\": \"Allow\", "
            + statement
            + "}]}}");
  }

  @Test
  void aSecretIsReadWithDecryptAlone() {
    Finding finding =
        finding(
            error(
                "sm.get_secret_value(SecretId='prod/api')",
                "AccessDeniedException",
                "GetSecretValue",
                "Access to KMS is not allowed"));
    assertThat(finding.fixes()).noneMatch(f -> f.text().contains("GenerateDataKey"));
  }

  @Test
  void aFolderIsListedWithItsSlash() {
    Finding finding =
        finding(
            error(
                "s3.list_objects_v2(Bucket='homes', Prefix='home/alice')",
                "AccessDenied",
                "ListObjectsV2",
                refused("iam::111122223333:user/alice", "s3:ListBucket", "arn:aws:s3:::homes")),
            policy(
                "\"UserName\": \"alice\"",
                "\"Action\": \"s3:ListBucket\", \"Resource\": \"arn:aws:s3:::homes\","
                    + " \"Condition\": {\"StringLike\": {\"s3:prefix\":"
                    + " [\"home/${aws:username}/*\"]}}"));
    assertThat(finding.fixes().getFirst().text()).isEqualTo("Prefix=\"home/alice/\"");
  }

  @Test
  void aPolicyThatAllowsItAlreadyNeedsNoStatement() {
    Finding finding =
        finding(
            error(
                "s3.get_object(Bucket='src', Key='k')",
                "AccessDenied",
                "GetObject",
                refused(
                    "sts::111122223333:assumed-role/sync/s", "s3:GetObject", "arn:aws:s3:::src/k")),
            policy(
                "\"RoleName\": \"sync\"",
                "\"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::src/*\""));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("aws s3api get-object --bucket src --key k /dev/null");
    assertThat(finding.fixes()).noneMatch(f -> f.title().startsWith("add this statement"));
  }

  @Test
  void aRoleThatMayBePassedIsOneMoreInTheStatement() {
    String role = "arn:aws:iam::111122223333:role/service-role/etl";
    Finding finding =
        finding(
            error(
                "lam.create_function(FunctionName='etl', Role='" + role + "')",
                "AccessDeniedException",
                "CreateFunction",
                refused("sts::111122223333:assumed-role/deployer/s", "iam:PassRole", role)),
            policy(
                "\"RoleName\": \"deployer\"",
                "\"Action\": \"iam:PassRole\", \"Resource\": \"arn:aws:iam::111122223333:role/etl\","
                    + " \"Condition\": {\"StringEquals\":"
                    + " {\"iam:PassedToService\": \"lambda.amazonaws.com\"}}"));
    assertThat(finding.fixes()).hasSize(1);
    assertThat(finding.fixes().getFirst().proof()).isPresent();
  }

  @Test
  void theRoleOfTheEnvironmentIsNamedAndWhyItWasNotTaken() {
    Finding finding =
        finding(
            error(
                "s3.get_object(Bucket='src', Key='k')",
                "AccessDenied",
                "GetObject",
                refused(
                    "sts::111122223333:assumed-role/eks-node-group/i-0abc12345678def90",
                    "s3:GetObject",
                    "arn:aws:s3:::src/k")),
            policy(
                "\"RoleName\": \"sync\"",
                "\"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::src/*\""),
            new Artifact(
                "env.txt", Kind.ENV, "AWS_ROLE_ARN=arn:aws:iam::111122223333:role/sync\n"));
    assertThat(finding.because())
        .anyMatch(c -> c.text().contains("no `AWS_WEB_IDENTITY_TOKEN_FILE`"));
    assertThat(finding.fixes().getFirst().text())
        .contains("role_arn = arn:aws:iam::111122223333:role/sync");
  }
}
