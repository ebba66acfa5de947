package awsleuth.core.fact;

import awsleuth.core.evidence.FailedCall;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an error code is one of a refusal. CloudTrail keeps the code that the caller got, so that
 * of a call and an event one of which is a refusal and the other not they are two failures.
 */
final class RefusalCode {

  /** The statuses with which services refuse; HEAD requests get no other code. */
  private static final Set<String> STATUSES = Set.of("401", "403");

  private RefusalCode() {}

  /** Whether a code is one; an empty one is not. */
  static boolean is(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    return CodeFamily.of(code) == CodeFamily.DENIED
        || STATUSES.contains(code)
        || lower.contains("authorization")
        || lower.contains("permission");
  }

  /** Whether a call was refused, as its code or its sentence tells; empty where it has neither. */
  static Optional<Boolean> of(FailedCall call, Optional<Denial> sentence) {
    return sentence.isPresent()
        ? Optional.of(true)
        : call.code().isEmpty() ? Optional.empty() : Optional.of(is(call.code()));
  }
}
