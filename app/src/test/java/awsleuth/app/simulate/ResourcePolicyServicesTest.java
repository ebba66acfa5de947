package awsleuth.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.IamCatalog;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcePolicyServicesTest {

  private static final String HERE = ":eu-west-1:111122223333:";

  @Test
  void whatWritesAPolicyOfAResourceTellsThatItHasOne() {
    Map.of(
            "s3:GetObject", "arn:aws:s3:::b/k/l",
            "sqs:SendMessage", "arn:aws:sqs" + HERE + "q",
            "SNS:Publish", "arn:aws:sns" + HERE + "t",
            "kms:Decrypt", "arn:aws:kms" + HERE + "key/1",
            "lambda:InvokeFunction", "arn:aws:lambda" + HERE + "function:f:live",
            "ecr:BatchGetImage", "arn:aws:ecr" + HERE + "repository/r",
            "dynamodb:Query", "arn:aws:dynamodb" + HERE + "table/t/index/i",
            "secretsmanager:GetSecretValue", "arn:aws:secretsmanager" + HERE + "secret:s-AbCdEf",
            "kafka:DescribeCluster", "arn:aws:kafka" + HERE + "cluster/c/1",
            "sts:AssumeRole", "arn:aws:iam::111122223333:role/r")
        .forEach((action, resource) -> assertThat(has(action, resource)).as(action).isTrue());
  }

  @Test
  void ofOthersNothingIsAsserted() {
    Map.of(
            "ec2:StopInstances", "arn:aws:ec2" + HERE + "instance/i-1",
            "cloudformation:DeleteStack", "arn:aws:cloudformation" + HERE + "stack/s/1",
            "execute-api:Invoke", "arn:aws:execute-api" + HERE + "a/b/GET/c",
            "es:ESHttpGet", "arn:aws:es" + HERE + "domain/d/x",
            "iam:GetUser", "arn:aws:iam::111122223333:user/u",
            "nonsense:X", "arn:aws:nonsense" + HERE + "x")
        .forEach((action, resource) -> assertThat(has(action, resource)).as(action).isFalse());
  }

  private static boolean has(String action, String resource) {
    return ResourcePolicyServices.have(action, resource, IamCatalog.embedded());
  }
}
