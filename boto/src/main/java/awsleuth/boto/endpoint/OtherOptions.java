package awsleuth.boto.endpoint;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.Raising;
import awsleuth.boto.retry.RetryConfig;
import awsleuth.boto.retry.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What botocore refuses of settings that change nothing of an endpoint. */
record OtherOptions(ClientSettings settings) {

  /**
   * Raises where one has a value that it cannot have.
   *
   * @throws Raising as botocore does
   */
  void validate() {
    number();
    compression();
    checksums();
  }

  /**
   * Raises where the way of retrying has a value that it cannot have. {@code Config} looks at it
   * once all the settings are gathered.
   *
   * @throws Raising as botocore does
   */
  void validateRetries() {
    retries().ifPresent(OtherOptions::raise);
  }

  /** The number of attempts is made a number where it is read, before the other settings are. */
  private void number() {
    retries().filter(r -> r.exception().equals("ValueError")).ifPresent(OtherOptions::raise);
  }

  private static void raise(Raised raised) {
    throw new Raising(raised);
  }

  /** What is refused; empty too where the {@code Config} object has retries of its own. */
  private Optional<Raised> retries() {
    return !settings.config().containsKey("retries")
            && RetryConfig.of(new Dict(new LinkedHashMap<>()), settings.session(), Rules.PRESENT)
                instanceof RetryConfig.Refused(Raised raised, Origin _)
        ? Optional.of(raised)
        : Optional.empty();
  }

  private void compression() {
    Optional<Found<Object>> size =
        settings.any(
            "request_min_compression_size_bytes",
            "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
            "request_min_compression_size_bytes");
    if (size.isEmpty()) {
      return;
    }
    String text = Python.str(size.get().value());
    String start =
        "Invalid value \"" + text + "\" for request_min_compression_size_bytes. Value must be ";
    Optional<Long> number = Numbers.integer(text);
    if (number.isEmpty()) {
      throw Raising.botocore(
          "InvalidConfigError",
          start
              + "an integer. Received <class '"
              + Python.type(size.get().value())
              + "'> instead.");
    }
    if (number.get() < 1 || number.get() > 1048576) {
      throw Raising.botocore("InvalidConfigError", start + "between 1 and 1048576.");
    }
  }

  private void checksums() {
    for (String key : List.of("request_checksum_calculation", "response_checksum_validation")) {
      Object value =
          settings
              .any(key, "AWS_" + key.toUpperCase(Locale.ROOT), key)
              .map(Found::value)
              .orElse("when_supported");
      Object lower = value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
      if (!lower.equals("when_supported") && !lower.equals("when_required")) {
        throw Raising.botocore(
            "InvalidChecksumConfigError",
            "Unsupported configuration value for "
                + key
                + ". Expected one of ('when_supported', 'when_required') but got "
                + Python.str(lower)
                + ".");
      }
    }
  }
}
