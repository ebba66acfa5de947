package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.ThrottleReason;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the throttling causes share: which codes mean what, and the settings that help. */
final class Throttles {

  /** The evidence that tells whether it was a rate or what runs at the same time. */
  static final Need REASON =
      new Need(
          "the Reason that Lambda gave with the error, and how many run at the same time",
          "e.response[\"Reason\"] in Python; aws lambda get-account-settings");

  private static final Set<String> INVOKING =
      Set.of("Invoke", "InvokeAsync", "InvokeWithResponseStream");

  private Throttles() {}

  /** botocore's own list (botocore/retries/standard.py) and what else services send for a rate. */
  static boolean isRate(Facts facts) {
    return !facts.seen(ThrottlingClue.CAPACITY)
        && !facts.seen(ThrottlingClue.PERIOD)
        && isRateCode(facts);
  }

  private static boolean isRateCode(Facts facts) {
    return facts.code(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottled",
            "RequestThrottledException",
            "RequestThrottlingException",
            "TooManyRequestsException",
            "TooManyRequests",
            "RequestLimitExceeded",
            "RequestLimitExceededException",
            "BandwidthLimitExceeded",
            "EC2ThrottledException",
            "PriorRequestThrottled",
            "LimitExceededException.Rate",
            "Throttled",
            "ThrottlingError",
            "429")
        || (facts.code("LimitExceededException", "LimitExceeded")
            && facts.seen(ThrottlingClue.RATE))
        || (facts.family() == CodeFamily.RATE && !isSlowDown(facts) && !isCapacity(facts))
        || (facts.call().code().isEmpty()
            && (facts.seen(ThrottlingClue.RATE) || facts.call().httpStatus().orElse(0) == 429));
  }

  static boolean isCapacity(Facts facts) {
    return facts.code(
            "ProvisionedThroughputExceededException",
            "ProvisionedThroughputExceeded",
            "ReadCapacityExceeded",
            "WriteCapacityExceeded")
        || facts.family() == CodeFamily.CAPACITY
        || Cancellation.of(facts).isFor(Cancellation.Reason.CAPACITY)
        || Cancellation.of(facts).isFor(Cancellation.Reason.THROTTLING)
        || facts.seen(ThrottlingClue.CAPACITY);
  }

  static boolean isSlowDown(Facts facts) {
    return !KmsRate.is(facts) && isSlowDownWord(facts);
  }

  private static boolean isSlowDownWord(Facts facts) {
    return facts.code("SlowDown")
        || (facts.code("503") && facts.call().service().equals("s3"))
        || (facts.code("ServiceUnavailable", "503 Slow Down")
            && facts.seen(ThrottlingClue.SLOW_DOWN))
        || (facts.call().code().isEmpty() && facts.seen(ThrottlingClue.SLOW_DOWN));
  }

  /** Whether a rate code speaks of something that runs at the same time rather than of a rate. */
  static boolean isConcurrency(Facts facts) {
    if (facts.throttleReason() instanceof Fact.Known<ThrottleReason> known) {
      return known.value().isConcurrency();
    }
    boolean lambda = facts.code("TooManyRequestsException", "429") || facts.call().code().isEmpty();
    boolean rate = lambda && facts.seen(ThrottlingClue.REASON_RATE);
    return facts.code(
            "ConcurrentInvocationLimitExceeded",
            "ConcurrentRunsExceededException",
            "ReservedFunctionConcurrentInvocationLimitExceeded",
            "ENILimitReachedException",
            "EC2ThrottledException.Lambda",
            "MaxConcurrentQueriesExceeded")
        || (lambda && facts.seen(ThrottlingClue.REASON_CONCURRENCY))
        || (facts.seen(ThrottlingClue.CONCURRENCY) && !rate);
  }

  /**
   * Whether Lambda refused to run a function and its reason is not at hand: it says {@code Rate
   * Exceeded.} of a rate and of a limit on what runs at the same time alike
   * (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html, TooManyRequestsException).
   */
  static boolean isEither(Facts facts) {
    return facts.call().service().equals("lambda")
        && INVOKING.contains(facts.call().operation())
        && facts.code("TooManyRequestsException", "429")
        && !(facts.throttleReason() instanceof Fact.Known<ThrottleReason>)
        && !facts.seen(ThrottlingClue.REASON_RATE)
        && !facts.seen(ThrottlingClue.REASON_CONCURRENCY)
        && !facts.seen(ThrottlingClue.CONCURRENCY);
  }

