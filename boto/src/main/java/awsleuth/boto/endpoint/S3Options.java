package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Settings of S3, which clients of other services look at too.
 *
 * @param s3 the settings
 */
record S3Options(ClientSetup setup, Map<String, Found<Object>> s3) {

  /**
   * Whether S3 Express is to be used without sessions.
   *
   * @throws Raising if it is neither true nor false
   */
  boolean isExpressDisabled() {
    Object value =
        setup.settings().config().get("s3") instanceof Map<?, ?> given
            ? given.get("disable_s3_express_session_auth")
            : null;
    if (value == null) {
      value =
          setup
              .settings()
              .any("", "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth")
              .map(Found::value)
              .orElse(null);
    }
    if (value == null) {
      return false;
    }
    String lower = Python.str(value).toLowerCase(Locale.ROOT);
    if (!(value instanceof Boolean) && !lower.equals("true") && !lower.equals("false")) {
      throw Raising.botocore(
          "InvalidConfigError",
          "Invalid value \""
              + Python.str(value)
              + "\" for s3_disable_express_session_auth. Value must be a boolean");
    }
    return lower.equals("true");
  }

  /** The parameters of the rules that the configuration sets, by botocore's names. */
  Map<String, Object> context(boolean expressDisabled) {
    Map<String, Object> context = new LinkedHashMap<>();
    if (setup.settings().config().get("client_context_params") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> context.put((String) name, value));
    }
    if (setup.isOfS3()) {
      s3.forEach((name, found) -> context.put(name, found.value()));
      context.put("disable_s3_express_session_auth", expressDisabled);
    }
    return context;
  }

  /**
   * Raises where the style of addresses is none, or the settings of S3 are an empty text.
   *
   * @throws Raising as botocore does
   */
  void validate() {
    if (setup.settings().isEmptyText()) {
      throw new Raising("AttributeError", "'str' object has no attribute 'get'");
    }
    Object style = ClientSettings.value(s3, "addressing_style");
    if (style != null && !List.of("virtual", "auto", "path").contains(style)) {
      throw Raising.botocore(
          "InvalidS3AddressingStyleError",
          "S3 addressing style "
              + Python.str(style)
              + " is invalid. Valid options are: 'auto', 'virtual', and 'path'");
    }
  }
}
