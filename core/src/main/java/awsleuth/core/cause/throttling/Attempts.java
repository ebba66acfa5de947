package awsleuth.core.cause.throttling;

import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.retry.Answer;
import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.Outlook;
import awsleuth.boto.retry.RetryConfig;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Rules;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The attempts of a call and the settings that allow them.
 *
 * @param made the requests of the call: one more than the retries that the message tells
 * @param settings those of the client where it was seen, else what the environment and the files
 *     given set; empty where none are given or botocore refuses them
 * @param allowed the requests that these settings allow; 0 without settings
 * @param usual the requests that the mode allows by itself; 0 without settings
 * @param from where the number is set; empty where nothing given sets it
 * @param modeFrom where the mode is set; empty where nothing given sets it
 * @param operation the operation, as far as repeating depends on it
 */
record Attempts(
    int made,
    Optional<RetrySettings> settings,
    int allowed,
    int usual,
    Optional<Source> from,
    Optional<Source> modeFrom,
    CalledOperation operation) {

  /** More attempts than this are not added up one by one. */
  private static final int MOST = 10_000;

  static Attempts of(Facts facts) {
    return facts.once(Attempts.class, Attempts::work);
  }

  private static Attempts work(Facts facts) {
    BotoSetup boto = facts.boto();
    String service = facts.call().service();
    CalledOperation operation =
        facts
            .catalog()
            .service(service)
            .map(s -> CalledOperation.of(s, facts.call().operation()))
            .orElseGet(() -> new CalledOperation(service, service, "", List.of()));
    int made =
        facts
            .watched()
            .map(WatchedCall::requests)
            .filter(n -> n > 0)
            .orElse(facts.call().maxRetries().orElse(0) + 1);
    Optional<RetrySettings> given =
        boto.hasEnvironment() || !boto.files().readable().isEmpty()
            ? settings(boto, boto.session())
            : Optional.empty();
    Optional<RetrySettings> settings = seen(facts, given).or(() -> given);
    return new Attempts(
        made,
        settings,
        settings.map(s -> requests(s, operation)).orElse(0),
        settings.map(s -> usual(s, operation)).orElse(0),
        settings.map(RetrySettings::attemptsFrom).flatMap(boto::source),
        settings.map(RetrySettings::modeFrom).flatMap(boto::source),
        operation);
  }

  /**
   * The settings of the client, where it was seen: those given with their places, unless the
   * program gave it others.
   */
  private static Optional<RetrySettings> seen(Facts facts, Optional<RetrySettings> given) {
    Rules rules = given.map(RetrySettings::rules).orElse(Rules.PRESENT);
    return facts
        .watched()
        .flatMap(WatchedCall::client)
        .flatMap(c -> RetryMode.of(c.mode()).map(m -> RetrySettings.of(m, c.attempts(), rules)))
        .filter(s ->
            given.isEmpty()
                || given.get().mode() != s.mode()
                || !given.get().totalMaxAttempts().equals(s.totalMaxAttempts()));
  }

  /** The requests that are allowed where a variable is unset: by a file, else by the mode. */
  static int without(Facts facts, String variable) {
    BotoSetup boto = facts.boto();
    CalledOperation operation = of(facts).operation();
    return settings(boto, boto.sessionWithout(List.of(variable)))
        .map(s -> requests(s, operation))
        .orElseGet(() -> of(facts).usual());
  }

  private static Optional<RetrySettings> settings(BotoSetup boto, Session.Opened opened) {
    boolean renewed = "true".equalsIgnoreCase(boto.environment().get("AWS_NEW_RETRIES_2026"));
    return opened instanceof Session.Open(Session session)
            && RetryConfig.of(
                    new Dict(new LinkedHashMap<>()), session, renewed ? Rules.NEW : Rules.PRESENT)
                instanceof RetryConfig.Settled(RetrySettings settled)
        ? Optional.of(settled)
        : Optional.empty();
  }

  private static int requests(RetrySettings settings, CalledOperation operation) {
    return settings.mostRequests(operation.service(), operation.endpointPrefix());
  }

  private static int usual(RetrySettings settings, CalledOperation operation) {
    return requests(
        RetrySettings.of(settings.mode(), OptionalInt.empty(), settings.rules()), operation);
  }

  /** Whether a setting that is given allows fewer requests than the mode by itself. */
  boolean areFew() {
    return from.isPresent() && allowed < usual;
  }

  /** Whether the settings given are those of the call, as far as the number of requests tells. */
  boolean fit() {
    return settings.isPresent() && allowed == made;
  }

  /** The setting's name, as {@code AWS_MAX_ATTEMPTS} or {@code max_attempts}. */
  String setting() {
    return settings
        .map(RetrySettings::attemptsFrom)
        .map(Origin::key)
        .filter(k -> !k.isEmpty())
        .orElse("max_attempts");
  }

  /** The mode that the call had; empty where neither settings nor the number of requests tell. */
  Optional<RetryMode> mode() {
    return fit() ? settings.map(RetrySettings::mode) : Optional.empty();
  }

  /** How long the waits between the requests took in a mode, in words. */
  String waits(RetryMode mode) {
    Rules rules = settings.map(RetrySettings::rules).orElse(Rules.PRESENT);
    RetrySettings counted = RetrySettings.of(mode, OptionalInt.of(Math.min(made, MOST)), rules);
    Outlook outlook = Outlook.of(counted, operation, Answer.Response.of(503, "Throttling"), MOST);
    double least = outlook.delays().stream().mapToDouble(Outlook.Delay::least).sum();
    String words =
        outlook.longest() - least < 0.005
            ? seconds(least)
            : seconds(least)
                + " to "
                + seconds(outlook.longest())
                + ", "
                + seconds(outlook.mean())
                + " on average";
    return mode == RetryMode.ADAPTIVE ? words + ", and its own limit of the rate beside" : words;
  }

  private static String seconds(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end) + " s";
  }
}
