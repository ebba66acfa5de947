package awsleuth.boto.retry;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonInts;
import awsleuth.boto.python.PythonText;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
  private final Session session;
  private final Rules rules;
  private Origin modeFrom = new Origin.ClientConfig("retries.mode");
  private Origin attemptsFrom = new Origin.ClientConfig("retries.total_max_attempts");

  /** Where the value comes from that is being looked at. */
  private Origin at = new Origin.Default();

  private RetryConfig(Session session, Rules rules) {
    this.session = session;
    this.rules = rules;
  }

  /** What becomes of the settings. */
  public sealed interface Result {}

  /** A client with these settings. */
  public record Settled(RetrySettings settings) implements Result {}

  /**
   * No client: botocore raises while it is created.
   *
   * @param from where the value comes from that it refuses
   */
  public record Refused(Raised raised, Origin from) implements Result {}

  /** A value that botocore refuses. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Raised raised;

    Refusal(Raised raised) {
      super(raised.message(), null, false, false);
      this.raised = raised;
    }
  }

  /**
   * Works the settings out.
   *
   * @param config the {@code retries} of the {@code Config} object; empty where there is none
   * @param session has the environment and the profile
   */
  public static Result of(Dict config, Session session, Rules rules) {
    RetryConfig work = new RetryConfig(session, rules);
    config.entries().forEach((k, v) -> work.retries.put(((Str) k).value(), v));
    try {
      return new Settled(work.settle());
    } catch (Refusal refusal) {
      return new Refused(refusal.raised, work.at);
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
        total instanceof Int ? attemptsFrom : new Origin.Default(),
        rules);
  }

  private String defaultsMode() {
    Optional<Found<String>> given = session.either("AWS_DEFAULTS_MODE", "defaults_mode");
    String mode = given.map(Found::value).orElse("legacy");
    at = given.map(Found::origin).orElse(at);
    if (!DEFAULTS_MODES.contains(mode.toLowerCase(Locale.ROOT))) {
      throw refusal(
          "InvalidDefaultsMode",
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
      attemptsFrom = new Origin.ClientConfig("retries.max_attempts");
    } else {
      Optional<Found<String>> given = session.either("AWS_MAX_ATTEMPTS", "max_attempts");
      if (given.isPresent()) {
        attemptsFrom = given.get().origin();
        at = attemptsFrom;
        retries.put("total_max_attempts", new Int(number(given.get().value())));
      }
    }
  }

  private void mode(String defaultsMode) {
    if (retries.containsKey("mode")) {
      return;
    }
    Optional<Found<String>> given = session.either("AWS_RETRY_MODE", "retry_mode");
    if (given.isPresent()) {
      modeFrom = given.get().origin();
      retries.put("mode", new Str(given.get().value()));
    } else {
      boolean smart = !defaultsMode.equals("legacy");
      modeFrom = smart ? new Origin.Mode(defaultsMode) : new Origin.Default();
      RetryMode mode = smart ? RetryMode.STANDARD : rules.defaultMode();
      retries.put("mode", new Str(mode.word()));
    }
  }

  private static BigInteger number(String text) {
    return PythonInts.parse(text)
        .orElseThrow(() -> new Refusal(new Raised("ValueError", PythonInts.complaint(text))));
  }

  private void validate() {
    retries.forEach((option, value) -> {
      at = option.equals("mode") ? modeFrom : attemptsFrom;
      validate(option, value);
    });
  }

  private static void validate(String option, PyValue value) {
    switch (option) {
      case "max_attempts" -> atLeast(value, 0);
      case "total_max_attempts" -> atLeast(value, 1);
      case "mode" -> {
        if (!(value instanceof Str mode) || RetryMode.of(mode.value()).isEmpty()) {
          String given = PythonText.str(value);
          throw refusal(
              "InvalidRetryModeError",
              "Invalid value provided to \"mode\": \""
                  + given
                  + "\" must be one of: ('legacy', 'standard', 'adaptive')");
        }
      }
      default ->
          throw refusal(
              "InvalidRetryConfigurationError",
              "Cannot provide retry configuration for \""
                  + option
                  + "\". Valid retry configuration options are: "
                  + "('max_attempts', 'mode', 'total_max_attempts')");
    }
  }

  private static void atLeast(PyValue value, int least) {
    if (value instanceof Int i && i.value().compareTo(BigInteger.valueOf(least)) < 0) {
      throw refusal(
          "InvalidMaxRetryAttemptsError",
          "Value provided to \"max_attempts\": "
              + i.value()
              + " must be an integer greater than or equal to "
              + least
              + ".");
    }
  }

  private static Refusal refusal(String exception, String message) {
    return new Refusal(Raised.botocore(exception, message));
  }
}
