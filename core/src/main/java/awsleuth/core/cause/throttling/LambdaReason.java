package awsleuth.core.cause.throttling;

import awsleuth.core.fact.Facts;
import java.util.Locale;

/** What Lambda's {@code Reason} says of a refused invocation (Lambda API reference, "Invoke"). */
enum LambdaReason {
  CONCURRENCY,
  RATE,
  NONE;

  static LambdaReason of(Facts facts) {
    if (!facts.code("TooManyRequestsException", "429") && !facts.call().code().isEmpty()) {
      return NONE;
    }
    String reason = facts.captured("reason").orElse("").toLowerCase(Locale.ROOT);
    if (reason.contains("ratelimitexceeded") || facts.seen(ThrottlingClue.REASON_RATE)) {
      return RATE;
    }
    return reason.contains("concurren") || facts.seen(ThrottlingClue.REASON_CONCURRENCY)
        ? CONCURRENCY
        : NONE;
  }
}
