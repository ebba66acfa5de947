package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeletionTest {

  /** Parameters have ' for ". */
  private static final String ROWS =
      """
      secretsmanager DeleteSecret | 'secretId':'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf' | secretsmanager GetSecretValue | 'secretId':'db' | InvalidRequestException | You can't perform this operation on the secret because it was marked for deletion. | CONFIRMED
      secretsmanager DeleteSecret | 'secretId':'other' | secretsmanager GetSecretValue | 'secretId':'db' | InvalidRequestException | You can't perform this operation on the secret because it was marked for deletion. | none
      secretsmanager DeleteSecret | 'secretId':'base' | secretsmanager GetSecretValue | 'secretId':'prod/base' | InvalidRequestException | You can't perform this operation on the secret because it was marked for deletion. | none
      ssm DeleteParameter | 'name':'base' | ssm GetParameter | 'name':'/prod/base' | ParameterNotFound | | none
      ssm DeleteParameter | 'name':'base' | ssm GetParameter | 'name':'arn:aws:ssm:eu-west-1:111122223333:parameter/base' | ParameterNotFound | | CONFIRMED
      ecr DeleteRepository | 'repositoryName':'service' | ecr DescribeImages | 'repositoryName':'team/service' | RepositoryNotFoundException | The repository with name 'team/service' does not exist in the registry with id '111122223333' | none
      ecr DeleteRepository | 'repositoryName':'team/service' | ecr DescribeImages | 'repositoryName':'team/service' | RepositoryNotFoundException | The repository with name 'team/service' does not exist in the registry with id '111122223333' | CONFIRMED
      secretsmanager DeleteSecret | 'secretId':'prod/db' | secretsmanager GetSecretValue | 'secretId':'prod/db-backup' | ResourceNotFoundException | Secrets Manager can't find the specified secret. | none
      secretsmanager DeleteSecret | 'secretId':'prod/db-backup' | secretsmanager GetSecretValue | 'secretId':'prod/db' | ResourceNotFoundException | Secrets Manager can't find the specified secret. | none
      secretsmanager DeleteSecret | 'secretId':'prod/db' | secretsmanager GetSecretValue | 'secretId':'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-a1B2c3' | ResourceNotFoundException | Secrets Manager can't find the specified secret. | CONFIRMED
      ecr DeleteRepository | 'repositoryName':'app' | ecr DescribeImages | 'registryId':'444455556666','repositoryName':'app' | RepositoryNotFoundException | The repository does not exist in the registry | none
      ecs DeleteCluster | 'cluster':'prod' | ecs DescribeServices | 'cluster':'eu','services':['prod'] | ClusterNotFoundException | Cluster not found. | none
      ecs DeleteService | 'cluster':'a','service':'web' | ecs UpdateService | 'cluster':'b','service':'web' | ServiceNotFoundException | Service not found. | none
      ecs DeleteService | 'cluster':'arn:aws:ecs:eu-west-1:111122223333:cluster/b','service':'web' | ecs UpdateService | 'cluster':'b','service':'web' | ServiceNotFoundException | Service not found. | CONFIRMED
      ecs DeleteService | 'service':'web' | ecs UpdateService | 'cluster':'default','service':'web' | ServiceNotFoundException | Service not found. | CONFIRMED
      logs DeleteLogStream | 'logGroupName':'/h','logStreamName':'s' | logs GetLogEvents | 'logGroupName':'/g','logStreamName':'s' | ResourceNotFoundException | The specified log stream does not exist. | none
      athena DeleteWorkGroup | 'workGroup':'nightly' | athena StartQueryExecution | 'workGroup':'daily','queryExecutionContext':{'database':'nightly'} | InvalidRequestException | WorkGroup daily is not found. | none
      kms DeleteAlias | 'aliasName':'alias/app' | kms Decrypt | 'keyId':'arn:aws:kms:eu-west-1:444455556666:alias/app' | NotFoundException | Alias arn:aws:kms:eu-west-1:444455556666:alias/app is not found. | none
      iam DeleteUser | 'userName':'ci' | ec2 RunInstances | 'imageId':'ami-0a1b' | Client.AuthFailure | Not authorized for images: [ami-0a1b] | none
      dynamodb UpdateTable | 'tableName':'t1','globalSecondaryIndexUpdates':[{'delete':{'indexName':'by-date'}}] | dynamodb Query | 'tableName':'t1','indexName':'by-date' | ValidationException | The table does not have the specified index: by-date | CONFIRMED
      dynamodb UpdateTable | 'tableName':'t1','globalSecondaryIndexUpdates':[{'delete':{'indexName':'by-name'}}] | dynamodb Query | 'tableName':'t1','indexName':'by-date' | ValidationException | The table does not have the specified index: by-date | none
      dynamodb UpdateTable | 'tableName':'t2','globalSecondaryIndexUpdates':[{'delete':{'indexName':'by-date'}}] | dynamodb Query | 'tableName':'t1','indexName':'by-date' | ValidationException | The table does not have the specified index: by-date | none
      dynamodb CreateTable | 'tableName':'t1' | dynamodb Query | 'tableName':'t1','indexName':'by-date' | ValidationException | The table does not have the specified index: by-date | POSSIBLE
      iam DeleteUser | 'userName':'ci' | sns ListTopics | 'x':'y' | InvalidClientTokenId | The security token included in the request is invalid. | POSSIBLE
      iam DeleteUser | 'userName':'cd' | sns ListTopics | 'x':'y' | InvalidClientTokenId | The security token included in the request is invalid. | none
      iam DeleteUser | 'userName':'ci' | sns ListTopics | 'x':'y' | Throttling | Rate exceeded | none
      dynamodb DeleteTable | 'tableName':'t1' | dynamodb DescribeTable | 'tableName':'t1' | ResourceNotFoundException | Requested resource not found | CONFIRMED
      lambda DeleteFunction20150331 | 'functionName':'bill' | lambda GetFunction20150331v2 | 'functionName':'bill' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:111122223333:function:bill | CONFIRMED
      lambda DeleteFunction20150331 | 'functionName':'bill','qualifier':'3' | lambda GetFunction20150331v2 | 'functionName':'bill' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:111122223333:function:bill | none
      lambda DeleteFunction20150331 | 'functionName':'bill:3' | lambda GetFunction20150331v2 | 'functionName':'bill' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:111122223333:function:bill | none
      lambda DeleteFunction20150331 | 'functionName':'bill','qualifier':'3' | lambda GetFunction20150331v2 | 'functionName':'bill','qualifier':'3' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:111122223333:function:bill:3 | CONFIRMED
      sqs DeleteQueue | 'queueUrl':'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' | sqs SendMessage | 'queueUrl':'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' | AWS.SimpleQueueService.NonExistentQueue | The specified queue does not exist. | CONFIRMED
      lambda DeleteFunction20150331 | 'functionName':'bill' | lambda Invoke | 'functionName':'arn:aws:lambda:eu-west-1:444455556666:function:bill' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:444455556666:function:bill | none
      kinesis DeleteStream | 'streamName':'jobs' | kinesis DescribeStream | 'streamARN':'arn:aws:kinesis:eu-west-1:444455556666:stream/jobs' | ResourceNotFoundException | Stream jobs under account 444455556666 not found. | none
      kinesis DeleteStream | 'streamARN':'arn:aws:kinesis:eu-west-1:111122223333:stream/jobs' | kinesis PutRecord | 'streamName':'jobs' | ResourceNotFoundException | Stream jobs under account 111122223333 not found. | CONFIRMED
      kinesis CreateStream | 'streamName':'other' | kinesis PutRecords | 'streamName':'jobs' | ProvisionedThroughputExceededException | Rate exceeded for shard | none
      kinesis CreateStream | 'streamName':'jobs' | kinesis PutRecords | 'streamName':'jobs' | ProvisionedThroughputExceededException | Rate exceeded for shard | POSSIBLE
      logs DeleteLogStream | 'logGroupName':'/g','logStreamName':'s' | logs GetLogEvents | 'logGroupName':'/g','logStreamName':'s' | ResourceNotFoundException | The specified log group does not exist. | none
      logs DeleteLogStream | 'logGroupName':'/g','logStreamName':'s' | logs GetLogEvents | 'logGroupName':'/g','logStreamName':'s' | ResourceNotFoundException | The specified log stream does not exist. | CONFIRMED
      secretsmanager DeleteSecret | 'secretId':'db' | secretsmanager GetSecretValue | 'secretId':'db' | ResourceNotFoundException | Secrets Manager can't find the specified secret value for staging label: AWSCURRENT | none
      ec2 DeregisterImage | 'imageId':'ami-0a1b' | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.InvalidAMIID.NotFound | The image id '[ami-0a1b]' does not exist | CONFIRMED
      cloudformation DeleteStack | 'stackName':'shop' | cloudformation DescribeStacks | 'stackName':'shop' | ValidationError | Stack with id shop does not exist | CONFIRMED
      cloudformation DeleteStack | 'stackName':'shop' | cloudformation UpdateStack | 'stackName':'shop' | ValidationError | Role arn:aws:iam::111122223333:role/deploy does not exist | none
      ecs DeleteCluster | 'cluster':'shop' | ecs UpdateService | 'cluster':'shop','service':'web' | ServiceNotFoundException | Service not found. | none
      ses DeleteIdentity | 'identity':'example.com' | ses SendEmail | 'source':'a@example.com' | MessageRejected | Email address is not verified. The following identities failed: a@example.com | CONFIRMED
      ses UpdateAccountSendingEnabled | 'enabled':false | ses SendEmail | 'source':'a@example.com' | AccountSendingPausedException | Sending paused for this account. | CONFIRMED
      iam DeleteOpenIDConnectProvider | 'openIDConnectProviderArn':'arn:aws:iam::111122223333:oidc-provider/ids.example.com' | sts AssumeRoleWithWebIdentity | 'principalArn':'arn:aws:iam::111122223333:oidc-provider/ids.example.com' | InvalidIdentityTokenException | No OpenIDConnect provider found in your account for https://ids.example.com | CONFIRMED
      sns Unsubscribe | 'subscriptionArn':'arn:aws:sns:eu-west-1:111122223333:jobs:6b0e71bd' | sns GetSubscriptionAttributes | 'subscriptionArn':'arn:aws:sns:eu-west-1:111122223333:jobs:6b0e71bd' | NotFoundException | Subscription does not exist | CONFIRMED
      sns Unsubscribe | 'subscriptionArn':'arn:aws:sns:eu-west-1:111122223333:jobs:0000' | sns GetSubscriptionAttributes | 'subscriptionArn':'arn:aws:sns:eu-west-1:111122223333:jobs:6b0e71bd' | NotFoundException | Subscription does not exist | none
      lambda DeleteAlias20150331 | 'functionName':'bill','name':'live' | lambda GetFunction20150331v2 | 'functionName':'bill','qualifier':'live' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:111122223333:function:bill:live | CONFIRMED
      lambda DeleteAlias20150331 | 'functionName':'bill','name':'next' | lambda GetFunction20150331v2 | 'functionName':'bill','qualifier':'live' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:111122223333:function:bill:live | none
      kms DeleteAlias | 'aliasName':'alias/app' | kms Decrypt | 'keyId':'alias/app' | NotFoundException | Alias arn:aws:kms:eu-west-1:111122223333:alias/app is not found. | CONFIRMED
      kms DeleteAlias | 'aliasName':'alias/app-2' | kms Decrypt | 'keyId':'alias/app' | NotFoundException | Alias arn:aws:kms:eu-west-1:111122223333:alias/app is not found. | none
      lambda DeleteFunctionConcurrency20171031 | 'functionName':'bill' | lambda Invoke | 'functionName':'bill' | TooManyRequestsException | Rate Exceeded. | POSSIBLE
      s3 DeleteAccessPoint | 'name':'reports' | s3 GetObject | 'bucketName':'arn:aws:s3:eu-west-1:111122223333:accesspoint/reports','key':'k' | NoSuchAccessPoint | The specified accesspoint does not exist | CONFIRMED
      s3 DeleteAccessPoint | 'name':'other' | s3 GetObject | 'bucketName':'arn:aws:s3:eu-west-1:111122223333:accesspoint/reports','key':'k' | NoSuchAccessPoint | The specified accesspoint does not exist | none
      sqs SetQueueAttributes | 'queueUrl':'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs','attributes':{'VisibilityTimeout':'5'} | sqs SendMessage | 'queueUrl':'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' | AccessDenied | Access to the resource is denied. | none
      sqs SetQueueAttributes | 'queueUrl':'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs','attributes':{'Policy':''} | sqs SendMessage | 'queueUrl':'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs' | AccessDenied | Access to the resource is denied. | POSSIBLE
      account DisableRegion | 'regionName':'eu-west-1' | ec2 DescribeVolumes | 'maxResults':10 | Client.OptInRequired | You are not subscribed to this service. | CONFIRMED
      account DisableRegion | 'regionName':'af-south-1' | ec2 DescribeVolumes | 'maxResults':10 | Client.OptInRequired | You are not subscribed to this service. | none
      athena UpdateWorkGroup | 'workGroup':'nightly' | athena StartQueryExecution | 'workGroup':'nightly' | InvalidRequestException | WorkGroup nightly is disabled. | none
      ssm DeleteParameters | 'names':['/cfg/old','/cfg/db'] | ssm GetParameter | 'name':'/cfg/db' | ParameterNotFound |  | CONFIRMED
      ssm DeleteParameters | 'names':['/cfg/old','/cfg/db2'] | ssm GetParameter | 'name':'/cfg/db' | ParameterNotFound |  | none
      dynamodb UpdateTable | 'tableName':'tmp','deletionProtectionEnabled':true | dynamodb DeleteTable | 'tableName':'tmp' | ValidationException | Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first. | CONFIRMED
      lambda DeleteAlias20150331 | 'functionName':'pay','name':'live' | lambda Invoke | 'functionName':'pay','qualifier':'live' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:111122223333:function:pay:live | CONFIRMED
      lambda DeleteAlias20150331 | 'functionName':'pay','name':'test' | lambda Invoke | 'functionName':'pay','qualifier':'live' | ResourceNotFoundException | Function not found: arn:aws:lambda:eu-west-1:111122223333:function:pay:live | none
      ec2 DeregisterImage | 'imageId':'ami-0123' | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0123'}]} | Client.InvalidAMIID.Unavailable | The image ID '[ami-0123]' is no longer available | CONFIRMED
      logs DeleteLogGroup | 'logGroupName':'/app/web' | logs FilterLogEvents | 'logGroupName':'/app/web' | ResourceNotFoundException | The specified log group does not exist. | CONFIRMED
      logs DeleteLogGroup | 'logGroupName':'/app/web' | logs FilterLogEvents | 'logGroupName':'/app/web' | ThrottlingException | Rate exceeded | none
      """;

  @TempDir Path folder;

  private List<Cause> causes(String deleted, String code) throws IOException {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      String read = "{\"bucketName\":\"acme\",\"key\":\"k" + minute + "\"}";
      String time = "08:%02d:00".formatted(minute);
      records.add(
          ToldArchive.event(time, "s3 GetObject", minute < 31 ? "" : code, "It is gone", read));
    }
    records.add(
        ToldArchive.event(
            "08:30:30", "s3 DeleteBucket", "", "", "{\"bucketName\":\"" + deleted + "\"}"));
    return new ToldArchive(folder).causes(records);
  }

  @Test
  void what_was_deleted_explains_that_it_is_not_there() throws IOException {
    assertThat(causes("acme", "NoSuchBucket"))
        .singleElement()
        .isInstanceOfSatisfying(
            Cause.Changed.class,
            c -> assertThat(c.suspect().change().event().name()).isEqualTo("DeleteBucket"));
  }

  @Test
  void the_deletion_of_something_else_explains_nothing() throws IOException {
    assertThat(causes("other", "NoSuchBucket")).noneMatch(c -> c instanceof Cause.Changed);
    assertThat(causes("acme", "NoSuchKey")).noneMatch(c -> c instanceof Cause.Changed);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = ROWS)
  void of_what_the_call_names_it_is_as_sure_as_what_aws_says(
      String deletion,
      String deleted,
      String call,
      String parameters,
      String code,
      String message,
      String certainty)
      throws IOException {
    String changed = "{" + deleted.replace('\'', '"') + "}";
    String event = ToldArchive.event("08:30:30", deletion, "", "", changed);
    assertThat(surest(event, call, parameters, code, message)).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = ROWS)
  void of_its_like_in_another_Region_nothing_is_said(
      String deletion,
      String deleted,
      String call,
      String parameters,
      String code,
      String message,
      String certainty)
      throws IOException {
    String changed = "{" + deleted.replace('\'', '"') + "}";
    String event = ToldArchive.event("08:30:30", deletion, "", "", changed);
    String there = event.replace("eu-west-1", "us-east-1");
    assertThat(surest(there, call, parameters, code, message))
        .isEqualTo(deletion.startsWith("iam ") ? certainty : "none");
  }

  private String surest(String change, String call, String parameters, String code, String message)
      throws IOException {
    List<String> records = new ArrayList<>(List.of(change));
    for (int minute = 0; minute < 60; minute++) {
      String time = "08:%02d:00".formatted(minute);
      String named = "{" + parameters.replace('\'', '"') + "}";
      records.add(ToldArchive.event(time, call, minute < 31 ? "" : code, message, named));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream()
        .findFirst()
        .map(s -> s.certainty().name())
        .orElse("none");
  }

  @Test
  void what_was_made_again_before_the_failure_is_there() throws IOException {
    List<String> records = new ArrayList<>();
    String table = "{\"tableName\":\"t1\"}";
    records.add(ToldArchive.event("08:01:30", "dynamodb DeleteTable", "", "", table));
    records.add(ToldArchive.event("08:02:30", "dynamodb CreateTable", "", "", table));
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "ResourceNotFoundException";
      String time = "08:%02d:00".formatted(minute);
      records.add(ToldArchive.event(time, "dynamodb GetItem", code, "No such table", table));
    }
    assertThat(new ToldArchive(folder).incidents(records))
        .singleElement()
        .satisfies(i -> assertThat(i.suspects()).isEmpty());
  }

  private List<Incident> unknown(String key, String... changes) throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "InvalidClientTokenId";
      String time = "08:%02d:00".formatted(minute);
      String call =
          ToldArchive.event(time, "sns ListTopics", code, "It is invalid", "{\"x\":\"y\"}");
      records.add(
          call.replace(
              "\"type\":\"IAMUser\"", "\"type\":\"IAMUser\",\"accessKeyId\":\"" + key + "\""));
    }
    return new ToldArchive(folder).incidents(records);
  }

  private static final String DELETED_USER =
      ToldArchive.event("08:30:40", "iam DeleteUser", "", "", "{\"userName\":\"ci\"}");

  @Test
  void a_session_of_a_caller_that_was_deleted_is_gone_for_certain() throws IOException {
    assertThat(unknown("ASIAIOSFODNN7EXAMPLE", DELETED_USER))
        .singleElement()
        .extracting(Incident::cause)
        .isInstanceOf(Cause.Changed.class);
  }

  @Test
  void the_key_of_a_user_that_was_deleted_was_gone_before() throws IOException {
    String key =
        ToldArchive.event(
            "08:30:30",
            "iam DeleteAccessKey",
            "",
            "",
            "{\"userName\":\"ci\",\"accessKeyId\":\"AKIAIOSFODNN7EXAMPLE\"}");
    assertThat(unknown("AKIAIOSFODNN7EXAMPLE", key, DELETED_USER))
        .singleElement()
        .satisfies(i -> assertThat(i.suspects()).hasSize(1))
        .extracting(Incident::cause)
        .isInstanceOfSatisfying(
            Cause.Changed.class,
            c -> assertThat(c.suspect().change().event().name()).isEqualTo("DeleteAccessKey"));
    assertThat(unknown("AKIAIOSFODNN7EXAMPLE", DELETED_USER))
        .singleElement()
        .satisfies(
            i -> assertThat(i.suspects().getFirst().missing()).startsWith("which DeleteAccessKey"));
  }
}
