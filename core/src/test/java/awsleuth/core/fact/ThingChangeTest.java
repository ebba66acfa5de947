package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Verification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who made or deleted what is not there: the thing itself, and not one with a like name. */
class ThingChangeTest {

  private static final String SECRET = "Secrets Manager can't find the specified secret.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "secretsmanager DeleteSecret eu-west-1 'secretId': 'prod/db' | 'secretId': 'prod/db' | true",
        "secretsmanager DeleteSecret eu-west-1 'secretId': 'dev/db' | 'secretId': 'prod/db' | false",
        "secretsmanager DeleteSecret us-east-1 'secretId': 'prod/db' | 'secretId': 'prod/db' | false",
        "secretsmanager DeleteSecret eu-west-1 'secretId': 'prod/db'"
            + " | 'secretId': 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf' | true",
        "secretsmanager DeleteSecret eu-west-1 'secretId': 'db'"
            + " | 'secretId': 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf' | false",
        "secretsmanager DeleteSecret eu-west-1 'secretId': 'prod/db'"
            + " | 'secretId': 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:prod/db-AbCdEf' | false",
        "sqs DeleteQueue eu-west-1 'queueUrl': 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders'"
            + " | 'queueUrl': 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders' | true",
        "sqs DeleteQueue eu-west-1 'queueUrl': 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders'"
            + " | 'queueUrl': 'https://sqs.eu-west-1.amazonaws.com/444455556666/orders' | false",
        "logs DeleteLogGroup eu-west-1 'logGroupName': '/dev/orders' | 'logGroupName': '/prod/orders' | false",
        "ecr DeleteRepository eu-west-1 'repositoryName': 'prod' | 'repositoryName': 'prod/worker' | false",
        "dynamodb DeleteTable eu-west-1 'tableName': 'orders'"
            + " | 'tableName': 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' | true",
        "dynamodb DeleteTable us-east-1 'tableName': 'orders'"
            + " | 'tableName': 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' | false",
      })
  void what_was_deleted(String deletion, String call, boolean told) {
    String[] parts = deletion.split(" ", 4);
    String operation =
        switch (parts[0]) {
          case "sqs" -> "SendMessage";
          case "logs" -> "GetLogEvents";
          case "ecr" -> "DescribeImages";
          case "dynamodb" -> "GetItem";
          default -> "GetSecretValue";
        };
    Finding finding =
        diagnosed(
            event(parts[0], parts[1], parts[2], parts[3], "07", ""),
            event(parts[0], operation, "eu-west-1", call, "08", SECRET));
    assertThat(finding.because().toString().contains("deleted it")).isEqualTo(told);
  }

  @Test
  void one_that_was_made_in_another_region_is_looked_for_there() {
    String call =
        event("secretsmanager", "GetSecretValue", "eu-west-1", "'secretId': 'p/db'", "08", SECRET);
    String made = event("secretsmanager", "CreateSecret", "us-east-1", "'name': 'p/db'", "06", "");
    Finding finding = diagnosed(made, call);
    assertThat(finding.fixes().getFirst().text()).contains("region_name=\"us-east-1\"");
    assertThat(((Verification.Rerun) finding.verification()).command())
        .endsWith("--region us-east-1");
    String other = made.replace("p/db", "q/db");
    assertThat(diagnosed(other, call).because().toString()).doesNotContain("made it");
    String deleted =
        event("secretsmanager", "DeleteSecret", "us-east-1", "'secretId': 'p/db'", "07", "");
    assertThat(diagnosed(made, deleted, call).because().toString()).doesNotContain("made it");
  }

  @Test
  void one_of_an_account_that_aws_does_not_speak_of_is_not_told() {
    String message = "The repository with name 'app' does not exist in the registry with id '%s'";
    String deleted =
        event("ecr", "DeleteRepository", "eu-west-1", "'repositoryName': 'app'", "07", "");
    String call =
        event("ecr", "DescribeImages", "eu-west-1", "'repositoryName': 'app'", "08", message)
            .replace("ResourceNotFoundException", "RepositoryNotFoundException");
    assertThat(diagnosed(deleted, call.formatted("111122223333")).because().toString())
        .contains("deleted it");
    assertThat(diagnosed(deleted, call.formatted("444455556666")).because().toString())
        .doesNotContain("deleted it");
  }

  private static Finding diagnosed(String... events) {
    Artifact trail = new Artifact("t.json", Artifact.Kind.TRAIL, String.join("\n", events));
    Outcome first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(List.of(trail))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    return ((Outcome.Confirmed) first).finding();
  }

  private static String event(
      String service, String name, String region, String parameters, String hour, String message) {
    String error =
        message.isEmpty()
            ? ""
            : "\"errorCode\": \"ResourceNotFoundException\", \"errorMessage\": \""
                + message
                + "\",";
    return """
    {"eventVersion": "1.11", "eventTime": "2026-11-18T%s:00:00Z", "eventSource": "%s.amazonaws.com",
     "eventName": "%s", "awsRegion": "%s", %s "recipientAccountId": "111122223333",
     "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/ci"},
     "requestParameters": {%s}}
    """
        .formatted(hour, service, name, region, error, parameters.replace('\'', '"'));
  }
}
