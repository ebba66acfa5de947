package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.python.Raising;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether S3 and STS are asked at their endpoints that belong to no Region. */
record GlobalEndpoints(ClientSettings settings) {

  private static final Set<String> LEGACY_STS_REGIONS =
      Set.of(
          "ap-northeast-1",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "aws-global",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2");

  /** As {@link #ofS3}, with the setting that decided. */
  Found<Object> s3Found(@Nullable String region, Map<String, Found<Object>> s3) {
    boolean global = ofS3(region, s3);
    Found<Object> set = isUsEast1(region) ? s3.get("us_east_1_regional_endpoint") : null;
    return new Found<>(global, set == null ? new Origin.Default() : set.origin());
  }

  /** As {@link #ofSts}, with the setting that decided. */
  Found<Object> stsFound(@Nullable String region) {
    boolean global = ofSts(region);
    Optional<Found<Object>> set = isLegacyOfSts(region) ? sts() : Optional.empty();
    return new Found<>(global, set.map(Found::origin).orElse(new Origin.Default()));
  }

  /** Whether S3 is asked at its global endpoint, as in the past for {@code us-east-1}. */
  boolean ofS3(@Nullable String region, Map<String, Found<Object>> s3) {
    Object value =
        s3.containsKey("us_east_1_regional_endpoint")
            ? ClientSettings.value(s3, "us_east_1_regional_endpoint")
            : "legacy";
    if (!"legacy".equals(value) && !"regional".equals(value)) {
      throw Raising.botocore(
          "InvalidS3UsEast1RegionalEndpointConfigError",
          "S3 us-east-1 regional endpoint option "
              + Python.str(value)
              + " is invalid. Valid options are: \"legacy\", \"regional\"");
    }
    return "legacy".equals(value) && isUsEast1(region);
  }

  /** Whether the setting counts; in other Regions there is no choice. */
  private static boolean isUsEast1(@Nullable String region) {
    return region == null || region.equals("us-east-1");
  }

  /** Whether STS is asked at its global endpoint, as in the past for the older Regions. */
  boolean ofSts(@Nullable String region) {
    Object value = sts().map(Found::value).orElse("regional");
    if (!value.equals("legacy") && !value.equals("regional")) {
      throw Raising.botocore(
          "InvalidSTSRegionalEndpointsConfigError",
          "STS regional endpoints option "
              + Python.str(value)
              + " is invalid. Valid options are: \"legacy\", \"regional\"");
    }
    return value.equals("legacy") && isLegacyOfSts(region);
  }

  /** Whether the Region is one of those whose calls STS took at its global endpoint. */
  static boolean isLegacyOfSts(@Nullable String region) {
    return region != null && LEGACY_STS_REGIONS.contains(region);
  }

  /** Which endpoints of STS are set; empty where nothing sets them. */
  Optional<Found<Object>> sts() {
    return settings
        .any("", "AWS_STS_REGIONAL_ENDPOINTS", "sts_regional_endpoints")
        .or(() -> settings.preset("stsRegionalEndpoints"))
        .filter(f -> Python.isTrue(f.value()));
  }
}