  /** The reason that Lambda gives; empty where it gives none. */
  static Optional<Citation> citedReason(Facts facts) {
    return facts.throttleReason() instanceof Fact.Known<ThrottleReason>(var reason, var sources)
        ? Optional.of(
            new Citation("Lambda's Reason is `" + reason.text() + "`", sources.getFirst()))
        : Optional.empty();
  }

  private static final int PATIENT = 10;

  /**
   * The lines that make botocore retry more patiently, for the profile in use; a client that made
   * that many requests is only to slow down.
   */
  static Fix patience(Facts facts) {
    int made = made(facts.call());
    if (isSetInCode(facts)) {
      return patienceInCode("the client has retries of its own, which go first: set", facts.call());
    }
    String title =
        made < PATIENT
            ? "retry more often and slow down by itself (adaptive mode counts requests, not"
                + " retries)"
            : "slow down by itself: after " + made + " requests more retries would add to the load";
    // What the environment sets goes before the files.
    if (!facts.boto().set("AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE").isEmpty()) {
      return Fix.command(
          title, "export AWS_RETRY_MODE=adaptive AWS_MAX_ATTEMPTS=" + Math.max(PATIENT, made));
    }
    return Fix.setting(
        title,
        "["
            + Literal.setting(profile(facts))
            + "]\nretry_mode = adaptive\nmax_attempts = "
            + Math.max(PATIENT, made));
  }

  /** The ways to have botocore retry more patiently. */
  static List<Fix> patient(Facts facts) {
    return isSetInCode(facts) || isOfCredentials(facts)
        ? List.of(patience(facts))
        : List.of(patience(facts), patienceInCode("set", facts.call()));
  }

  /**
   * Whether it is botocore that made the client, to get credentials of an SSO login by it, which it
   * has sign nothing (SSOCredentialFetcher).
   */
  private static boolean isOfCredentials(Facts facts) {
    return facts.call().service().equals("sso")
        && facts.call().operation().equals("GetRoleCredentials")
        && facts
            .watched()
            .flatMap(WatchedCall::client)
            .map(c -> c.given().getOrDefault("config", "").contains("signature_version"))
            .orElse(facts.written().isEmpty());
  }

  /** Whether the program gave its client settings of retries, which go before all others. */
  private static boolean isSetInCode(Facts facts) {
    return facts
        .watched()
        .flatMap(WatchedCall::client)
        .filter(
            c -> !c.retries().isEmpty() || c.given().getOrDefault("config", "").contains("retries"))
        .isPresent();
  }

  private static Fix patienceInCode(String set, FailedCall call) {
    String service = call.service().isEmpty() ? "<service>" : call.service();
    return Fix.codeEdit(
        set + " it on the client",
        "boto3.client("
            + Literal.python(service)
            + ", config=botocore.config.Config(retries={\"total_max_attempts\": "
            + Math.max(PATIENT, made(call))
            + ", \"mode\": \"adaptive\"}))");
  }

  /** The requests of the call, as far as it tells. */
  private static int made(FailedCall call) {
    return call.maxRetries().isPresent() ? call.maxRetries().getAsInt() + 1 : 1;
  }

  private static String profile(Facts facts) {
    Optional<String> named =
        facts
            .boto()
            .argument()
            .or(() -> facts.variable("AWS_DEFAULT_PROFILE").map(v -> v.value()))
            .or(() -> facts.variable("AWS_PROFILE").map(v -> v.value()));
    String profile = named.filter(n -> !n.isEmpty()).orElse("default");
    for (ProfileSetting s : facts.settings()) {
      if (s.profile().equals(profile)) {
        return s.section();
      }
    }
    return profile.equals("default") ? "default" : "profile " + profile;
  }

  static Verification rerun(Facts facts) {
    return Again.of(facts, "the call succeeds at the usual load");
  }

  static Verification quotas(Facts facts) {
    return new Verification.Query(
        QuotaCode.list(facts), "the applied quota is above what is in use");
  }

  static String service(Facts facts) {
    return Literal.shell(facts.call().service(), "<service>");
  }
}
