package awsleuth.boto.retry;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonInts;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.retry.RetrySettings.Origin;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * From the settings that a program, its environment and its profile give to those that a client
 * has.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/args.py">args.py</a>
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/config.py">config.py</a>
 */
public final class RetryConfig {

  private static final List<String> DEFAULTS_MODES =
      List.of("legacy", "auto", "standard", "in-region", "cross-region", "mobile");

  private final Map<String, PyValue> retries = new LinkedHashMap<>();
  private final Map<String, String> environment;
  private final Map<String, String> profile;
  private final Rules rules;
  private Origin modeFrom = Origin.CONFIG_OBJECT;
  private Origin attemptsFrom = Origin.CONFIG_OBJECT;

  private RetryConfig(Map<String, String> environment, Map<String, String> profile, Rules rules) {
    this.environment = environment;
    this.profile = profile;
    this.rules = rules;
  }

  /** What becomes of the settings. */
  public sealed interface Result {}

  /** A client with these settings. */
  public record Settled(RetrySettings settings) implements Result {}

  /**
   * No client: botocore raises while it is created.
   *
   * @param exception with its module, as {@code botocore.exceptions.InvalidRetryModeError};
   *     builtins without
   * @param message what {@code str()} of it is
   */
  public record Refused(String exception, String message) implements Result {}

  /** A value that botocore refuses. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refused refused;

    Refusal(String exception, String message) {
      super(message, null, false, false);
      refused = new Refused(exception, message);
    }
  }

  /**
   * Works the settings out.
   *
   * @param config the {@code retries} of the {@code Config} object; empty where there is none
   * @param environment the environment variables
   * @param profile the keys of the profile in the config file
   */
  public static Result of(
      Dict config, Map<String, String> environment, Map<String, String> profile, Rules rules) {
    RetryConfig work = new RetryConfig(environment, profile, rules);
    config.entries().forEach((k, v) -> work.retries.put(((Str) k).value(), v));
    try {
      return new Settled(work.settle());
    } catch (Refusal refusal) {
      return refusal.refused;
    }
  }

  private RetrySettings settle() {
    validate();
    String defaults = defaultsMode();
    attempts();
    mode(defaults);
    validate();
    PyValue total = retries.get("total_max_attempts");
    return new RetrySettings(
        RetryMode.of(((Str) retries.getOrDefault("mode", new Str("legacy"))).value()).orElseThrow(),
        modeFrom,
        total instanceof Int i ? OptionalInt.of(i.value().intValue()) : OptionalInt.empty(),
        total instanceof Int ? attemptsFrom : Origin.DEFAULT,
        rules);
  }

  private String defaultsMode() {
    String given = setting("AWS_DEFAULTS_MODE", "defaults_mode");
    String mode = given == null ? "legacy" : given;
    if (!DEFAULTS_MODES.contains(mode.toLowerCase(Locale.ROOT))) {
      throw new Refusal(
          "botocore.exceptions.InvalidDefaultsMode",
          "Client configured with invalid defaults mode: "
              + mode
              + ". Valid defaults modes include: "
              + String.join(", ", DEFAULTS_MODES)
              + ".");
    }
    return mode.toLowerCase(Locale.ROOT);
  }

  /**
   * What {@code Config} counts as {@code max_attempts} are the repetitions; elsewhere it is all
   * requests.
   */
  private void attempts() {
    if (retries.containsKey("total_max_attempts")) {
      retries.remove("max_attempts");
    } else if (retries.remove("max_attempts") instanceof Int repetitions) {
      retries.put("total_max_attempts", new Int(repetitions.value().add(BigInteger.ONE)));
    } else {
      String given = setting("AWS_MAX_ATTEMPTS", "max_attempts");
      if (given != null) {
        retries.put("total_max_attempts", new Int(number(given)));
        attemptsFrom = origin("AWS_MAX_ATTEMPTS");
      }
    }
  }

  private void mode(String defaultsMode) {
    if (retries.containsKey("mode")) {
      return;
    }
    String given = setting("AWS_RETRY_MODE", "retry_mode");
    if (given != null) {
      modeFrom = origin("AWS_RETRY_MODE");
      retries.put("mode", new Str(given));
    } else {
      boolean smart = !defaultsMode.equals("legacy");
      modeFrom = smart ? Origin.DEFAULTS_MODE : Origin.DEFAULT;
      RetryMode mode = smart ? RetryMode.STANDARD : rules.defaultMode();
      retries.put("mode", new Str(mode.word()));
    }
  }

  /** A variable that is there wins over the profile, an empty one too. */
  private @Nullable String setting(String variable, String key) {
    return environment.containsKey(variable) ? environment.get(variable) : profile.get(key);
  }

  private Origin origin(String variable) {
    return environment.containsKey(variable) ? Origin.ENVIRONMENT : Origin.PROFILE;
  }

  private static BigInteger number(String text) {
    return PythonInts.parse(text)
        .orElseThrow(() -> new Refusal("ValueError", PythonInts.complaint(text)));
  }

  private void validate() {
    retries.forEach(RetryConfig::validate);
  }

  private static void validate(String option, PyValue value) {
    switch (option) {
      case "max_attempts" -> atLeast(value, 0);
      case "total_max_attempts" -> atLeast(value, 1);
      case "mode" -> {
        if (!(value instanceof Str mode) || RetryMode.of(mode.value()).isEmpty()) {
          String given = PythonText.str(value);
          throw new Refusal(
              "botocore.exceptions.InvalidRetryModeError",
              "Invalid value provided to \"mode\": \""
                  + given
                  + "\" must be one of: ('legacy', 'standard', 'adaptive')");
        }
      }
      default ->
          throw new Refusal(
              "botocore.exceptions.InvalidRetryConfigurationError",
              "Cannot provide retry configuration for \""
                  + option
                  + "\". Valid retry configuration options are: "
                  + "('max_attempts', 'mode', 'total_max_attempts')");
    }
  }

  private static void atLeast(PyValue value, int least) {
    if (value instanceof Int i && i.value().compareTo(BigInteger.valueOf(least)) < 0) {
      throw new Refusal(
          "botocore.exceptions.InvalidMaxRetryAttemptsError",
          "Value provided to \"max_attempts\": "
              + i.value()
              + " must be an integer greater than or equal to "
              + least
              + ".");
    }
  }
}
