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
import org.junit.jupiter.api.Test;

/** What the evidence tells beside the failure stands in the fix. */
class TailoredFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static Finding first(String text, Artifact... beside) {
    List<Artifact> all = new ArrayList<>(List.of(beside));
    all.addFirst(new Artifact("t", Kind.TRACEBACK, text));
    Outcome first = DIAGNOSER.diagnose(all).failures().getFirst().verdicts().getFirst().outcome();
    assertThat(first).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first).finding();
  }

  private static Artifact file(Kind kind, String text) {
    return new Artifact(kind + ".json", kind, text);
  }

  private static String event(String day, String source, String name, String more) {
    return """
    {"eventTime": "2026-10-%sT09:12:44Z", "eventSource": "%s.amazonaws.com", "eventName": "%s",
     "userIdentity": {"arn": "arn:aws:iam::111122223333:user/ops"}, %s}
    """
        .formatted(day, source, name, more);
  }

  private static Artifact trail(String... events) {
    return file(Kind.TRAIL, "{\"Records\": [" + String.join(",", events) + "]}");
  }

  @Test
  void a_bucket_of_another_account_is_told_by_what_AWS_misses_of_its_policy() {
    Finding finding =
        first(
            "An error occurred (AccessDenied) when calling the GetObject operation: User:"
                + " arn:aws:sts::444455556666:assumed-role/dwh/w is not authorized to perform:"
                + " s3:GetObject on resource: \"arn:aws:s3:::exports/d/1.csv\" because no"
                + " resource-based policy allows the s3:GetObject action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "Read", "Effect": "Allow",
                 "Principal": {"AWS": "arn:aws:iam::444455556666:root"},
                 "Action": "s3:GetObject", "Resource": "arn:aws:s3:::exports"}]}
                """),
            file(
                Kind.POLICY_IDENTITY,
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                 "Action": "s3:GetObject", "Resource": "arn:aws:s3:::exports/*"}]}
                """));
    Fix.PolicyEdit fix = (Fix.PolicyEdit) finding.fixes().getFirst();
    assertThat(fix.text()).contains("+++ ").contains("arn:aws:s3:::exports/d/1.csv");
    assertThat(fix.proof().orElseThrow().supposes())
        .contains("the resource is of another account than the caller's 444455556666");
    assertThat(finding.verification().toString()).doesNotContain("simulate");
  }

  @Test
  void a_grant_that_was_taken_is_made_again() {
    String key = "\"keyId\": \"arn:aws:kms:eu-west-1:111122223333:key/aa11\"";
    String grant =
        "\"requestParameters\": {"
            + key
            + ", \"granteePrincipal\": \"arn:aws:iam::111122223333:role/reader\","
            + " \"operations\": [\"Decrypt\", \"GenerateDataKey\"]},"
            + " \"responseElements\": {\"grantId\": \"0c23\"}";
    String revoked = "\"requestParameters\": {" + key + ", \"grantId\": \"0c23\"}";
    String refused =
        "An error occurred (AccessDeniedException) when calling the Decrypt operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/reader/r is not authorized to perform:"
            + " kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/aa11 because no"
            + " %s policy allows the kms:Decrypt action";
    for (String type : List.of("resource-based", "identity-based")) {
      Finding finding =
          first(
              refused.formatted(type),
              trail(
                  event("01", "kms", "CreateGrant", grant),
                  event("02", "kms", "RevokeGrant", revoked)));
      assertThat(finding.fixes().getFirst().text())
          .isEqualTo(
              "aws kms create-grant --key-id arn:aws:kms:eu-west-1:111122223333:key/aa11"
                  + " --grantee-principal arn:aws:iam::111122223333:role/reader --operations"
                  + " Decrypt GenerateDataKey");
      assertThat(finding.because()).anyMatch(c -> c.text().startsWith("`RevokeGrant` of 2026"));
    }
    Finding held =
        first(
            refused.formatted("resource-based"),
            trail(
                event("01", "kms", "CreateGrant", grant),
                event("02", "kms", "RevokeGrant", revoked.replace("0c23", "ffff"))));
    assertThat(held.fixes().getFirst().text()).doesNotContain("create-grant");
  }

  private static Artifact answer(String text) {
    return new Artifact("answer.json", Kind.ANY, text);
  }

  @Test
  void a_bucket_without_a_bucket_key_is_given_one_with_its_own_key() {
    String text =
        "An error occurred (ThrottlingException) when calling the GetObject operation (reached max"
            + " retries: 4): You have exceeded the rate at which you may call KMS. Reduce the"
            + " frequency of your calls.";
    Finding finding =
        first(
            text,
            answer(
                """
                {"ServerSideEncryptionConfiguration": {"Rules": [
                  {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms",
                    "KMSMasterKeyID": "arn:aws:kms:eu-west-1:111122223333:key/aa11"},
                   "BucketKeyEnabled": false}]}}
                """));
    assertThat(finding.summary()).contains("KMS");
    assertThat(finding.because()).anyMatch(c -> c.text().equals("the bucket has no bucket key"));
    assertThat(finding.fixes().getFirst().text()).contains("key/aa11");
    assertThat(first(text).fixes().getFirst().text()).contains("<key ARN>");
  }

  @Test
  void a_key_that_AWS_manages_is_replaced_for_another_account() {
    String secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:api-AbCdEf";
    String text =
        """
        Traceback (most recent call last):
          File "app.py", line 6, in main
            return client.get_secret_value(SecretId="%s")
        botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the\
         GetSecretValue operation: Access to KMS is not allowed
        """
            .formatted(secret);
    String described = "{\"ARN\": \"%s\", \"Name\": \"api\"%s}";
    Finding finding = first(text, answer(described.formatted(secret, "")));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo(
            "aws secretsmanager update-secret --secret-id " + secret + " --kms-key-id <key ARN>");
    String own = ", \"KmsKeyId\": \"arn:aws:kms:eu-west-1:111122223333:key/aa11\"";
    assertThat(first(text, answer(described.formatted(secret, own))).fixes().getFirst().text())
        .doesNotContain("update-secret");
  }

  @Test
  void an_instance_with_one_hop_is_given_another() {
    String described =
        """
        {"Reservations": [{"Instances": [{"InstanceId": "i-0ab12",
          "MetadataOptions": {"HttpPutResponseHopLimit": %d}}]}]}
        """;
    String text = "botocore.exceptions.NoCredentialsError: Unable to locate credentials";
    assertThat(first(text, answer(described.formatted(1))).fixes().getFirst().text())
        .isEqualTo(
            "aws ec2 modify-instance-metadata-options --instance-id i-0ab12"
                + " --http-put-response-hop-limit 2 --http-endpoint enabled");
    assertThat(first(text, answer(described.formatted(2))).fixes().getFirst().text())
        .isEqualTo("aws configure sso");
  }

  private static String calling(String line, String error) {
    return """
    Traceback (most recent call last):
      File "app.py", line 6, in main
        return %s
    botocore.exceptions.ClientError: An error occurred %s
    """
        .formatted(line, error);
  }

  @Test
  void what_is_listed_in_another_Region_is_called_there() {
    String text =
        calling(
            "client.get_queue_url(QueueName=\"mail\")",
            "(AWS.SimpleQueueService.NonExistentQueue) when calling the GetQueueUrl operation: The"
                + " specified queue does not exist.");
    String list = "{\"QueueUrls\": [\"https://sqs.eu-central-1.amazonaws.com/111122223333/mail\"]}";
    Finding finding = first(text, answer(list));
    assertThat(finding.fixes())
        .extracting(Fix::text)
        .containsExactly("boto3.client(\"sqs\", region_name=\"eu-central-1\")");
    assertThat(finding.verification().toString()).contains("--region eu-central-1");
    Artifact there = new Artifact("env", Kind.ENV, "AWS_REGION=eu-central-1\n");
    assertThat(first(text, answer(list), there).fixes())
        .extracting(Fix::text)
        .doesNotContain("boto3.client(\"sqs\", region_name=\"eu-central-1\")");
  }

  @Test
  void what_is_listed_under_a_name_in_other_letters_is_called_by_it() {
    String text =
        calling(
            "client.get_item(TableName=\"orders\", Key=key)",
            "(ResourceNotFoundException) when calling the GetItem operation: Requested resource not"
                + " found");
    assertThat(first(text, answer("{\"TableNames\": [\"Orders\", \"Others\"]}")).fixes())
        .extracting(Fix::text)
        .containsExactly("TableName=\"Orders\"");
    for (String names : List.of("\"Orders\", \"orders\"", "\"Orders\", \"ORDERS\"")) {
      assertThat(first(text, answer("{\"TableNames\": [" + names + "]}")).fixes())
          .extracting(Fix::text)
          .doesNotContain("TableName=\"Orders\"");
    }
  }

  @Test
  void what_is_in_another_account_is_called_by_a_profile_of_it() {
    String text =
        calling(
            "client.describe_table(TableName=\"ledger\")",
            "(ResourceNotFoundException) when calling the DescribeTable operation: Requested"
                + " resource not found: Table: ledger not found");
    Finding finding =
        first(
            text,
            answer(
                "{\"Table\": {\"TableName\": \"ledger\", \"TableArn\":"
                    + " \"arn:aws:dynamodb:eu-west-1:111122223333:table/ledger\"}}"),
            new Artifact(
                "caller.json",
                Kind.ANY,
                "{\"UserId\": \"AROAX:l\", \"Account\": \"444455556666\", \"Arn\":"
                    + " \"arn:aws:sts::444455556666:assumed-role/dev/l\"}"),
            new Artifact("env", Kind.ENV, "AWS_REGION=eu-west-1\n"),
            new Artifact("config", Kind.CONFIG, "[profile prod]\nsso_account_id = 111122223333\n"));
    assertThat(finding.fixes()).extracting(Fix::text).containsExactly("export AWS_PROFILE=prod");
  }

  @Test
  void a_bucket_whose_Region_was_asked_for_is_called_there() {
    String text =
        "An error occurred (PermanentRedirect) when calling the GetObject operation: The bucket you"
            + " are attempting to access must be addressed using the specified endpoint.";
    for (String told : List.of("\"eu-central-1\"", "\"EU\"", "null")) {
      String region =
          told.equals("null") ? "us-east-1" : told.equals("\"EU\"") ? "eu-west-1" : "eu-central-1";
      assertThat(first(text, answer("{\"LocationConstraint\": " + told + "}")).fixes())
          .extracting(Fix::text)
          .containsExactly("boto3.client(\"s3\", region_name=\"" + region + "\")");
    }
  }

  @Test
  void a_way_out_is_given_to_the_subnets_of_the_function() {
    Finding finding =
        first(
            "botocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL:"
                + " \"https://secretsmanager.eu-west-1.amazonaws.com/\"",
            answer(
                "{\"FunctionName\": \"api\", \"VpcConfig\": {\"SubnetIds\": [\"subnet-0a\","
                    + " \"subnet-0b\"], \"SecurityGroupIds\": [\"sg-0a\"], \"VpcId\": \"vpc-0a1\"}}"),
            new Artifact(
                "routes.json",
                Kind.ANY,
                """
                {"RouteTables": [{"RouteTableId": "rtb-0p", "Associations": [{"SubnetId": "subnet-0b"}],
                  "Routes": [{"DestinationCidrBlock": "10.31.0.0/16", "GatewayId": "local"}]}]}
                """));
    assertThat(finding.fixes().getFirst().text())
        .contains("--vpc-id vpc-0a1")
        .contains("--subnet-ids subnet-0a subnet-0b --security-group-ids sg-0a");
    assertThat(finding.because()).anyMatch(c -> c.text().contains("`rtb-0p` of `subnet-0b`"));
  }

  @Test
  void keys_of_a_profile_of_another_partition_are_used_in_its_Region() {
    Artifact credentials =
        new Artifact(
            "credentials",
            Kind.CREDENTIALS,
            "[cn]\naws_access_key_id = AKIAIOSFODNN7CNKEY01\naws_secret_access_key = wJalrXUtnFE\n");
    String text =
        "botocore.exceptions.ClientError: An error occurred (InvalidClientTokenId) when calling the"
            + " GetCallerIdentity operation: The security token included in the request is invalid.";
    for (String region : List.of("cn-north-1", "eu-central-1")) {
      Finding finding =
          first(
              text,
              new Artifact("config", Kind.CONFIG, "[profile cn]\nregion = " + region + "\n"),
              credentials,
              new Artifact(
                  "env", Kind.ENV, "AWS_PROFILE=cn\nAWS_DEFAULT_REGION=eu-west-1\nHOME=/root\n"));
      boolean other = region.startsWith("cn");
      assertThat(finding.fixes().getFirst().text())
          .isEqualTo(other ? "unset AWS_DEFAULT_REGION" : "aws configure list");
      assertThat(finding.because().stream().anyMatch(c -> c.text().contains("aws-cn")))
          .isEqualTo(other);
    }
  }

  @Test
  void a_topic_that_lets_its_own_account_publish_has_to_name_another_s_caller() {
    String topic = "arn:aws:sns:eu-west-1:111122223333:orders";
    Finding finding =
        first(
            "An error occurred (AuthorizationError) when calling the Publish operation: User:"
                + " arn:aws:sts::444455556666:assumed-role/shop/s is not authorized to perform:"
                + " SNS:Publish on resource: "
                + topic
                + " because no resource-based policy allows the SNS:Publish action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2008-10-17", "Statement": [{"Sid": "__default_statement_ID",
                 "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "SNS:Publish",
                 "Resource": "%s",
                 "Condition": {"StringEquals": {"AWS:SourceOwner": "111122223333"}}}]}
                """
                    .formatted(topic)));
    assertThat(finding.fixes().getFirst().text()).contains("arn:aws:iam::444455556666:role/shop");
  }

  @Test
  void a_call_of_KMS_itself_comes_through_no_service() {
    String key = "arn:aws:kms:eu-west-1:111122223333:key/aa11";
    String text =
        "An error occurred (AccessDeniedException) when calling the Decrypt operation: User:"
            + " arn:aws:iam::111122223333:user/imp is not authorized to perform: kms:Decrypt on"
            + " resource: "
            + key
            + " because no identity-based policy allows the kms:Decrypt action";
    Finding finding =
        first(
            text,
            file(
                Kind.POLICY_IDENTITY,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "Via", "Effect": "Allow",
                 "Action": "kms:Decrypt", "Resource": "*",
                 "Condition": {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com"}}}]}
                """));
    assertThat(finding.because()).anyMatch(c -> c.text().contains("through no service"));
    assertThat(finding.fixes().getFirst()).isInstanceOf(Fix.PolicyEdit.class);
  }

  @Test
  void how_old_a_session_with_MFA_is_is_told() {
    String text =
        "An error occurred (UnauthorizedOperation) when calling the StopInstances operation: User:"
            + " arn:aws:iam::111122223333:user/ines is not authorized to perform:"
            + " ec2:StopInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa"
            + " because no identity-based policy allows the ec2:StopInstances action";
    Finding finding =
        first(
            text,
            file(
                Kind.POLICY_IDENTITY,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "Fresh", "Effect": "Allow",
                 "Action": "ec2:StopInstances", "Resource": "*",
                 "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}}]}
                """),
            trail(
                """
                {"eventTime": "2026-10-20T09:12:44Z", "eventSource": "ec2.amazonaws.com",
                 "eventName": "StopInstances", "errorCode": "Client.UnauthorizedOperation",
                 "userIdentity": {"arn": "arn:aws:iam::111122223333:user/ines", "sessionContext":
                  {"attributes": {"creationDate": "2026-10-20T06:12:44Z",
                   "mfaAuthenticated": "true"}}}}
                """));
    assertThat(finding.because())
        .anyMatch(c -> c.text().equals("the session was made 10800 seconds before the call"));
  }

  @Test
  void an_alias_that_the_caller_may_call_is_called() {
    String function = "arn:aws:lambda:eu-west-1:111122223333:function:rates";
    Finding finding =
        first(
            "An error occurred (AccessDeniedException) when calling the Invoke operation: User:"
                + " arn:aws:sts::444455556666:assumed-role/px/p is not authorized to perform:"
                + " lambda:InvokeFunction on resource: "
                + function
                + " because no resource-based policy allows the lambda:InvokeFunction action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "px", "Effect": "Allow",
                 "Principal": {"AWS": "arn:aws:iam::444455556666:role/px"},
                 "Action": "lambda:InvokeFunction", "Resource": "%s:live"}]}
                """
                    .formatted(function)));
    assertThat(finding.fixes().getFirst().text()).isEqualTo("Qualifier=\"live\"");
    assertThat(finding.fixes()).hasSizeGreaterThan(1);
    assertThat(finding.because())
        .anyMatch(c -> c.text().contains("may name") && c.text().contains("path is not known"));
  }

  @Test
  void the_statement_that_names_the_caller_for_other_actions_is_cited() {
    Finding finding =
        first(
            "An error occurred (AccessDenied) when calling the GetObject operation: User:"
                + " arn:aws:iam::444455556666:user/rep is not authorized to perform: kms:Decrypt on"
                + " resource: arn:aws:kms:eu-west-1:111122223333:key/aa11 because no resource-based"
                + " policy allows the kms:Decrypt action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2012-10-17", "Statement": [
                 {"Sid": "Root", "Effect": "Allow", "Action": "kms:*", "Resource": "*",
                  "Principal": {"AWS": "arn:aws:iam::111122223333:root"}},
                 {"Sid": "Partners", "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*",
                  "Principal": {"AWS": "arn:aws:iam::444455556666:user/rep"}}]}
                """));
    assertThat(finding.because())
        .anyMatch(
            c -> c.text().equals("Sid `Partners` names the caller, but for `kms:Encrypt` alone"));
  }

  @Test
  void a_tag_is_sent_in_the_letters_that_are_wanted_and_none_that_is_not() {
    String text =
        calling(
            "client.create_secret(Name=\"model\", Tags=[{\"Key\": \"team\", \"Value\": \"Data\"}])",
            "(AccessDeniedException) when calling the CreateSecret operation: User:"
                + " arn:aws:iam::111122223333:user/lab is not authorized to perform:"
                + " secretsmanager:CreateSecret on resource: model because no identity-based policy"
                + " allows the secretsmanager:CreateSecret action");
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Sid": "Tagged", "Effect": "Allow",
         "Action": "secretsmanager:CreateSecret", "Resource": "*", "Condition": {%s}}]}
        """;
    String values = "\"StringEquals\": {\"aws:RequestTag/team\": [\"data\", \"web\"]}";
    assertThat(
            first(text, file(Kind.POLICY_IDENTITY, policy.formatted(values)))
                .fixes()
                .getFirst()
                .text())
        .isEqualTo("Tags=[{\"Key\": \"team\", \"Value\": \"data\"}]");
    String keys = "\"ForAllValues:StringEquals\": {\"aws:TagKeys\": [\"owner\"]}";
    assertThat(
            first(text, file(Kind.POLICY_IDENTITY, policy.formatted(keys)))
                .fixes()
                .getFirst()
                .text())
        .isEqualTo("Tags=<those of the call without \"team\">");
  }

  @Test
  void the_organization_that_was_described_is_told_beside_the_one_wanted() {
    Finding finding =
        first(
            "An error occurred (AccessDeniedException) when calling the BatchGetImage operation:"
                + " User: arn:aws:sts::444455556666:assumed-role/ci/r is not authorized to perform:"
                + " ecr:BatchGetImage on resource:"
                + " arn:aws:ecr:eu-west-1:111122223333:repository/base because no resource-based"
                + " policy allows the ecr:BatchGetImage action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "Org", "Effect": "Allow",
                 "Principal": "*", "Action": "ecr:BatchGetImage",
                 "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-k3j2h1g0f9"}}}]}
                """),
            answer("{\"Organization\": {\"Id\": \"o-zz88yy77xx\", \"FeatureSet\": \"ALL\"}}"));
    assertThat(finding.because())
        .anyMatch(c -> c.text().equals("the organization that was described is `o-zz88yy77xx`"));
  }
}
