package awsleuth.core.page;

import static awsleuth.core.page.FolderFiles.because;
import static awsleuth.core.page.FolderFiles.confirmed;
import static awsleuth.core.page.FolderFiles.file;
import static awsleuth.core.page.FolderFiles.fixes;
import static awsleuth.core.page.FolderFiles.log;
import static awsleuth.core.page.FolderFiles.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.cause.Finding;
import awsleuth.core.fact.Citation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies beside a log make of its first answer. */
class FolderPoliciesTest {

  private static final String WRITER = "arn:aws:sts::444455556666:assumed-role/partner-writer/s1";
  private static final String KEY =
      "arn:aws:kms:eu-west-1:111122223333:key/5f0b9c1a-7d2e-4c3b-9a8f-1e2d3c4b5a69";

  @Test
  void aKeyIsNotAllowedInThePolicyOfABucket() {
    Finding found =
        confirmed(
            "permissions/kms-key",
            log(
                "AccessDenied",
                "PutObject",
                "User: "
                    + WRITER
                    + " is not authorized to perform: kms:GenerateDataKey on resource: "
                    + KEY
                    + " because no resource-based policy allows the kms:GenerateDataKey action"),
            policy(
                "bucket-policy.json",
                """
                {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::inbox/*",
                 "Principal": {"AWS": "arn:aws:iam::444455556666:role/partner-writer"}}\
                """),
            policy(
                "key-policy.json",
                """
                {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
                 "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}\
                """),
            policy(
                "role-partner-writer.json",
                """
                {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::inbox/*"}\
                """));
    assertThat(fixes(found)).contains("+++ key-policy.json").doesNotContain("bucket-policy.json");
  }

  @Test
  void theResourceForASecretIsItsArnOrThePatternOfOne() {
    Artifact log =
        log(
            "AccessDeniedException",
            "GetSecretValue",
            "User: arn:aws:sts::111122223333:assumed-role/api/t is not authorized to perform:"
                + " secretsmanager:GetSecretValue on resource: prod/db because no identity-based"
                + " policy allows the secretsmanager:GetSecretValue action");
    String secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db";
    Artifact role =
        policy(
            "api.json",
            """
            {"Sid": "Db", "Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
             "Resource": "%s"}\
            """
                .formatted(secret));
    Finding found = confirmed("permissions/resource-not-covered", log, role);
    assertThat(because(found))
        .contains("and the ARN of a secret ends in a hyphen and six more characters");
    assertThat(found.fixes())
        .extracting(f -> f.text())
        .containsExactly("\"Resource\": \"" + secret + "-??????\"");
    for (String end : List.of("-a1B2c3", "-old-a1B2c3")) {
      Artifact described =
          file(
              "describe-secret.json",
              """
              {"ARN": "%s%s", "Name": "prod/db", "LastChangedDate": "2026-11-01T10:00:00+00:00"}
              """
                  .formatted(secret, end));
      assertThat(fixes(confirmed("permissions/resource-not-covered", log, role, described)))
          .contains(end.equals("-a1B2c3") ? secret + "-a1B2c3" : secret + "-??????");
    }
  }

  @Test
  void aBoundaryThatDoesNotAllowWhatTheRoleIsAllowedIsTheReason() {
    String queue = "arn:aws:sqs:eu-west-1:111122223333:invoices";
    String statement =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"%s\", \"Effect\": \"Allow\","
            + " \"Action\": \"%s\", \"Resource\": \"*\"}]}";
    Artifact details =
        file(
            "gaad.json",
            """
            {"RoleDetailList": [{"Path": "/", "RoleName": "app", "RoleId": "AROAEXAMPLE",
              "Arn": "arn:aws:iam::111122223333:role/app",
              "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": []},
              "RolePolicyList": [{"PolicyName": "send", "PolicyDocument": %s}],
              "AttachedManagedPolicies": [],
              "PermissionsBoundary": {"PermissionsBoundaryType": "Policy",
                "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/limit"}}],
             "UserDetailList": [], "GroupDetailList": [],
             "Policies": [{"PolicyName": "limit", "Path": "/", "DefaultVersionId": "v1",
               "Arn": "arn:aws:iam::111122223333:policy/limit",
               "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true,
                 "Document": %s}]}]}
            """
                .formatted(
                    statement.formatted("Send", "sqs:SendMessage"),
                    statement.formatted("Limit", "sqs:ReceiveMessage")));
    Finding found =
        confirmed(
            "permissions/boundary",
            log(
                "AccessDenied",
                "SendMessage",
                "User: arn:aws:sts::111122223333:assumed-role/app/run-1 is not authorized to"
                    + " perform: sqs:sendmessage on resource: "
                    + queue),
            details);
    assertThat(found.summary()).contains("does not allow `sqs:SendMessage`");
    assertThat(fixes(found)).contains("to `Limit`").doesNotContain("is given as");
  }

