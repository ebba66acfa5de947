package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A fix does what is meant, opens no more than that, and is one that AWS takes. */
class NarrowFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static String refused(String operation, String action, String resource, String why) {
    return "An error occurred (AccessDenied) when calling the %s operation: User:"
            .formatted(operation)
        + " arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform: "
        + action
        + " on resource: "
        + resource
        + " "
        + (why.isEmpty()
            ? "because no identity-based policy allows the " + action + " action"
            : why);
  }

  private static String called(String line, String refusal) {
    return "Traceback (most recent call last):\n  File \"/srv/main.py\", line 3, in run\n    "
        + line
        + "\nbotocore.exceptions.ClientError: "
        + refusal;
  }

  private static Artifact policy(Kind kind, String statement) {
    return new Artifact(
        kind.name().toLowerCase(Locale.ROOT) + ".json",
        kind,
        "{\"Version\": \"2012-10-17\", \"Statement\": [\n{" + statement + "}\n]}");
  }

  private static Outcome outcome(String failure, Artifact... beside) {
    List<Artifact> all = new ArrayList<>(List.of(beside));
    all.add(new Artifact("app.log", Kind.ANY, failure));
    return DIAGNOSER.diagnose(all).failures().getFirst().verdicts().getFirst().outcome();
  }

  private static Finding first(String failure, Artifact... beside) {
    Outcome outcome = outcome(failure, beside);
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }

  private static Finding perhaps(String failure, Artifact... beside) {
    Outcome outcome = outcome(failure, beside);
    assertThat(outcome).isInstanceOf(Outcome.Possible.class);
    return ((Outcome.Possible) outcome).finding();
  }

  private static String fix(Finding finding) {
    Fix fix = finding.fixes().getFirst();
    return fix.title() + "\n" + fix.text();
  }

  private static List<String> fixes(Finding finding) {
    return finding.fixes().stream().map(f -> f.title() + "\n" + f.text()).toList();
  }

  @Test
  void aValueWithAStarIsComparedAsAPattern() {
    Finding finding =
        first(
            called(
                "s3.list_objects_v2(Bucket='reports', Prefix='team-a/2026/')",
                refused("ListObjectsV2", "s3:ListBucket", "\"arn:aws:s3:::reports\"", "")),
            policy(
                Kind.POLICY_IDENTITY,
                """
                "Sid": "L", "Effect": "Allow", "Action": "s3:ListBucket",
                "Resource": "arn:aws:s3:::reports",
                "Condition": {"StringEquals": {"s3:prefix": "team-a/*"}}\
                """));
    assertThat(fix(finding)).contains("+\"Condition\": {\"StringLike\": {\"s3:prefix\"");
    assertThat(fixes(finding)).noneMatch(f -> f.contains("Prefix=\"team-a/*\""));
  }

  @Test
  void noExceptionFromTlsIsAskedFor() {
    Finding finding =
        first(
            refused(
                "PutObject",
                "s3:PutObject",
                "\"arn:aws:s3:::backup/x\"",
                "with an explicit deny in a resource control policy"),
            policy(
                Kind.POLICY_RCP,
                """
                "Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
                "Condition": {"BoolIfExists": {"aws:SecureTransport": "false"}}\
                """),
            new Artifact(
                "config",
                Kind.CONFIG,
                "[default]\nendpoint_url = http://s3.eu-west-1.amazonaws.com\n"));
    assertThat(fixes(finding))
        .containsExactly("call by https\nendpoint_url = https://s3.eu-west-1.amazonaws.com");
  }

  @Test
  void aDenyByAddressesExceptsTheVpcEndpoint() {
    String event =
        """
        {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "eu-west-1",
         "eventTime": "2026-11-18T09:00:01Z", "sourceIPAddress": "10.0.0.7",
         "vpcEndpointId": "vpce-0aa1", "errorCode": "AccessDenied", "errorMessage": "REFUSAL",
         "userIdentity": {"type": "AssumedRole", "principalId": "AROAEXAMPLE:s",
           "arn": "arn:aws:sts::111122223333:assumed-role/app/s", "accountId": "111122223333",
           "sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::111122223333:role/app"}}},
         "requestParameters": {"bucketName": "lake", "key": "k"},
         "resources": [{"type": "AWS::S3::Object", "ARN": "arn:aws:s3:::lake/k"},
           {"type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::lake", "accountId": "111122223333"}]}
        """;
    String refusal =
        refused(
            "GetObject",
            "s3:GetObject",
            "\"arn:aws:s3:::lake/k\"",
            "with an explicit deny in a resource-based policy");
    Finding finding =
        first(
            refusal,
            new Artifact(
                "event.json", Kind.TRAIL, event.replace("REFUSAL", refusal.replace("\"", "\\\""))),
            policy(
                Kind.POLICY_IDENTITY,
                "\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\""),
            policy(
                Kind.POLICY_RESOURCE,
                """
                "Sid": "Office", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
                "Resource": ["arn:aws:s3:::lake", "arn:aws:s3:::lake/*"],
                "Condition": {"NotIpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}\
                """));
    assertThat(fix(finding)).contains("\"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-0aa1\"}");
  }

  @Test
  void aGlobalServiceIsLeftOutOfARegionLock() {
    Finding finding =
        first(
            refused(
                "CreateRole",
                "iam:CreateRole",
                "arn:aws:iam::111122223333:role/new",
                "with an explicit deny in a service control policy"),
            policy(
                Kind.POLICY_IDENTITY,
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\""),
            policy(
                Kind.POLICY_SCP,
                """
                "Sid": "OnlyEu", "Effect": "Deny", "Action": "*", "Resource": "*",
                "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}\
                """));
    List<String> edits = fixes(finding).stream().filter(f -> f.contains("+++")).toList();
    assertThat(edits.getFirst()).contains("\"NotAction\": [\"iam:*\"]");
  }

  @Test
  void actionResourceAndRoleAreExceptedTogether() {
    Finding finding =
        first(
            refused(
                "CreateTable",
                "dynamodb:CreateTable",
                "arn:aws:dynamodb:ap-south-1:111122223333:table/orders",
                "with an explicit deny in a service control policy"),
            new Artifact(
                "awsleuth.json",
                Kind.MANIFEST,
                """
                {"files": {"policy_identity.json":
                  {"attached_to": "arn:aws:iam::111122223333:role/app"}}}
                """),
            policy(
                Kind.POLICY_IDENTITY,
                "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\""),
            policy(
                Kind.POLICY_SCP,
                """
                "Sid": "Lock", "Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "Resource": "*",
                "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}\
                """));
    assertThat(fixes(finding))
        .anyMatch(f ->
            f.startsWith(
                "except `dynamodb:CreateTable` on"
                    + " `arn:aws:dynamodb:ap-south-1:111122223333:table/orders` by"
                    + " `arn:aws:iam::111122223333:role/app`"));
  }

  @Test
  void aTagComesBeforeAnExceptionFromADeny() {
    Finding finding =
        first(
            refused(
                "GetItem",
                "dynamodb:GetItem",
                "arn:aws:dynamodb:eu-west-1:111122223333:table/t",
                "with an explicit deny in a permissions boundary"),
            policy(
                Kind.POLICY_BOUNDARY,
                """
                "Sid": "Dept", "Effect": "Deny", "Action": "dynamodb:*", "Resource": "*",
                "Condition": {"StringNotEqualsIfExists": {"aws:PrincipalTag/dept": "data"}}\
                """));
    assertThat(fix(finding))
        .endsWith("aws iam tag-role --role-name app --tags Key=dept,Value=data");
  }

  @Test
  void aRepositorysPolicyHasNoResource() {
    Finding finding =
        first(
            refused(
                "BatchGetImage",
                "ecr:BatchGetImage",
                "arn:aws:ecr:eu-west-1:444455556666:repository/app",
                "because no resource-based policy allows the ecr:BatchGetImage action"));
    assertThat(fix(finding)).contains("\"ecr:BatchGetImage\"").doesNotContain("Resource");
  }

  @Test
  void aServiceLinkedRoleHasThePathOfItsService() {
    Finding finding =
        first(
            refused(
                    "CreateGrant",
                    "kms:CreateGrant",
                    "arn:aws:kms:eu-west-1:111122223333:key/1111-2222",
                    "because no resource-based policy allows the kms:CreateGrant action")
                .replace("role/app/s", "role/AWSServiceRoleForAutoScaling/AutoScaling"));
    assertThat(fixes(finding).toString())
        .contains(
            "{\"AWS\": \"arn:aws:iam::111122223333:role/aws-service-role/"
                + "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling\"}")
        .contains("\"kms:GrantIsForAWSResource\": \"true\"");
  }

  @Test
  void aStatementForAServiceLinkedRoleInAKeysPolicyIsForTheGrantsOfItsServiceAlone() {
    Finding finding =
        first(
            refused(
                    "CreateGrant",
                    "kms:CreateGrant",
                    "arn:aws:kms:eu-west-1:111122223333:key/1111-2222",
                    "because no resource-based policy allows the kms:CreateGrant action")
                .replace("role/app/s", "role/AWSServiceRoleForAutoScaling/AutoScaling"),
            policy(
                Kind.POLICY_RESOURCE,
                """
                "Sid": "Keepers", "Effect": "Allow", "Action": "kms:*", "Resource": "*",
                "Principal": {"AWS": "arn:aws:iam::111122223333:role/keeper"}\
                """));
    assertThat(fix(finding))
        .contains("+  \"Condition\": {\"Bool\": {\"kms:GrantIsForAWSResource\": \"true\"}}");
    assertThat(((Fix.PolicyEdit) finding.fixes().getFirst()).proof().orElseThrow().holds())
        .isTrue();
  }

  @Test
  void allStreamsOfALogGroupAreOffered() {
    String group = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/ecs/api";
    Finding finding =
        first(
            refused("PutLogEvents", "logs:PutLogEvents", group + ":log-stream:a/b", ""),
            policy(
                Kind.POLICY_IDENTITY,
                "\"Sid\": \"Logs\", \"Effect\": \"Allow\", \"Action\": \"logs:PutLogEvents\","
                    + " \"Resource\": \""
                    + group
                    + "\""));
    assertThat(fixes(finding)).anyMatch(f -> f.contains("\"" + group + ":*\""));
  }

  @Test
  void whatIsAskedForIsSentByItsValue() {
    Finding keys =
        first(
            called(
                "s3.list_objects_v2(Bucket='nb', MaxKeys=1000)",
                refused("ListObjectsV2", "s3:ListBucket", "\"arn:aws:s3:::nb\"", "")),
            policy(
                Kind.POLICY_IDENTITY,
                """
                "Sid": "Mx", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*",
                "Condition": {"NumericLessThanEquals": {"s3:max-keys": "100"}}\
                """));
    assertThat(fixes(keys)).containsExactly("send what Sid `Mx` asks for\nMaxKeys=100");
    assertThat(keys.verification().command()).contains("--max-keys 100");
    Finding encryption =
        first(
            called(
                "s3.put_object(Bucket='enc', Key='x', Body=b'')",
                refused(
                    "PutObject",
                    "s3:PutObject",
                    "\"arn:aws:s3:::enc/x\"",
                    "with an explicit deny in a resource-based policy")),
            policy(
                Kind.POLICY_RESOURCE,
                """
                "Sid": "Sse", "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
                "Resource": "arn:aws:s3:::enc/*",
                "Condition": {"Null": {"s3:x-amz-server-side-encryption": "true"}}\
                """));
    assertThat(fix(encryption)).endsWith("ServerSideEncryption=\"AES256\"");
    Finding tag =
        perhaps(
            refused(
                "RunInstances",
                "ec2:RunInstances",
                "arn:aws:ec2:eu-west-1:111122223333:instance/*",
                "with an explicit deny in an identity-based policy"),
            policy(
                Kind.POLICY_IDENTITY,
                """
                "Sid": "Tag", "Effect": "Deny", "Action": "ec2:RunInstances", "Resource": "*",
                "Condition": {"Null": {"aws:RequestTag/CostCenter": "true"}}\
                """));
    assertThat(fix(tag)).contains("\"ResourceType\": \"instance\"").contains("\"CostCenter\"");
    assertThat(tag.verification().command()).contains("--tag-specifications");
  }

  private static String tls(String host, String why) {
    return "botocore.exceptions.SSLError: SSL validation failed for https://" + host + "/ " + why;
  }

  @Test
  void onlyBucketsAreAddressedByPath() {
    assertThat(
            fixes(
                first(tls("sqs.example.com:8443", "hostname 'sqs.example.com' doesn't match 'x'"))))
        .noneMatch(f -> f.contains("addressing_style"));
    String bucket = "my.b.s3.amazonaws.com";
    assertThat(
            fix(first(tls(bucket, "hostname '" + bucket + "' doesn't match '*.s3.amazonaws.com'"))))
        .contains("addressing_style = path");
  }

  @Test
  void aDateThatHasPassedIsNoMatterOfTheBundle() {
    String failed = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ";
    for (String why : List.of("certificate has expired", "certificate is not yet valid")) {
      Finding finding = first(tls("sqs.example.com", failed + why + " (_ssl.c:1006)"));
      assertThat(fixes(finding)).noneMatch(f -> f.contains("AWS_CA_BUNDLE"));
      assertThat(fixes(finding).getFirst()).contains("clock");
    }
    Finding untrusted =
        first(tls("sqs.example.com", failed + "unable to get local issuer certificate"));
    assertThat(fix(untrusted)).contains("AWS_CA_BUNDLE");
    assertThat(untrusted.verification().toString()).contains("-CAfile");
  }
}
