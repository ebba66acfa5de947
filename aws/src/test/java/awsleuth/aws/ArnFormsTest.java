package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which resource types an ARN or a pattern could be of. */
class ArnFormsTest {

  private static final IamCatalog IAM = IamCatalog.embedded();

  private static String types(String prefix, String arn) {
    return String.join(
        ", ",
        IAM.service(prefix).orElseThrow().resourceTypesOf(arn).stream()
            .map(ResourceType::name)
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "s3; arn:aws:s3:::b; bucket",
        "s3; arn:aws:s3:::b/*; object",
        "s3; arn:aws:s3:::b/key/with/more; object",
        "s3; arn:aws:s3:::b*; bucket, object",
        "s3; arn:aws:s3:::*; bucket, object",
        "s3; arn:aws:s3:::*/*; object",
        "s3; arn:*:s3:::b/?*; object",
        "s3; arn:aws:s3:::; ''",
        "s3; arn:aws:s3:eu-west-1:111122223333:b; ''",
        "s3; arn:aws:s3:eu-west-1:111122223333:accesspoint/p; accesspoint",
        "s3; arn:aws:s3:eu-west-1:111122223333:accesspoint/p/object/k; accesspointobject",
        "sqs; arn:aws:sqs:eu-west-1:111122223333:q; queue",
        "sqs; arn:aws:sqs:*:*:q; queue",
        "sqs; arn:aws:sqs:eu-west-1:q; ''",
        "sqs; arn:aws:sns:eu-west-1:111122223333:q; ''",
        "lambda; arn:aws:lambda:eu-west-1:111122223333:function:f; function",
        "lambda; arn:aws:lambda:eu-west-1:111122223333:function:f:1; function, function alias, function version",
        "lambda; arn:aws:lambda:eu-west-1:111122223333:layer:l:1; layer, layerVersion",
        "logs; arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f; log-group",
        "logs; arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:*; log-group, log-stream",
        "logs; arn:aws:logs:eu-west-1:111122223333:log-group:g:log-stream:s; log-group, log-stream",
        "dynamodb; arn:aws:dynamodb:eu-west-1:111122223333:table/t; table",
        "dynamodb; arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i; index",
        "kms; arn:aws:kms:eu-west-1:111122223333:key/1; key",
        "kms; arn:aws:kms:eu-west-1:111122223333:alias/a; alias",
        "ec2; arn:aws:ec2:eu-west-1:111122223333:instance/*; instance",
        "ec2; arn:aws:ec2::111122223333:instance/*; ''",
        "ec2; arn:aws:ec2:eu-west-1::image/ami-1; image",
        "iam; arn:aws:iam::111122223333:role/path/r; role",
        "iam; arn:aws:iam::111122223333:policy/p; policy",
        "apigateway; arn:aws:apigateway:eu-west-1::/restapis/a/stages/prod; Stage",
        "states; arn:aws:states:eu-west-1:111122223333:stateMachine:m; statemachine",
        "greengrass; arn:aws:greengrass:eu-west-1:111122223333:deployments:d; deployment",
      })
  void couldBeOf(String prefix, String arn, String types) {
    assertThat(types(prefix, arn)).isEqualTo(types);
  }

  @Test
  void aStarCouldBeOfAnyType() {
    for (String prefix : List.of("s3", "ec2", "iam", "lambda", "apigateway")) {
      IamService service = IAM.service(prefix).orElseThrow();
      assertThat(service.resourceTypesOf("*")).as(prefix).isEqualTo(service.resourceTypes());
    }
  }

  @Test
  void onlyTypesThatTheActionTakesRemain() {
    IamService s3 = IAM.service("s3").orElseThrow();
    IamAction list = s3.action("ListBucket").orElseThrow();
    assertThat(s3.resourceTypesOf(list, "arn:aws:s3:::b/*")).isEmpty();
    assertThat(s3.resourceTypesOf(list, "arn:aws:s3:::b*"))
        .extracting(ResourceType::name)
        .containsExactly("bucket");
  }

  /** What AWS publishes as the form of a type's ARN is, filled in, an ARN that could be of it. */
  @Test
  void everyTypeIsFoundByItsOwnForm() {
    for (String prefix : IAM.prefixes()) {
      IamService service = IAM.service(prefix).orElseThrow();
      for (ResourceType type : service.resourceTypes()) {
        for (String arn : type.arns()) {
          String filled = arn.replaceAll("\\$\\{\\w+}", "x").replace("*", "x");
          assertThat(ArnForm.of(arn).meets(filled)).as(prefix + " " + arn).isTrue();
          String pattern = arn.replaceAll("\\$\\{\\w+}", "*");
          assertThat(service.resourceTypesOf(filled)).as(prefix + " " + filled).contains(type);
          assertThat(service.resourceTypesOf(pattern)).as(prefix + " " + arn).contains(type);
        }
      }
    }
  }

  @Test
  void noPatternTakesLong() {
    IamService ec2 = IAM.service("ec2").orElseThrow();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(ec2.resourceTypesOf("arn:aws:none:" + "*a".repeat(1000))).isEmpty();
          assertThat(ec2.resourceTypesOf("arn:" + "*a".repeat(1000))).isNotEmpty();
          assertThat(ec2.resourceTypesOf("*".repeat(2000))).isEqualTo(ec2.resourceTypes());
          assertThat(ec2.resourceTypesOf("*a".repeat(1_000_000))).isEqualTo(ec2.resourceTypes());
        });
  }
}
