package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  /** A host, its services, the Region (- if it has none), the bucket (- if it has none). */
  @ParameterizedTest
  @CsvSource({
    "s3.eu-west-1.amazonaws.com, s3, eu-west-1, -",
    "s3-eu-west-1.amazonaws.com, s3, eu-west-1, -",
    "reports.s3.eu-west-1.amazonaws.com, s3, eu-west-1, reports",
    "reports.example.com.s3.eu-west-1.amazonaws.com, s3, eu-west-1, reports.example.com",
    "reports.s3-eu-west-1.amazonaws.com, s3, eu-west-1, reports",
    "reports.s3.amazonaws.com, s3, -, reports",
    "s3.s3.amazonaws.com, s3, -, s3",
    "logs.s3.amazonaws.com, s3, -, logs",
    "s3.amazonaws.com, s3, -, -",
    "reports.s3-accelerate.amazonaws.com, s3, -, reports",
    "reports.s3-accelerate.dualstack.amazonaws.com, s3, -, reports",
    "reports.s3.dualstack.us-east-1.amazonaws.com, s3, us-east-1, reports",
    "reports.s3-website.eu-central-1.amazonaws.com, s3, eu-central-1, reports",
    "reports.s3-website-us-east-1.amazonaws.com, s3, us-east-1, reports",
    "s3-external-1.amazonaws.com, s3, us-east-1, -",
    "ap-123456789012.s3-accesspoint.eu-west-1.amazonaws.com, s3, eu-west-1, -",
    "alias.accesspoint.s3-global.amazonaws.com, s3, -, -",
    "d--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com, s3, us-east-1, d--use1-az4--x-s3",
    "s3express-control.us-east-1.amazonaws.com, s3 s3control, us-east-1, -",
    "123456789012.s3-control.eu-west-1.amazonaws.com, s3control, eu-west-1, -",
    "queue.amazonaws.com, sqs, us-east-1, -",
    "eu-west-1.queue.amazonaws.com, sqs, eu-west-1, -",
    "sqs.amazonaws.com, sqs, -, -",
    "api.ecr.eu-west-1.amazonaws.com, ecr, eu-west-1, -",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com, ecr, eu-west-1, -",
    "runtime.sagemaker.us-east-1.amazonaws.com, sagemaker-runtime, us-east-1, -",
    "bedrock-agent.us-east-1.amazonaws.com, bedrock-agent, us-east-1, -",
    "streams.dynamodb.us-east-1.amazonaws.com, dynamodbstreams, us-east-1, -",
    "123456789012.ddb.eu-west-1.amazonaws.com, dynamodb, eu-west-1, -",
    "a1b2c3.execute-api.eu-west-1.amazonaws.com, apigatewaymanagementapi, eu-west-1, -",
    "data.iot.eu-west-1.amazonaws.com, iot-data, eu-west-1, -",
    "a1b2c3-ats.iot.eu-west-1.amazonaws.com, iot-data iot, eu-west-1, -",
    "oidc.eu-west-1.amazonaws.com, sso-oidc, eu-west-1, -",
    "portal.sso.eu-west-1.amazonaws.com, sso, eu-west-1, -",
    "monitoring.eu-west-1.amazonaws.com, cloudwatch, eu-west-1, -",
    "sync-states.us-east-1.amazonaws.com, stepfunctions, us-east-1, -",
    "email.eu-west-1.amazonaws.com, ses sesv2 pinpoint-email, eu-west-1, -",
    "rds.eu-west-1.amazonaws.com, rds docdb neptune, eu-west-1, -",
    "iam.amazonaws.com, iam, -, -",
    "sts.amazonaws.com, sts, -, -",
    "s3.cn-north-1.amazonaws.com.cn, s3, cn-north-1, -",
    "dynamodb.eu-west-1.api.aws, dynamodb, eu-west-1, -",
    "vpce-0a1b-2c3d.s3.eu-west-1.vpce.amazonaws.com, s3, eu-west-1, -",
    "bucket.vpce-0a1b-2c3d.s3.eu-west-1.vpce.amazonaws.com, s3, eu-west-1, -",
    "reports.bucket.vpce-0a1b-2c3d.s3.eu-west-1.vpce.amazonaws.com, s3, eu-west-1, reports",
    "control.vpce-0a1b-2c3d.s3.eu-west-1.vpce.amazonaws.com, s3control, eu-west-1, -",
    "vpce-0a1b-us-east-1a.sqs.us-east-1.vpce.amazonaws.com, sqs, us-east-1, -",
    "ec2.eu-xy-vm1.amazonaws.com, ec2, eu-xy-vm1, -",
    "s3.None.amazonaws.com, s3, None, -",
    "SQS.US-EAST-1.AMAZONAWS.COM, sqs, US-EAST-1, -",
    "cognito-idp.us-east-1.amazonaws.com:443, cognito-idp, us-east-1, -",
    "sqs.eu-west-1.amazonaws.com., sqs, eu-west-1, -",
  })
  void aHostTellsServiceRegionAndBucket(
      String host, String services, String region, String bucket) {
    HostName name = CATALOG.host(host).orElseThrow();
    assertThat(String.join(" ", name.services())).isEqualTo(services);
    assertThat(name.region().orElse("-")).isEqualTo(region);
    assertThat(name.bucket().orElse("-")).isEqualTo(bucket);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "amazonaws.com",
        ".amazonaws.com",
        "example.com",
        "s3.eu-west-1.amazonaws.com.example.com",
        "ec2-192-0-2-1.compute-1.amazonaws.com",
        "my-balancer-1.eu-west-1.elb.amazonaws.com",
        "db.a1b2c3.eu-west-1.rds.amazonaws.com",
        "s3 .amazonaws.com",
        "localhost"
      })
  void otherHostsAreNoEndpoints(String host) {
    assertThat(CATALOG.host(host)).isEmpty();
  }

  @Test
  void aMissingRegionIsPresentAndEmpty() {
    HostName name = CATALOG.host("s3..amazonaws.com").orElseThrow();
    assertThat(name.services()).containsExactly("s3");
    assertThat(name.region()).contains("");
    assertThat(name.regionKnown()).isFalse();
  }

  @Test
  void aZoneInTheRegionsPlaceIsKnownForWhatItIs() {
    HostName name = CATALOG.host("sqs.us-east-1a.amazonaws.com").orElseThrow();
    assertThat(name.region()).contains("us-east-1a");
    assertThat(name.regionKnown()).isFalse();
    assertThat(name.availabilityZoneOf()).contains("us-east-1");
  }

  @Test
  void anInventedRegionIsNotKnown() {
    assertThat(CATALOG.host("ec2.eu-xy-vm1.amazonaws.com").orElseThrow().regionKnown()).isFalse();
    assertThat(CATALOG.host("ec2.eu-west-1.amazonaws.com").orElseThrow().regionKnown()).isTrue();
  }

  @Test
  void anUnknownServiceInAKnownRegionHasNoServices() {
    HostName name = CATALOG.host("lamda.eu-west-1.amazonaws.com").orElseThrow();
    assertThat(name.services()).isEmpty();
    assertThat(name.region()).contains("eu-west-1");
  }

  @Test
  void marksOfFipsAndDualStackAreSeen() {
    HostName both = CATALOG.host("s3-fips.dualstack.us-east-1.amazonaws.com").orElseThrow();
    assertThat(List.of(both.fips(), both.dualStack())).containsExactly(true, true);
    HostName fips = CATALOG.host("fips.batch.us-east-1.amazonaws.com").orElseThrow();
    assertThat(List.of(fips.fips(), fips.dualStack())).containsExactly(true, false);
    HostName dual = CATALOG.host("ecr.us-east-1.api.aws").orElseThrow();
    assertThat(List.of(dual.fips(), dual.dualStack())).containsExactly(false, true);
    assertThat(dual.dnsSuffix()).isEqualTo("api.aws");
  }

  @Test
  void veryLongAndVeryDottedHostsAreRefusedAtOnce() {
    assertThat(CATALOG.host("a.".repeat(1_000_000) + "amazonaws.com")).isEqualTo(Optional.empty());
    assertThat(CATALOG.host("a.".repeat(100) + "s3.amazonaws.com")).isPresent();
  }
}
