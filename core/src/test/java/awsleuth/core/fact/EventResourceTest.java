package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.Readers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The resources that events tell. */
class EventResourceTest {

  private static EventRequest of(String service, String operation, String parameters) {
    String event =
        """
        {"eventVersion": "1.09", "eventSource": "%s.amazonaws.com", "eventName": "%s",
         "awsRegion": "eu-west-1", "recipientAccountId": "111122223333",
         "userIdentity": {"type": "AssumedRole", "arn": "arn:aws:sts::111122223333:assumed-role/app/s"},
         "requestParameters": %s}
        """
            .formatted(service, operation, parameters);
    AwsCatalog catalog = AwsCatalog.embedded();
    Artifact artifact = new Artifact("event.json", Artifact.Kind.TRAIL, event);
    return EventRequest.of((TrailEvent) Readers.read(artifact, catalog).getFirst(), catalog);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kms|Decrypt|{'keyId': 'k1'}|arn:aws:kms:eu-west-1:111122223333:key/k1",
        "kms|Decrypt|{'keyId': 'arn:aws:kms:eu-west-1:999988887777:key/k1'}"
            + "|arn:aws:kms:eu-west-1:999988887777:key/k1",
        "dynamodb|GetItem|{'tableName': 'arn:aws:dynamodb:eu-west-1:111122223333:table/t'}"
            + "|arn:aws:dynamodb:eu-west-1:111122223333:table/t",
        "sqs|SendMessage|{'queueUrl': 'https://sqs.eu-west-1.amazonaws.com/999988887777/q'}"
            + "|arn:aws:sqs:eu-west-1:999988887777:q",
        "ssm|GetParameter|{'name': '/a/b'}|arn:aws:ssm:eu-west-1:111122223333:parameter/a/b",
        "iam|CreateUser|{'userName': 'u', 'path': '/x/'}|arn:aws:iam::111122223333:user/x/u",
        "bedrock|InvokeModel|{'modelId': 'anthropic.claude-3'}"
            + "|arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3",
        "s3|GetObject|{'bucketName': 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap', 'key': 'k'}"
            + "|arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/k"
      })
  void parametersTellTheResource(
      String service, String operation, String parameters, String resource) {
    assertThat(of(service, operation, parameters.replace('\'', '"')).resource())
        .isEqualTo(resource);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kms|Decrypt|{'keyId': 'alias/x'}",
        "secretsmanager|GetSecretValue|{'secretId': 'x'}",
        "iam|PutRolePolicy|{'roleName': 'r', 'policyName': 'p'}",
        "bedrock|InvokeModel|{'modelId': 'eu.anthropic.claude-3'}"
      })
  void whatTheParametersDoNotTellIsUnknown(String service, String operation, String parameters) {
    assertThat(of(service, operation, parameters.replace('\'', '"')).resource()).isEmpty();
  }

  @Test
  void aCopyReadsItsSource() {
    EventRequest copy =
        of(
            "s3",
            "CopyObject",
            "{\"bucketName\": \"b\", \"key\": \"k\", \"x-amz-copy-source\": \"/c/d%20e?versionId=v\"}");
    assertThat(copy.resources())
        .containsEntry("s3:GetObject", List.of("arn:aws:s3:::c/d e"))
        .containsEntry("s3:PutObject", List.of("arn:aws:s3:::b/k"));
  }

  @Test
  void eachInstanceIsAResource() {
    EventRequest both =
        of(
            "ec2",
            "TerminateInstances",
            "{\"instancesSet\": {\"items\": [{\"instanceId\": \"i-1\"}, {\"instanceId\": \"i-2\"}]}}");
    assertThat(both.resources().get("ec2:TerminateInstances"))
        .containsExactly(
            "arn:aws:ec2:eu-west-1:111122223333:instance/i-1",
            "arn:aws:ec2:eu-west-1:111122223333:instance/i-2");
  }
}
