package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamActionsTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  /** Services that ended and are no longer in the Service Authorization Reference. */
  private static final List<String> WITHOUT = List.of("applicationcostprofiler", "iotthingsgraph");

  @ParameterizedTest
  @CsvSource({
    "s3, ListObjectsV2, s3:ListBucket",
    "s3, HeadObject, s3:GetObject",
    "s3, HeadBucket, s3:ListBucket",
    "s3, ListBuckets, s3:ListAllMyBuckets",
    "s3, UploadPart, s3:PutObject",
    "s3, GetObject, s3:GetObject",
    "s3, CopyObject, s3:GetObject s3:PutObject",
    "s3control, GetPublicAccessBlock, s3:GetAccountPublicAccessBlock",
    "lambda, Invoke, lambda:InvokeFunction",
    "bedrock-runtime, Converse, bedrock:InvokeModel",
    "bedrock-runtime, InvokeModel, bedrock:InvokeModel",
    "dynamodb, BatchWriteItem, dynamodb:BatchWriteItem",
    "dynamodb, TransactGetItems, dynamodb:GetItem",
    "sqs, SendMessageBatch, sqs:SendMessage",
    "kms, ReEncrypt, kms:ReEncryptFrom kms:ReEncryptTo",
    "stepfunctions, StartExecution, states:StartExecution",
    "cloudwatch, PutMetricData, cloudwatch:PutMetricData",
    "elbv2, DescribeLoadBalancers, elasticloadbalancing:DescribeLoadBalancers",
    "apigateway, GetRestApis, apigateway:GET",
    "apigatewayv2, CreateApi, apigateway:POST",
    "apigatewaymanagementapi, PostToConnection, execute-api:ManageConnections",
    "iot-data, Publish, iot:Publish",
    "ecs, RunTask, ecs:RunTask iam:PassRole",
  })
  void anOperationNeedsTheseActions(String service, String operation, String actions) {
    assertThat(String.join(" ", CATALOG.iamActions(service, operation))).isEqualTo(actions);
  }

  @Test
  void anUnknownServiceNeedsNone() {
    assertThat(CATALOG.iamActions("nothing", "GetObject")).isEmpty();
  }

  @Test
  void theTablesNameWhatBotocoreHas() {
    for (List<String> line : HandTable.open("iam-actions.txt").lines()) {
      int colon = line.getFirst().indexOf(':');
      Service service = CATALOG.service(line.getFirst().substring(0, colon)).orElseThrow();
      String operation = line.getFirst().substring(colon + 1);
      assertThat(operation.equals("*") || service.operation(operation).isPresent())
          .as(line.getFirst())
          .isTrue();
      assertThat(line.subList(1, line.size())).isNotEmpty().allMatch(IamActionsTest::isKnown);
    }
    for (List<String> line : HandTable.open("iam-prefixes.txt").lines()) {
      assertThat(CATALOG.hasService(line.getFirst())).as(line.getFirst()).isTrue();
    }
    for (List<String> line : HandTable.open("errors.txt").lines()) {
      assertThat(CATALOG.hasService(line.get(1))).as(line.getFirst()).isTrue();
    }
    for (List<String> line : HandTable.open("aliases.txt").lines()) {
      assertThat(line.get(1).equals("-") || CATALOG.hasService(line.get(1))).isTrue();
    }
  }

  private static boolean isKnown(String action) {
    return action.equals("-")
        || CATALOG.iam().action(action.replace(IamActions.METHOD, "GET")).isPresent();
  }

  @Test
  void everyPrefixOfAServiceIsOfIamOrKnownNotToBe() {
    for (String service : CATALOG.services()) {
      String prefix = IamActions.prefix(CATALOG.service(service).orElseThrow().metadata());
      assertThat(CATALOG.iam().hasPrefix(prefix) || WITHOUT.contains(service))
          .as(service + " " + prefix)
          .isTrue();
    }
  }
}
