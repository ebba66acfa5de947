package awsleuth.app;

import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import java.util.Locale;

/** The words that the views share. */
final class Words {

  private Words() {}

  /** {@code AccessDenied calling ListObjectsV2}: what failed in one phrase. */
  static String headline(FailedCall call) {
    StringBuilder out = new StringBuilder();
    out.append(call.code().isEmpty() ? orElse(call.exception(), "failure") : call.code());
    if (!call.operation().isEmpty()) {
      out.append(" calling ").append(call.operation());
    }
    if (!call.service().isEmpty()) {
      out.append(call.operation().isEmpty() ? " calling " : " of ").append(call.service());
    }
    if (!call.region().isEmpty()) {
      out.append(" in ").append(call.region());
    }
    return out.toString();
  }

  /** {@code lambda.log:14}, with the count and the last line where it was seen more than once. */
  static String place(Failure failure) {
    String first = failure.source().toString();
    return failure.count() == 1
        ? first
        : first + " (" + failure.count() + " times, last at line " + failure.lastLine() + ")";
  }

  static String kind(Fix fix) {
    return switch (fix) {
      case Fix.Command _ -> "command";
      case Fix.Setting _ -> "setting";
      case Fix.PolicyEdit _ -> "policy-edit";
      case Fix.CodeEdit _ -> "code-edit";
      case Fix.AskAdministrator _ -> "ask-administrator";
    };
  }

  static String kind(Verification verification) {
    return switch (verification) {
      case Verification.Rerun _ -> "rerun";
      case Verification.Probe _ -> "probe";
      case Verification.Simulate _ -> "simulate";
      case Verification.Query _ -> "query";
    };
  }

  static String applicability(Fix fix) {
    return fix.applicability().name().toLowerCase(Locale.ROOT);
  }

  /** How many verdicts are neither confirmed nor possible. */
  static long others(FailureDiagnosis failure) {
    return failure.verdicts().stream().filter(v -> !v.claims()).count();
  }

  static String orElse(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
