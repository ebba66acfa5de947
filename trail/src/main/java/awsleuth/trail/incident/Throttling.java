package awsleuth.trail.incident;

import awsleuth.core.fact.CodeFamily;
import awsleuth.trail.Event;
import java.util.Locale;
import java.util.Set;

/** Which failures say that requests come too fast for a rate that an account shares. */
final class Throttling {

  /** Codes of which the name does not tell it (EC2 API reference, "Error codes"). */
  private static final Set<String> CODES = Set.of("RequestLimitExceeded", "BandwidthLimitExceeded");

  /** Services have this for quotas and for rates; what they say tells which. */
  private static final String EITHER = "LimitExceededException";

  private Throttling() {}

  /** Whether failures with a code may be of a rate. */
  static boolean isCode(String code) {
    return CODES.contains(code) || code.equals(EITHER) || CodeFamily.of(code) == CodeFamily.RATE;
  }

  /** Whether a failure is. */
  static boolean isRate(Event failed) {
    return isCode(failed.code())
        && (!failed.code().equals(EITHER)
            || failed.message().toLowerCase(Locale.ROOT).contains("rate"));
  }

  /** Whether a code says that a limit of any kind is reached. */
  static boolean isLimit(String code) {
    CodeFamily family = CodeFamily.of(code);
    return isCode(code) || family == CodeFamily.QUOTA || family == CodeFamily.CAPACITY;
  }
}
