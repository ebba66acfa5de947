package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of S3, which clients of other services look at too.
 *
 * @param s3 the settings
 */
record S3Options(ClientSetup setup, Map<String, Found<Object>> s3) {

  private static final String EXPRESS = "disable_s3_express_session_auth";

  /**
   * Whether S3 Express is to be used without sessions, true or false, with who says so.
   *
   * @throws Raising if it is neither true nor false
   */
  Found<Object> expressDisabled() {
    Optional<Found<Object>> found =
        ofClient()
            .or(() ->
                setup
                    .settings()
                    .any(
                        "",
                        "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH",
                        "s3_disable_express_session_auth"));
    if (found.isEmpty()) {
      return new Found<>(false, new Origin.Default());
    }
    Object value = found.get().value();
    String lower = Python.str(value).toLowerCase(Locale.ROOT);
    if (!(value instanceof Boolean) && !lower.equals("true") && !lower.equals("false")) {
      throw Raising.botocore(
          "InvalidConfigError",
          "Invalid value \""
              + Python.str(value)
              + "\" for s3_disable_express_session_auth. Value must be a boolean");
    }
    return new Found<>(lower.equals("true"), found.get().origin());
  }

  private Optional<Found<Object>> ofClient() {
    return setup.settings().config().get("s3") instanceof Map<?, ?> of
        ? Optional.<Object>ofNullable(of.get(EXPRESS))
            .map(value -> new Found<>(value, new Origin.ClientConfig("s3." + EXPRESS)))
        : Optional.empty();
  }

  /** The parameters of the rules that the configuration sets, by botocore's names. */
  Map<String, Found<Object>> context(Found<Object> expressDisabled) {
    Map<String, Found<Object>> context = new LinkedHashMap<>();
    if (setup.settings().config().get("client_context_params") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> {
        if (value != null) {
          context.put((String) name, new Found<>(value, new Origin.ClientConfig((String) name)));
        }
      });
    }
    if (setup.isOfS3()) {
      context.putAll(s3);
      context.put(EXPRESS, expressDisabled);
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
