package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  @ParameterizedTest
  @CsvSource({
    "s3, s3",
    "S3, s3",
    "Amazon S3, s3",
    "AmazonS3, s3",
    "Amazon Simple Storage Service, s3",
    "s3api, s3",
    "s3.amazonaws.com, s3",
    "SFN, stepfunctions",
    "AWS Step Functions, stepfunctions",
    "states, stepfunctions",
    "states.amazonaws.com, stepfunctions",
    "DynamoDBv2, dynamodb",
    "AmazonDynamoDBv2, dynamodb",
    "AmazonEC2, ec2",
    "Simple Queue Service, sqs",
    "AmazonSQS, sqs",
    "SimpleEmailService, ses",
    "AWSSecurityTokenService, sts",
    "monitoring.amazonaws.com, cloudwatch",
    "CloudWatch Logs, logs",
    "EventBridge, events",
    "AWSSimpleSystemsManagement, ssm",
    "CognitoIdentityProvider, cognito-idp",
    "Elastic Load Balancing v2, elbv2",
    "elasticmapreduce, emr",
    "configservice, config",
    "tagging, resourcegroupstaggingapi",
    "AWSKMS, kms",
    "Cognito User Pools, cognito-idp",
    "alb, elbv2",
    "vpc, ec2",
    "AWSLambda, lambda",
  })
  void aServiceIsFoundByItsOtherNames(String name, String service) {
    assertThat(CATALOG.serviceOfId(name)).contains(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-", "Elastic Load Balancing", "email", "no such service", "aws"})
  void whatNamesNoneOrSeveralIsEmpty(String name) {
    assertThat(CATALOG.serviceOfId(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "list_objects_v2, ListObjectsV2",
    "list-objects-v2, ListObjectsV2",
    "listobjectsv2, ListObjectsV2",
    "ListObjectsV2, ListObjectsV2",
    "get_bucket_acl, GetBucketAcl",
    "create_cached_iscsi_volume, CreateCachediSCSIVolume",
    "list_hits_for_qualification_type, ListHITsForQualificationType",
    "batch-write-item, BatchWriteItem",
    "CreateDbInstance, CreateDbInstance",
    "CreateDBInstance, CreateDBInstance",
  })
  void anOperationIsFoundInAnyForm(String form, String operation) {
    assertThat(CATALOG.operationName(form)).contains(operation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "_", "list_objectsv2", "list objects v2 x", "create_db_instance", "NoSuchOp"})
  void whatIsNoFormOrThatOfSeveralIsEmpty(String form) {
    assertThat(CATALOG.operationName(form)).isEmpty();
  }

  @Test
  void theServiceSettlesWhatIsAmbiguous() {
    assertThat(CATALOG.operationName("rds", "create_db_instance")).contains("CreateDBInstance");
    assertThat(CATALOG.operationName("timestream-influxdb", "create_db_instance"))
        .contains("CreateDbInstance");
    assertThat(CATALOG.operationName("s3", "create_db_instance")).isEmpty();
  }

  @Test
  void operationsAndCodesLeadToServices() {
    assertThat(CATALOG.servicesWithOperation("ListObjectsV2")).containsExactly("s3");
    assertThat(CATALOG.servicesWithOperation("CreateDBCluster"))
        .containsExactly("docdb", "neptune", "rds");
    assertThat(CATALOG.servicesWithOperation("listObjectsV2")).isEmpty();
    assertThat(CATALOG.servicesWithOperation("")).isEmpty();
    assertThat(CATALOG.servicesWithErrorCode("NoSuchBucket")).containsExactly("s3");
    assertThat(CATALOG.servicesWithErrorCode("AWS.SimpleQueueService.NonExistentQueue"))
        .containsExactly("sqs");
    assertThat(CATALOG.servicesWithErrorCode("RequestLimitExceeded")).contains("dynamodb", "ec2");
    assertThat(CATALOG.servicesWithErrorCode("NoSuchCode")).isEmpty();
  }

  @Test
  void everyOperationOfEveryServiceIsInTheIndex() {
    for (String name : CATALOG.services()) {
      Service service = CATALOG.service(name).orElseThrow();
      for (String operation : service.operationNames()) {
        assertThat(CATALOG.servicesWithOperation(operation)).contains(name);
      }
      for (ErrorShape error : service.errors()) {
        assertThat(CATALOG.servicesWithErrorCode(error.code())).contains(name);
      }
      assertThat(CATALOG.serviceOfId(service.metadata().name())).contains(name);
    }
  }

  @Test
  void prefixesOfActionsLeadToServices() {
    assertThat(CATALOG.servicesWithIamPrefix("s3")).containsExactly("s3", "s3control");
    assertThat(CATALOG.servicesWithIamPrefix("elasticloadbalancing"))
        .containsExactly("elb", "elbv2");
    assertThat(CATALOG.servicesWithIamPrefix("states")).containsExactly("stepfunctions");
    assertThat(CATALOG.servicesWithIamPrefix("cloudwatch")).containsExactly("cloudwatch");
    assertThat(CATALOG.servicesWithIamPrefix("tag")).containsExactly("resourcegroupstaggingapi");
    assertThat(CATALOG.servicesWithIamPrefix("monitoring")).isEmpty();
  }

  @Test
  void nearNamesComeBestFirst() {
    assertThat(CATALOG.nearest("dynamobd", CATALOG.services(), 3)).first().isEqualTo("dynamodb");
    assertThat(CATALOG.nearest("eu-wset-1", CATALOG.regions(), 1)).containsExactly("eu-west-1");
    assertThat(CATALOG.nearest("US-EAST-1", CATALOG.regions(), 1)).containsExactly("us-east-1");
    List<String> options = List.of("--max-number-of-messages", "--queue-url", "--wait");
    assertThat(CATALOG.nearest("--max-messages", options, 1))
        .containsExactly("--max-number-of-messages");
    assertThat(CATALOG.nearest("Val", List.of("Name", "Values"), 1)).containsExactly("Values");
    assertThat(CATALOG.nearest("cli", List.of("cli_pager"), 1)).isEmpty();
    assertThat(CATALOG.nearest("zzzzzz", CATALOG.services(), 3)).isEmpty();
    assertThat(CATALOG.nearest("", CATALOG.services(), 3)).isEmpty();
    assertThat(CATALOG.nearest("abc", List.of("abd", "abe", "abf"), 2))
        .containsExactly("abd", "abe");
  }

  @Test
  void aWaiterTellsTheOperationThatItAsks() {
    assertThat(CATALOG.waiterOperations("BucketExists"))
        .containsExactly(entry("HeadBucket", List.of("s3")));
    assertThat(CATALOG.waiterOperations("NoSuchWaiter")).isEmpty();
  }

  @Test
  void aParameterThatOneServiceTakesNamesIt() {
    assertThat(CATALOG.serviceWithParameter("ChangeBatch")).contains("route53");
    assertThat(CATALOG.serviceWithParameter("Tags")).isEmpty();
    assertThat(CATALOG.serviceWithParameter("NoSuchParameter")).isEmpty();
  }
}
