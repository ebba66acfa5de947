package awsleuth.app.diagnose;

import awsleuth.app.input.Inputs;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Verification;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words that the views share. */
public final class Words {

  private Words() {}

  /**
   * {@code AccessDenied calling ListObjectsV2}: what failed in one phrase; what the {@code aws}
   * command refused by itself is no call.
   */
  static String headline(Failure failure) {
    if (failure.captures().containsKey("usage")) {
      return "wrong use of the aws command";
    }
    FailedCall call = failure.call();
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

  /** {@code lambda.log:14}, with the count and the last place where it was seen more than once. */
  static String place(Failure failure) {
    return source(failure.source()) + times(failure);
  }

  /** {@code (3 times, last at line 20)}; empty where it was seen once. */
  static String times(Failure failure) {
    if (failure.count() == 1) {
      return "";
    }
    boolean other = !failure.last().artifact().equals(failure.source().artifact());
    boolean sameLine = failure.last().equals(failure.source());
    return " ("
        + failure.count()
        + " times"
        + (other
            ? ", also at " + source(failure.last())
            : sameLine ? "" : ", last at line " + failure.last().line())
        + ")";
  }

  /** {@code lambda.log:14}; standard input is {@code stdin}. */
  public static String source(Source source) {
    return source.artifact().equals(Inputs.STANDARD_INPUT)
        ? new Source("stdin", source.line()).toString()
        : source.toString();
  }

  /** Why a cause was ruled out, and where that was seen. */
  static String reason(Outcome.RuledOut outcome) {
    return outcome.because().isEmpty()
        ? outcome.reason()
        : outcome.because().stream()
            .map(Words::source)
            .distinct()
            .collect(Collectors.joining(", ", outcome.reason() + " (", ")"));
  }

  /** Whether what gives missing evidence is a command to paste rather than words. */
  static boolean isCommand(String how) {
    return how.startsWith("aws ");
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

  /**
   * Whether an answer rests on AWS's data: whatever is said of a service, an operation, a Region or
   * a host does, were it only that there is one of that name.
   */
  static boolean restsOnAwsData(List<FailureDiagnosis> failures) {
    return failures.stream()
        .map(f -> f.failure().call())
        .anyMatch(c -> !(c.service() + c.operation() + c.region() + c.endpoint()).isEmpty());
  }

  /** How many causes are ruled out. */
  static long ruledOut(FailureDiagnosis failure) {
    return failure.verdicts().stream().filter(v -> v.outcome() instanceof Outcome.RuledOut).count();
  }

  /** What stands before what was made of a conflict. */
  static String label(Conflict.Taken taken) {
    return taken instanceof Conflict.Taken.One ? "taken" : "open";
  }

  static String orElse(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