  @Test
  void aVariableOfUsersHasNoValueInTheSessionOfARole() {
    Finding found =
        confirmed(
            "permissions/resource-not-covered",
            log(
                "AccessDenied",
                "PutObject",
                "User: arn:aws:sts::111122223333:assumed-role/analyst/j is not authorized to"
                    + " perform: s3:PutObject on resource: \"arn:aws:s3:::home/home/j/a\" because"
                    + " no identity-based policy allows the s3:PutObject action"),
            policy(
                "analyst.json",
                """
                {"Sid": "Home", "Effect": "Allow", "Action": "s3:PutObject",
                 "Resource": "arn:aws:s3:::home/home/${aws:username}/*"}\
                """));
    assertThat(because(found)).contains("`aws:username` is of IAM users alone");
    assertThat(found.fixes().getFirst().text()).contains("home/${aws:PrincipalTag/<tag>}/*");
  }

  @Test
  void whoPassedASessionItsPolicyIsCited() {
    String session = "arn:aws:sts::111122223333:assumed-role/tenant-reader/tenant-4711";
    Artifact start =
        file(
            "trail.json",
            """
            {"eventVersion": "1.11", "eventTime": "2026-11-18T07:14:01Z", "eventID": "a",
             "eventSource": "sts.amazonaws.com", "eventName": "AssumeRole",
             "userIdentity": {"arn": "arn:aws:sts::111122223333:assumed-role/tenant-api/i-0a"},
             "responseElements": {"assumedRoleUser": {"arn": "%s"}},
             "requestParameters": {"roleSessionName": "tenant-4711",
               "policy": "{}"}}
            """
                .formatted(session));
    Finding found =
        confirmed(
            "permissions/session-policy",
            log(
                "AccessDeniedException",
                "Query",
                "User: "
                    + session
                    + " is not authorized to perform: dynamodb:Query on resource:"
                    + " arn:aws:dynamodb:eu-west-1:111122223333:table/orders because no session"
                    + " policy allows the dynamodb:Query action"),
            start);
    Citation passed = found.because().getLast();
    assertThat(passed.text()).contains("assumed-role/tenant-api/i-0a` passed the session its");
    assertThat(passed.source().line()).isEqualTo(6);
  }

  @Test
  void controlPoliciesThatOnlyDenyNeedNoAllowAndTheDenyIsMended() {
    Finding found =
        confirmed(
            "permissions/scp",
            log(
                "AccessDenied",
                "CreateInvalidation",
                "User: arn:aws:sts::111122223333:assumed-role/deployer/d is not authorized to"
                    + " perform: cloudfront:CreateInvalidation on resource:"
                    + " arn:aws:cloudfront::111122223333:distribution/E1 with an explicit deny in"
                    + " a service control policy"),
            policy(
                "scp-regions.json",
                """
                {"Sid": "Regions", "Effect": "Deny", "NotAction": ["iam:*", "sts:*"],
                 "Resource": "*", "Condition": {
                   "StringNotEquals": {"aws:RequestedRegion": ["eu-west-1"]}}}\
                """),
            policy(
                "deployer.json",
                "{\"Effect\": \"Allow\", \"Action\": \"cloudfront:*\", \"Resource\": \"*\"}"));
    assertThat(fixes(found))
        .contains("+++ scp-regions.json")
        .doesNotContain("\"Effect\": \"Allow\"", "make the call with");
    assertThat(found.verification().command()).startsWith("aws cloudfront");
  }
}
