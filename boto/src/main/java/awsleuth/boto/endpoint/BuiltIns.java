package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the rules that botocore computes from the settings of a setup.
 *
 * @param s3 the settings of S3
 * @param expressDisabled whether S3 Express is to be used without sessions
 */
record BuiltIns(
    ClientSetup setup,
    Map<String, Found<Object>> s3,
    Found<Object> accountMode,
    Found<Object> expressDisabled) {

  /**
   * All that have a value, by their names.
   *
   * @throws Raising if a setting of S3 or STS has a value that it cannot have
   */
  Map<String, Found<Object>> of(@Nullable String region) {
    Map<String, Found<Object>> all = new LinkedHashMap<>();
    Optional<Found<String>> custom = setup.customUrl().filter(found -> !found.value().isEmpty());
    if (region != null) {
      all.put("AWS::Region", new Found<>(region, setup.decisions().regionOrigin(region)));
    }
    Optional<Found<Object>> fips = setup.fips().filter(found -> Python.isTrue(found.value()));
    Optional<Found<Object>> dual = setup.dualStack().filter(f -> Python.isTrue(f.value()));
    all.put("AWS::UseFIPS", custom.isEmpty() && fips.isPresent() ? fips.get() : preset(false));
    all.put("AWS::UseDualStack", custom.isEmpty() && dual.isPresent() ? dual.get() : preset(false));
    fips.ifPresent(found -> setup.decisions().add(ClientSetting.FIPS, found));
    dual.ifPresent(found -> setup.decisions().add(ClientSetting.DUAL_STACK, found));
    GlobalEndpoints global = new GlobalEndpoints(setup.settings());
    decide(global);
    all.put("AWS::STS::UseGlobalEndpoint", global.stsFound(region));
    all.put("AWS::S3::UseGlobalEndpoint", global.s3Found(region, s3));
    all.put("AWS::S3::Accelerate", setting("use_accelerate_endpoint", false));
    all.put("AWS::S3::ForcePathStyle", forcesPath());
    all.put("AWS::S3::UseArnRegion", setting("use_arn_region", true));
    all.put("AWS::S3Control::UseArnRegion", setting("use_arn_region", false));
    all.put(
        "AWS::S3::DisableMultiRegionAccessPoints",
        setting("s3_disable_multiregion_access_points", false));
    all.put("AWS::S3::DisableS3ExpressSessionAuth", expressDisabled);
    custom.ifPresent(found -> all.put("SDK::Endpoint", new Found<>(found.value(), found.origin())));
    accountId().ifPresent(found -> all.put("AWS::Auth::AccountId", found));
    all.put("AWS::Auth::AccountIdEndpointMode", accountMode);
    all.values().removeIf(found -> found.value() == null);
    return all;
  }

  /** Notes the settings of S3 and STS that decide on their clients. */
  private void decide(GlobalEndpoints global) {
    if (setup.isS3()) {
      note(ClientSetting.ADDRESSING_STYLE, s3.get("addressing_style"));
      note(ClientSetting.ACCELERATION, s3.get("use_accelerate_endpoint"));
      note(ClientSetting.S3_OF_US_EAST_1, s3.get("us_east_1_regional_endpoint"));
      note(ClientSetting.REGION_OF_ARNS, s3.get("use_arn_region"));
    } else if (setup.metadata().endpointPrefix().equals("sts")) {
      note(ClientSetting.STS_ENDPOINTS, global.sts().orElse(null));
    }
  }

  private void note(ClientSetting setting, @Nullable Found<Object> found) {
    if (found != null) {
      setup.decisions().add(setting, found);
    }
  }

  private static Found<Object> preset(Object value) {
    return new Found<>(value, new Origin.Default());
  }

  private Found<Object> setting(String name, Object otherwise) {
    return s3.getOrDefault(name, preset(otherwise));
  }

  /** Whether buckets are in the path, with the setting that decided. */
  private Found<Object> forcesPath() {
    Found<Object> accelerate = s3.get("use_accelerate_endpoint");
    if (accelerate != null && Python.isTrue(accelerate.value())) {
      return new Found<>(false, accelerate.origin());
    }
    Found<Object> style = s3.get("addressing_style");
    Object word = style == null ? null : style.value();
    Optional<Found<String>> url =
        setup.customUrl().filter(found -> !EndpointUrls.isS3Accelerate(found.value()));
    if (style != null && ("path".equals(word) || "virtual".equals(word))) {
      return new Found<>("path".equals(word), style.origin());
    }
    return new Found<>(url.isPresent(), url.map(Found::origin).orElse(new Origin.Default()));
  }

  /**
   * The account of the keys; {@code aws_account_id} counts only beside both keys.
   *
   * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/session.py">session.py</a>
   */
  private Optional<Found<Object>> accountId() {
    Object version = setup.settings().config().get("signature_version");
    if (Signatures.UNSIGNED.equals(version)) {
      return Optional.empty();
    }
    if (setup.arguments().keys()) {
      return setup
          .arguments()
          .accountId()
          .map(id -> new Found<>(id, new Origin.Argument("aws_account_id")));
    }
    String variable =
        setup.session().variable("AWS_ACCESS_KEY_ID").isPresent() ? "AWS_ACCOUNT_ID" : "";
    return setup
        .session()
        .either(variable, "aws_account_id")
        .map(found -> new Found<>(found.value(), found.origin()));
  }
}
