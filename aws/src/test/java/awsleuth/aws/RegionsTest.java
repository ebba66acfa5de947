package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionsTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  @Test
  void everyRegionHasItsPartition() {
    assertThat(CATALOG.regions()).hasSizeGreaterThan(40).isSorted();
    assertThat(CATALOG.region("eu-west-1")).contains(new Region("eu-west-1", "aws"));
    assertThat(CATALOG.region("cn-north-1")).contains(new Region("cn-north-1", "aws-cn"));
    assertThat(CATALOG.region("us-gov-west-1")).contains(new Region("us-gov-west-1", "aws-us-gov"));
    assertThat(CATALOG.region("eusc-de-east-1")).contains(new Region("eusc-de-east-1", "aws-eusc"));
  }

  @Test
  void whatIsNoRegionIsEmpty() {
    assertThat(CATALOG.region("eu-west-1a")).isEmpty();
    assertThat(CATALOG.region("aws-global")).isEmpty();
    assertThat(CATALOG.region("=aws")).isEmpty();
    assertThat(CATALOG.region("")).isEmpty();
    assertThat(CATALOG.regions()).doesNotContain("aws-global").noneMatch(r -> r.startsWith("="));
  }

  @Test
  void newerRegionsHaveToBeEnabled() {
    assertThat(CATALOG.optIn("af-south-1")).isTrue();
    assertThat(CATALOG.optIn("eu-central-2")).isTrue();
    assertThat(CATALOG.optIn("eu-central-1")).isFalse();
    assertThat(CATALOG.optIn("cn-north-1")).isFalse();
    assertThat(CATALOG.optIn("no-such-1")).isFalse();
  }

  @Test
  void aServiceIsInARegionOrNotOrNobodyKnows() {
    assertThat(CATALOG.serviceInRegion("s3", "eu-west-1")).contains(true);
    assertThat(CATALOG.serviceInRegion("iam", "eu-west-1")).contains(true);
    assertThat(CATALOG.serviceInRegion("route53domains", "eu-west-1")).contains(false);
    assertThat(CATALOG.serviceInRegion("bedrock-runtime", "eu-west-1")).isEmpty();
    assertThat(CATALOG.serviceInRegion("s3", "eu-west-9")).isEmpty();
    assertThat(CATALOG.serviceInRegion("nothing", "eu-west-1")).isEmpty();
  }

  @Test
  void aServiceMayHaveOneEndpointForAllRegionsOfAPartition() {
    assertThat(CATALOG.hasOneEndpoint("iam", "eu-west-1")).isTrue();
    assertThat(CATALOG.hasOneEndpoint("route53", "eu-west-1")).isTrue();
    assertThat(CATALOG.hasOneEndpoint("sts", "eu-west-1")).isFalse();
    assertThat(CATALOG.hasOneEndpoint("s3", "eu-west-1")).isFalse();
    assertThat(CATALOG.hasOneEndpoint("iam", "eu-west-9")).isFalse();
  }
}
