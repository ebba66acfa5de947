package awsleuth.core.page;

import static awsleuth.core.page.Incident.answer;
import static awsleuth.core.page.Incident.calling;
import static awsleuth.core.page.Incident.file;
import static awsleuth.core.page.Incident.first;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands of the AWS CLI and settings tell of things stands in the fix. */
class DescribedThingsTest {

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
    String described =
        "{\"ARN\": \"%s\", \"Name\": \"api\", \"LastChangedDate\": \"2026-10-01\"%s}";
    Finding finding = first(text, answer(described.formatted(secret, "")));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo(
            "aws secretsmanager update-secret --secret-id " + secret + " --kms-key-id <key ARN>");
    String own = ", \"KmsKeyId\": \"arn:aws:kms:eu-west-1:111122223333:key/aa11\"";
    assertThat(first(text, answer(described.formatted(secret, own))).fixes().getFirst().text())
        .doesNotContain("update-secret");
    String other = described.formatted(secret, "").replace("LastChangedDate", "VersionId");
    assertThat(first(text, answer(other)).fixes().getFirst().text())
        .doesNotContain("update-secret");
  }

  @Test
  void an_instance_with_one_hop_is_given_another() {
    String described =
        """
        {"Reservations": [{"Instances": [{"InstanceId": "i-0ab12",
          "IamInstanceProfile": {"Arn": "arn:aws:iam::111122223333:instance-profile/web"},
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
  void a_queue_listed_in_another_Region_is_called_by_its_URL() {
    String text =
        calling(
            "client.send_message(QueueUrl=\"https://sqs.eu-west-3.amazonaws.com/111122223333/mail\","
                + " MessageBody=m)",
            "(AWS.SimpleQueueService.NonExistentQueue) when calling the SendMessage operation: The"
                + " specified queue does not exist.");
    String url = "https://sqs.eu-central-1.amazonaws.com/111122223333/mail";
    String list = "{\"QueueUrls\": [\"%s\"]}";
    assertThat(first(text, answer(list.formatted(url))).fixes())
        .extracting(Fix::text)
        .startsWith("QueueUrl=\"" + url + "\"");
    for (String other : List.of("111122223333/mails", "444455556666/mail")) {
      String elsewhere = url.replace("111122223333/mail", other);
      assertThat(first(text, answer(list.formatted(elsewhere))).fixes())
          .extracting(Fix::text)
          .doesNotContain("QueueUrl=\"" + elsewhere + "\"");
    }
    String both = url + "\", \"" + url.replace("eu-central-1", "eu-west-3");
    assertThat(first(text, answer(list.formatted(both))).fixes())
        .extracting(Fix::text)
        .doesNotContain("QueueUrl=\"" + url + "\"");
  }

  @Test
  void what_another_answer_names_alike_is_no_queue() {
    String url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";
    String text =
        calling(
            "client.send_message(QueueUrl=\"" + url + "\", MessageBody=m)",
            "(AWS.SimpleQueueService.NonExistentQueue) when calling the SendMessage operation: The"
                + " specified queue does not exist.");
    for (String name : List.of("orders", "Orders")) {
      Finding finding =
          first(text, answer("{\"Functions\": [{\"FunctionName\": \"" + name + "\"}]}"));
      assertThat(finding.because()).noneMatch(c -> c.text().startsWith("there is"));
    }
    String other = url.replace("orders", "Orders");
    assertThat(first(text, answer("{\"QueueUrls\": [\"" + other + "\"]}")).because())
        .anyMatch(c -> c.text().startsWith("there is `" + other));
  }

  @Test
  void what_a_list_named_for_another_Region_has_is_called_there() {
    String text =
        calling(
            "client.get_item(TableName=\"orders\", Key=key)",
            "(ResourceNotFoundException) when calling the GetItem operation: Requested resource not"
                + " found");
    String list = "{\"TableNames\": [\"orders\"]}";
    Artifact env = new Artifact("env", Kind.ENV, "AWS_REGION=eu-west-1\n");
    Artifact there = new Artifact("tables-eu-central-1.json", Kind.ANY, list);
    Finding finding = first(text, env, there);
    assertThat(finding.because())
        .anyMatch(c ->
            c.text().equals("there is `orders` in `eu-central-1`, for which the list is named"));
    assertThat(finding.fixes())
        .extracting(Fix::text)
        .containsExactly("boto3.client(\"dynamodb\", region_name=\"eu-central-1\")");
    for (String name : List.of("tables-eu-west-1.json", "tables.json")) {
      assertThat(first(text, env, there, new Artifact(name, Kind.ANY, list)).fixes())
          .extracting(Fix::text)
          .doesNotContain("boto3.client(\"dynamodb\", region_name=\"eu-central-1\")");
    }
  }

  @Test
  void the_program_in_the_folder_tells_the_call_of_its_line() {
    String program =
        """
        import boto3
        t = boto3.resource('dynamodb').Table('orders')
        t.%s(Key=key)
        """;
    String text =
        calling(
            "t.get_item(Key=key)",
            "(ResourceNotFoundException) when calling the GetItem operation: Requested resource not"
                + " found");
    for (String line : List.of("line 6", "line 3")) {
      Artifact own = new Artifact("app.py", Kind.ANY, program.formatted("get_item"));
      assertThat(first(text.replace("line 6", line), own).verification().toString())
          .contains(line.equals("line 3") ? "--table-name orders" : "--table-name <table-name>");
    }
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

  @Test
  void a_default_route_to_what_is_gone_is_told_and_led_elsewhere() {
    String text =
        "botocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL:"
            + " \"https://secretsmanager.eu-west-1.amazonaws.com/\"";
    Artifact function =
        answer(
            "{\"FunctionName\": \"app\", \"VpcConfig\": {\"SubnetIds\": [\"subnet-0a\"],"
                + " \"SecurityGroupIds\": [\"sg-0a\"], \"VpcId\": \"vpc-0a\"}}");
    String tables =
        """
        {"RouteTables": [{"RouteTableId": "rtb-0a", "VpcId": "vpc-0a",
          "Associations": [{"SubnetId": "%s", "Main": false}],
          "Routes": [
            {"DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local", "State": "active"},
            {"DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "nat-0a", "State": "%s"}]}]}
        """;
    Finding gone = first(text, function, answer(tables.formatted("subnet-0a", "blackhole")));
    assertThat(gone.because())
        .anyMatch(c ->
            c.text()
                .equals(
                    "the route 0.0.0.0/0 of `rtb-0a`, the route table of `subnet-0a`, is a"
                        + " blackhole: `nat-0a` is not available"));
    assertThat(gone.fixes().getFirst().text())
        .isEqualTo(
            "aws ec2 replace-route --route-table-id rtb-0a --destination-cidr-block 0.0.0.0/0"
                + " --nat-gateway-id <nat-gateway-id>");
    for (String other :
        List.of(
            tables.formatted("subnet-0a", "active"), tables.formatted("subnet-0b", "blackhole"))) {
      assertThat(first(text, function, answer(other)).fixes().getFirst().text())
          .startsWith("aws ec2 create-vpc-endpoint --vpc-id vpc-0a");
    }
  }

  @Test
  void what_AWS_refuses_in_the_one_policy_given_is_told() {
    String text =
        "An error occurred (MalformedPolicyDocument) when calling the PutRolePolicy operation:"
            + " Syntax errors in policy.";
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\",\n"
            + " \"Action\": \"s3:GetObject\",\n \"%s\": \"arn:aws:s3:::b/*\"}]}";
    Artifact refused = new Artifact("p.json", Kind.ANY, policy.formatted("Resources"));
    Finding finding = first(text, refused);
    assertThat(finding.because())
        .anyMatch(c ->
            c.text().startsWith("AWS refuses this: `Resources` is no element of a statement")
                && c.source().line() == 3);
    assertThat(finding.fixes().getFirst().text()).isEqualTo("awsleuth policy check p.json");
    Artifact good = new Artifact("p.json", Kind.ANY, policy.formatted("Resource"));
    Artifact other = new Artifact("q.json", Kind.ANY, policy.formatted("Ressource"));
    assertThat(first(text, good).because()).hasSize(1);
    assertThat(first(text, refused, other).because()).hasSize(1);
  }

  @Test
  void who_deleted_the_key_in_the_environment_is_told() {
    String text =
        "An error occurred (InvalidAccessKeyId) when calling the PutObject operation: The AWS"
            + " Access Key Id you provided does not exist in our records.";
    Artifact env =
        new Artifact(
            "env", Kind.ENV, "AWS_ACCESS_KEY_ID=AKIAQQQQQQQQQQQQABCD\nAWS_SECRET_ACCESS_KEY=s\n");
    String deleted = "\"requestParameters\": {\"userName\": \"b\", \"accessKeyId\": \"%s\"%s}";
    Finding finding =
        first(
            text,
            env,
            Incident.trail(
                Incident.event(
                    "10",
                    "iam",
                    "DeleteAccessKey",
                    deleted.formatted("AKIAQQQQQQQQQQQQABCD", ""))));
    assertThat(finding.because()).anyMatch(c -> c.text().startsWith("`DeleteAccessKey` of 2026"));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("aws iam create-access-key --user-name b");
    assertThat(finding.because())
        .anyMatch(c -> c.text().endsWith("; whether before the failure is not told"));
    Artifact trail =
        Incident.trail(
            Incident.event(
                "10", "iam", "DeleteAccessKey", deleted.formatted("AKIAQQQQQQQQQQQQABCD", "")));
    assertThat(first("2026-10-10T09:12:40Z " + text, env, trail).because())
        .noneMatch(c -> c.text().contains("AccessKey` of"));
    assertThat(first("2026-10-10T11:12:50+02:00 " + text, env, trail).because())
        .anyMatch(c -> c.text().endsWith("begins and ends"));
    String own =
        "  File \"app.py\", line 6, in main\n    s = boto3.Session(profile_name=\"dev\")\n";
    Artifact credentials =
        new Artifact(
            "credentials",
            Kind.CREDENTIALS,
            "[dev]\naws_access_key_id = AKIAZZZZZZZZZZZZWXYZ\naws_secret_access_key = s\n");
    assertThat(
            first(
                    "Traceback (most recent call last):\n"
                        + own
                        + "botocore.exceptions.ClientError: "
                        + text,
                    env,
                    credentials,
                    trail)
                .because())
        .noneMatch(c -> c.text().contains("AccessKey` of"));
    for (String other : List.of("AKIAQQQQQQQQQQQQABCE", "AKIAQQQQQQQQQQQQABCD")) {
      assertThat(
              first(
                      text,
                      env,
                      Incident.trail(
                          Incident.event(
                              "10",
                              "iam",
                              "UpdateAccessKey",
                              deleted.formatted(other, ", \"status\": \"Active\""))))
                  .because())
          .noneMatch(c -> c.text().contains("AccessKey` of"));
    }
  }

  @Test
  void an_operation_unknown_to_an_endpoint_that_is_set_may_be_unknown_to_an_emulator() {
    String text =
        "An error occurred (UnknownOperation) when calling the ListQueues operation: The action or"
            + " operation requested is invalid.";
    for (String url : List.of("http://mq:9324", "http://localhost:8443")) {
      Artifact env = new Artifact("env", Kind.ENV, "AWS_ENDPOINT_URL_SQS=" + url + "\n");
      assertThat(Incident.outcome(text, env))
          .isInstanceOfSatisfying(
              Outcome.Possible.class,
              p -> {
                assertThat(p.finding().summary()).startsWith("perhaps the emulator");
                assertThat(p.missing().getFirst().how()).startsWith("curl -sv " + url);
              });
      String told = text.replace("invalid.", "invalid in ElasticMQ.");
      Finding finding = first(told, env);
      assertThat(finding.summary()).startsWith("the emulator or compatible store");
      assertThat(finding.because()).anyMatch(c -> c.text().contains("`" + url + "`"));
    }
  }

  @Test
  void the_partition_key_of_a_call_is_told() {
    String text =
        calling(
            "client.get_item(TableName=\"t\", Key={%s})",
            "(AccessDeniedException) when calling the GetItem operation: User:"
                + " arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform:"
                + " dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/t"
                + " because no identity-based policy allows the dynamodb:GetItem action");
    Artifact policy =
        file(
            Kind.POLICY_IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"Own\", \"Effect\":"
                + " \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"*\","
                + " \"Condition\": {\"ForAllValues:StringLike\": {\"dynamodb:LeadingKeys\":"
                + " [\"acme#*\"]}}}]}");
    String one = "\"pk\": {\"S\": \"ACME#42\"}";
    assertThat(first(text.formatted(one), policy).because())
        .anyMatch(c -> c.text().equals("the call's partition key is `ACME#42`"));
    assertThat(first(text.formatted(one + ", \"sk\": {\"S\": \"x\"}"), policy).because())
        .noneMatch(c -> c.text().contains("partition key"));
  }

  @Test
  void the_keys_in_the_environment_are_told_to_win_over_the_role() {
    String text =
        "An error occurred (AccessDenied) when calling the PutObject operation: User:"
            + " arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:PutObject on"
            + " resource: \"arn:aws:s3:::w/x\" because no identity-based policy allows the"
            + " s3:PutObject action";
    Artifact role =
        answer(
            "{\"RoleName\": \"writer\", \"PolicyName\": \"w\", \"PolicyDocument\": {\"Version\":"
                + " \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"s3:PutObject\", \"Resource\": \"arn:aws:s3:::w/*\"}]}}");
    Artifact env =
        new Artifact(
            "env", Kind.ENV, "AWS_ACCESS_KEY_ID=AKIAQQQQQQQQQQQQABCD\nAWS_SECRET_ACCESS_KEY=s\n");
    assertThat(first(text, role, env).fixes().getFirst().text()).startsWith("unset AWS_ACCESS_KEY");
    assertThat(first(text, role).fixes().getFirst().text()).startsWith("[profile");
  }

  @Test
  void a_role_that_the_callers_policy_names_without_its_path_is_not_covered() {
    String text =
        "An error occurred (AccessDenied) when calling the AssumeRole operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/deployer/d is not authorized to perform:"
            + " sts:AssumeRole on resource: arn:aws:iam::777788889999:role/ops/target";
    String statement =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"A\", \"Effect\": \"Allow\","
            + " \"Action\": \"sts:AssumeRole\", %s}]}";
    String trust = "\"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:role/deployer\"}";
    Finding finding =
        first(
            text,
            file(
                Kind.POLICY_IDENTITY,
                statement.formatted("\"Resource\": \"arn:aws:iam::777788889999:role/target\"")),
            file(Kind.POLICY_TRUST, statement.formatted(trust)));
    assertThat(finding.summary()).contains("resource");
    assertThat(finding.because()).anyMatch(c -> c.text().startsWith("Sid `A`"));
  }

  @Test
  void what_a_cluster_refuses_a_principal_of_AWS_is_not_AWSs() {
    String text =
        "Error from server (Forbidden): pods is forbidden: User"
            + " \"arn:aws:sts::111122223333:assumed-role/dev/kim\" cannot list resource \"pods\" in"
            + " API group \"\" in the namespace \"default\"";
    assertThat(first(text).summary()).isEqualTo("Kubernetes RBAC refuses the call, not IAM");
  }
}
