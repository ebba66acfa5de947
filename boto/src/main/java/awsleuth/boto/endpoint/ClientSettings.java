package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.config.Setting;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client, each from the first place that has it: the {@code Config} object, the
 * environment, the profile, the default.
 *
 * @param config the options of the {@code Config} object; empty where there is none
 * @param mode the defaults mode, {@code legacy} unless chosen
 * @param defaults what the defaults mode sets, by botocore's names
 */
record ClientSettings(
    Session session, Map<String, Object> config, String mode, Map<String, Object> defaults) {

  /** An option of the {@code Config} object; empty if it is not given or None. */
  Optional<Found<Object>> option(String name) {
    Object value = config.get(name);
    return value == null
        ? Optional.empty()
        : Optional.of(new Found<>(value, new Origin.ClientConfig(name)));
  }

  /** An option, else the variable, else the setting of the profile. */
  Optional<Found<Object>> any(String option, String variable, String setting) {
    return option(option).or(() -> session.either(variable, setting).map(ClientSettings::widened));
  }

  private static Found<Object> widened(Found<String> found) {
    return new Found<>(found.value(), found.origin());
  }

  /** As {@link #any}; what is not an option is true where it is the word. */
  Optional<Found<Object>> truth(String option, String variable, String setting) {
    return option(option).or(() -> session.either(variable, setting).map(ClientSettings::truth));
  }

  private static Found<Object> truth(Found<String> found) {
    return new Found<>(found.value().toLowerCase(Locale.ROOT).equals("true"), found.origin());
  }

  /** Of what a defaults mode sets; empty if it does not. */
  Optional<Found<Object>> preset(String name) {
    Object value = defaults.get(name);
    return value == null
        ? Optional.empty()
        : Optional.of(new Found<>(value, new Origin.Mode(mode)));
  }

  /**
   * The settings of S3, which clients of other services look at too.
   *
   * @throws Raising if {@code s3} of the profile is a text and botocore stumbles over it
   */
  Map<String, Found<Object>> s3() {
    Map<String, Found<Object>> s3 = new LinkedHashMap<>();
    boolean empty = isEmptyText();
    Setting section = session.settings().get("s3");
    if (section == null || section.text().isEmpty() || empty) {
      profileOfS3(s3);
    }
    if (empty && !s3.isEmpty()) {
      throw new Raising("TypeError", "'str' object does not support item assignment");
    }
    if (empty && config.get("s3") instanceof Map<?, ?>) {
      throw new Raising("AttributeError", "'str' object has no attribute 'copy'");
    }
    if (config.get("s3") instanceof Map<?, ?> given) {
      given.forEach((name, value) ->
          s3.put((String) name, new Found<>(value, new Origin.ClientConfig("s3." + name))));
    }
    return s3;
  }

  /** Whether the profile has {@code s3 =} and nothing after it, which is an empty text. */
  boolean isEmptyText() {
    Setting section = session.settings().get("s3");
    return section != null && section.text().filter(String::isEmpty).isPresent();
  }

  private void profileOfS3(Map<String, Found<Object>> s3) {
    Setting section = session.settings().get("s3");
    if (section != null && section.value() instanceof Setting.Nested(Map<String, Setting> all)) {
      for (String name : all.keySet()) {
        session.setting("s3", name).ifPresent(found -> s3.put(name, widened(found)));
      }
    }
    for (String name :
        List.of("use_accelerate_endpoint", "use_dualstack_endpoint", "payload_signing_enabled")) {
      session.setting("s3", name).ifPresent(found -> s3.put(name, truth(found)));
    }
    session
        .either("AWS_S3_USE_ARN_REGION", "s3_use_arn_region")
        .or(() -> session.setting("s3", "use_arn_region"))
        .ifPresent(found -> s3.put("use_arn_region", truth(found)));
    session
        .either("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", "s3_us_east_1_regional_endpoint")
        .or(() -> session.setting("s3", "us_east_1_regional_endpoint"))
        .map(ClientSettings::widened)
        .or(() -> preset("s3UsEast1RegionalEndpoints"))
        .ifPresent(found -> s3.put("us_east_1_regional_endpoint", found));
    session
        .variable("AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS")
        .or(() -> session.setting("s3", "s3_disable_multiregion_access_points"))
        .ifPresent(found -> s3.put("s3_disable_multiregion_access_points", truth(found)));
  }

  /** A value of a map of settings; null if it is not there. */
  static @Nullable Object value(Map<String, Found<Object>> settings, String name) {
    Found<Object> found = settings.get(name);
    return found == null ? null : found.value();
  }
}
