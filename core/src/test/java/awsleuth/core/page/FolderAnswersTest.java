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
import org.junit.jupiter.api.Test;

/** What the files beside a log make of its first answer. */
class FolderAnswersTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String WRITER = "arn:aws:sts::444455556666:assumed-role/partner-writer/s1";
  private static final String KEY =
      "arn:aws:kms:eu-west-1:111122223333:key/5f0b9c1a-7d2e-4c3b-9a8f-1e2d3c4b5a69";

  private static Artifact file(String name, String text) {
    return new Artifact(name, Artifact.Kind.ANY, text);
  }

  private static Artifact policy(String name, String statement) {
    return file(name, "{\"Version\": \"2012-10-17\",\n\"Statement\": [\n" + statement + "\n]}\n");
  }

  private static Artifact log(String code, String operation, String message) {
    return file(
        "app.log",
        "An error occurred (%s) when calling the %s operation: %s\n"
            .formatted(code, operation, message));
  }

  private static String event(String time, String name, String caller, String bucket, String code) {
    return """
    {"eventVersion": "1.11", "eventTime": "%s", "eventSource": "s3.amazonaws.com",
     "eventName": "%s", "awsRegion": "eu-west-1", "errorCode": "%s",
     "userIdentity": {"arn": "%s", "accountId": "%s"}, "recipientAccountId": "111122223333",
     "requestParameters": {"bucketName": "%s", "key": "r.csv"}, "eventID": "%s-%s"}
    """
        .formatted(time, name, code, caller, caller.split(":", 6)[4], bucket, name, time);
  }

  private static Artifact trail(String... events) {
    return file("trail.json", "{\"Records\": [" + String.join(",\n", events) + "]}");
  }

  private static Verdict first(Artifact... artifacts) {
    return DIAGNOSER.diagnose(List.of(artifacts)).failures().getFirst().verdicts().getFirst();
  }

  private static Finding confirmed(String cause, Artifact... artifacts) {
    Verdict first = first(artifacts);
    assertThat(first.id()).isEqualTo(cause);
    assertThat(first.outcome()).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first.outcome()).finding();
  }

  private static String because(Finding finding) {
    return finding.because().stream().map(Citation::text).collect(Collectors.joining("\n"));
  }

  private static String fixes(Finding finding) {
    return finding.fixes().stream()
        .map(f -> f.title() + "\n" + f.text())
        .collect(Collectors.joining("\n"));
  }

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

  private static Artifact put(String... code) {
    StringBuilder text = new StringBuilder("Traceback (most recent call last):\n");
    for (int i = 0; i < code.length; i++) {
      text.append("  File \"/srv/a%d.py\", line 3, in f\n    %s\n".formatted(i, code[i]));
    }
    text.append(
        """
          File "/usr/lib/python3.11/site-packages/botocore/client.py", line 602, in _api_call
            return self._make_api_call(operation_name, kwargs)
        botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
        PutObject operation: User: arn:aws:sts::111122223333:assumed-role/api/t is not authorized \
        to perform: s3:PutObject on resource: "arn:aws:s3:::enc/a" with an explicit deny in a \
        resource-based policy
        """);
    return file("app.log", text.toString());
  }

  @Test
  void aParameterThatTheCallIsWrittenWithoutIsNotInTheRequest() {
    Artifact bucket =
        policy(
            "bucket-policy.json",
            """
            {"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
             "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
            {"Sid": "Kms", "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
             "Resource": "arn:aws:s3:::enc/*", "Condition": {"StringNotEquals":
               {"s3:x-amz-server-side-encryption": "aws:kms"}}}\
            """);
    Finding found =
        confirmed(
            "permissions/condition-not-met",
            put("s3.put_object(Bucket='enc', Key='a', Body=b)"),
            bucket);
    assertThat(because(found)).contains("the call is made without `ServerSideEncryption`");
    assertThat(found.fixes())
        .extracting(f -> f.text())
        .first()
        .isEqualTo("ServerSideEncryption=\"aws:kms\"");
    Finding both =
        confirmed(
            "permissions/condition-not-met",
            put("s3.put_object(Bucket='enc', Key='a', Body=b)"),
            bucket,
            role("s3:GetObject"));
    assertThat(both.fixes())
        .extracting(f -> f.title())
        .startsWith(
            "send what Sid `Kms` asks for, and make the next change too",
            "allow `s3:PutObject` on `arn:aws:s3:::enc/a` in role.json");
    for (Artifact open :
        List.of(
            put("s3.put_object(Bucket='enc', Key='a', Body=b, **extra)"),
            put("s3.put_object(Bucket='enc', Key='a', ServerSideEncryption=sse)"),
            put("store.put_object(Bucket='enc', Key='a')", "return self.client.put_object("),
            put("s3.upload_file('f', 'enc', 'a')", "client.put_object(Bucket=b, Key=k, **args)"))) {
      assertThat(first(open, bucket).outcome().toString())
          .as(open.text())
          .doesNotContain("is made without");
    }
  }

  private static Artifact tls() {
    return policy(
        "bucket-policy.json",
        """
        {"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
         "Condition": {"Bool": {"aws:SecureTransport": "false"}}}\
        """);
  }

  private static Artifact role(String action) {
    return file(
        "role.json",
        """
        {"RoleName": "api", "PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17",
          "Statement": [{"Sid": "Own", "Effect": "Allow", "Action": "%s", "Resource": "*"}]}}
        """
            .formatted(action));
  }

  @Test
  void whatACallByTlsWouldBeRefusedForIsMendedToo() {
    Artifact call = put("s3.put_object(Bucket='enc', Key='a', Body=b)");
    Artifact env =
        file("env.txt", "HOME=/root\nAWS_ENDPOINT_URL_S3=http://s3.eu-west-1.amazonaws.com\n");
    Finding found =
        confirmed("permissions/condition-not-met", call, tls(), role("s3:GetObject"), env);
    assertThat(found.fixes())
        .extracting(f -> f.title())
        .containsExactly(
            "call by https, and make the next change too",
            "allow `s3:PutObject` on `arn:aws:s3:::enc/a` in role.json");
    assertThat(found.fixes().getLast().proof().orElseThrow().dependsOn())
        .containsExactly("`aws:SecureTransport` is `true`");
    assertThat(
            confirmed("permissions/condition-not-met", call, tls(), role("s3:PutObject"), env)
                .fixes())
        .extracting(f -> f.title())
        .containsExactly("call by https");
  }

  @Test
  void whereTheUrlIsOneOfHttpsTheCallWasHardlyMadeWithoutIt() {
    Artifact call = put("s3.put_object(Bucket='enc', Key='a', Body=b)");
    for (String env :
        List.of(
            "AWS_ENDPOINT_URL_S3=https://s3.eu-west-1.amazonaws.com\n",
            "AWS_ENDPOINT_URL=http://localhost:4566\nAWS_ENDPOINT_URL_S3=https://s3.local\n")) {
      Verdict first = first(call, tls(), role("s3:PutObject"), file("env.txt", "A=b\n" + env));
      assertThat(first.outcome()).isInstanceOf(Outcome.Possible.class);
      assertThat(first.outcome().toString())
          .contains("AWS_ENDPOINT_URL_S3 is `https://")
          .contains("call by https where the program sets the URL itself");
    }
  }

  @Test
  void whoDeletedABucketIsCitedAndItsNameIsNotDoubted() {
    String cleanup = "arn:aws:sts::111122223333:assumed-role/cleanup/nightly";
    String put = "arn:aws:sts::111122223333:assumed-role/reporter/t2";
    Artifact log = log("NoSuchBucket", "PutObject", "The specified bucket does not exist");
    Finding found =
        confirmed(
            "resource/bucket-not-found",
            log,
            trail(
                event("2026-11-21T02:00:07Z", "DeleteBucket", cleanup, "tmp", ""),
                event("2026-11-21T02:00:09Z", "DeleteBucket", cleanup, "tmp2", ""),
                event("2026-11-21T04:00:01Z", "PutObject", put, "tmp", "NoSuchBucket")));
    assertThat(because(found)).contains("took it away");
    assertThat(fixes(found)).doesNotContain("correct the name");
  }

  @Test
  void aBucketThatWasMadeAgainWasNotTakenAway() {
    String cleanup = "arn:aws:sts::111122223333:assumed-role/cleanup/nightly";
    Artifact log = log("NoSuchBucket", "PutObject", "The specified bucket does not exist");
    Finding found =
        confirmed(
            "resource/bucket-not-found",
            log,
            trail(
                event("2026-11-21T02:00:07Z", "DeleteBucket", cleanup, "tmp", ""),
                event("2026-11-21T03:00:09Z", "CreateBucket", cleanup, "tmp", ""),
                event("2026-11-21T04:00:01Z", "PutObject", cleanup, "tmp", "NoSuchBucket")));
    assertThat(because(found)).doesNotContain("took it away");
  }

  @Test
  void theQuotaThatACodeSpeaksOfIsCitedWithItsValue() {
    Finding found =
        confirmed(
            "throttling/service-quota",
            log("AddressLimitExceeded", "AllocateAddress", "The maximum number was reached."),
            file(
                "quotas.json",
                """
                {"Quotas": [{"ServiceCode": "ec2", "QuotaCode": "L-0263D0A3",
                  "QuotaName": "EC2-VPC Elastic IPs", "Value": 5.0, "Adjustable": true}]}
                """));
    assertThat(because(found)).contains("`EC2-VPC Elastic IPs` (L-0263D0A3) is 5");
    assertThat(fixes(found)).contains("--quota-code L-0263D0A3 --desired-value <n>");
  }

  @Test
  void theLineThatSetsALocalEndpointIsTheOneToTakeOut() {
    Finding found =
        confirmed(
            "network/local-endpoint-down",
            file(
                "job.log",
                "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint"
                    + " URL: \"http://localhost:4566/\"\n"),
            file(
                "config", "[default]\nregion = eu-west-1\nendpoint_url = http://localhost:4566\n"));
    assertThat(fixes(found)).contains("take this line out of config:3").doesNotContain("grep -n");
  }

  @Test
  void theCheckOfAChainedSessionAsksForWhatIsTaken() {
    Finding found =
        confirmed(
            "parameters/rejected-by-service",
            file(
                "nightly.log",
                """
                Traceback (most recent call last):
                  File "run.py", line 22, in main
                    sts.assume_role(RoleArn=ROLE, RoleSessionName="n", DurationSeconds=28800)
                botocore.exceptions.ClientError: An error occurred (ValidationError) when calling \
                the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session \
                limit for roles assumed by role chaining
                """));
    assertThat(found.verification().command()).contains("--duration-seconds 3600");
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
  void aUserWhoseKeysAreLeftInTheEnvironmentCallsInPlaceOfTheRole() {
    String user = "arn:aws:iam::444455556666:user/legacy";
    String role = "arn:aws:sts::111122223333:assumed-role/reader/i-0b";
    Artifact log =
        log(
            "AccessDenied",
            "GetObject",
            "User: "
                + user
                + " is not authorized to perform: s3:GetObject on resource:"
                + " \"arn:aws:s3:::conf/r.csv\" because no resource-based policy allows the"
                + " s3:GetObject action");
    Artifact keys =
        file("app.env", "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_REGION=eu-west-1\n");
    String before = event("2026-11-13T06:00:00Z", "GetObject", role, "conf", "");
    Finding found = confirmed("permissions/wrong-identity", log, keys, trail(before));
    assertThat(because(found)).contains(role + "` was allowed the same request");
    assertThat(fixes(found)).contains("unset AWS_ACCESS_KEY_ID");
    String own = event("2026-11-14T06:00:00Z", "GetObject", user, "conf", "");
    confirmed("permissions/no-resource-allow", log, keys, trail(before, own));
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

  @Test
  void whatFollowsTheLoadAlreadyIsNotMadeToDoSo() {
    Finding found =
        confirmed(
            "throttling/provisioned-capacity",
            log(
                "ThrottlingException",
                "PutItem",
                "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                    + " automatically scaling your table or index so please try again shortly."));
    assertThat(fixes(found)).doesNotContain("PAY_PER_REQUEST").contains("spread the load");
  }
}
