package awsleuth.core.page;

import static awsleuth.core.page.Incident.answer;
import static awsleuth.core.page.Incident.file;
import static awsleuth.core.page.Incident.first;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
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

  private static final String MISSED =
      """
      Traceback (most recent call last):
        File "/srv/job.py", line 31, in main
          sm.get_secret_value(SecretId="prod/db")
      botocore.exceptions.ClientError: An error occurred (ResourceNotFoundException) when calling\
       the GetSecretValue operation: Secrets Manager can't find the specified secret.
      """;

  @Test
  void a_secret_is_looked_for_in_the_Region_that_boto3_takes_and_told_from_where_it_is() {
    Finding finding =
        first(
            MISSED,
            file(Kind.ENV, "AWS_REGION=eu-west-1\nAWS_PROFILE=svc\nLANG=C\n"),
            file(Kind.CONFIG, "[profile svc]\nregion = us-east-1\n"),
            answer(
                "{\"ARN\": \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf\","
                    + " \"Name\": \"prod/db\"}"));
    assertThat(finding.because().stream().map(c -> c.text()).toList())
        .contains(
            "boto3 takes the Region `us-east-1` here",
            "boto3 does not read AWS_REGION, which is `eu-west-1`");
    assertThat(finding.fixes().getFirst().text()).isEqualTo("export AWS_DEFAULT_REGION=eu-west-1");
    assertThat(finding.verification().command()).endsWith("--region eu-west-1");
  }

  @Test
  void the_account_of_the_caller_is_told_and_the_profile_of_the_other_proposed() {
    Finding finding =
        first(
            MISSED,
            file(Kind.ENV, "AWS_PROFILE=staging\nAWS_DEFAULT_REGION=eu-west-1\n"),
            file(
                Kind.CONFIG,
                """
                [profile prod]
                role_arn = arn:aws:iam::111122223333:role/deploy
                [profile staging]
                role_arn = arn:aws:iam::444455556666:role/deploy
                """),
            answer(
                "{\"UserId\": \"AROAEXAMPLE:s\", \"Account\": \"444455556666\", \"Arn\":"
                    + " \"arn:aws:sts::444455556666:assumed-role/deploy/s\"}"));
    assertThat(finding.because().stream().map(c -> c.text()).toList())
        .contains("the caller is of account 444455556666", "AWS_PROFILE is `staging`");
    assertThat(finding.fixes().getFirst().text()).isEqualTo("export AWS_PROFILE=prod");
    assertThat(finding.fixes()).noneMatch(f -> f.text().contains("get-caller-identity"));
  }
}
