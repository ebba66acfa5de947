package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PyValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CliCommandTest {

  @Test
  void commandsAndOptionsAreNamedAsTheCliNamesThem() {
    assertThat(of("iam", "GetRolePolicy", Map.of("RoleName", "app", "PolicyName", "in line")))
        .isEqualTo("aws iam get-role-policy --policy-name 'in line' --role-name app");
    assertThat(of("s3", "GetBucketPolicy", Map.of("Bucket", "reports")))
        .isEqualTo("aws s3api get-bucket-policy --bucket reports");
    assertThat(of("route53", "GetTrafficPolicy", Map.of("Id", "a", "Version", 2)))
        .isEqualTo("aws route53 get-traffic-policy --id a --traffic-policy-version 2");
  }

  @Test
  void listsAreWordsAndWhatHasMembersIsJson() {
    assertThat(of("sqs", "GetQueueAttributes", Map.of("AttributeNames", List.of("Policy", "All"))))
        .isEqualTo("aws sqs get-queue-attributes --attribute-names Policy All");
    assertThat(
            of(
                "cloudwatch",
                "GetMetricStatistics",
                Map.of("Dimensions", List.of(Map.of("Name", "Resource")))))
        .isEqualTo(
            "aws cloudwatch get-metric-statistics --dimensions '[{\"Name\": \"Resource\"}]'");
    assertThat(of("ec2", "DescribeRegions", Map.of("AllRegions", new PyValue.Bool(false))))
        .isEqualTo("aws ec2 describe-regions --no-all-regions");
  }

  @Test
  void thereIsNoneWhereTheCliHasNone() {
    assertThat(of("bedrock-runtime", "ConverseStream", Map.of())).isEmpty();
  }

  private static String of(String service, String operation, Map<String, ?> parameters) {
    return CliCommand.of(AwsCatalog.embedded(), service, operation, parameters);
  }
}
