package awsleuth.app.verify;

import awsleuth.app.input.Inputs;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a cause that is about settings says of the failure as the files have it, with its traceback
 * and the settings among them as they are now: what a new diagnosis of the same files says.
 */
record SettingsNow(FilesNow files) {

  /** Empty where the files have no settings or not the failure, or do not tell. */
  Optional<Verified> of(ToldFailure failure, ToldCause cause) {
    return cause.id().startsWith("permissions/") || !files.haveSettings()
        ? Optional.empty()
        : files.verdict(failure, cause.id()).flatMap(v -> judged(v, failure, cause));
  }

  private Optional<Verified> judged(Verdict verdict, ToldFailure failure, ToldCause cause) {
    boolean rests =
        sources(verdict.outcome())
            .map(Source::artifact)
            .anyMatch(a -> !a.equals(artifact(failure)) && !files.isPast(a));
    return switch (verdict.outcome()) {
      case Outcome.RuledOut _ when !rests && isOfSettings(failure, cause) ->
          Optional.of(
              new Verified(
                  cause.id(), State.RULED_OUT, "the settings given do not show it any more", ""));
      case Outcome.RuledOut _, Outcome.Confirmed _ when rests ->
          Optional.of(Asked.judged(verdict.outcome(), cause));
      case Outcome.RuledOut _, Outcome.Confirmed _, Outcome.Possible _, Outcome.Crashed _ ->
          Optional.empty();
    };
  }

  /** Whether nothing but the settings, all of which are read, can have changed what it says. */
  private boolean isOfSettings(ToldFailure failure, ToldCause cause) {
    boolean whole = !files.isPiped() || artifact(failure).equals(Inputs.SHOWN_STANDARD_INPUT);
    return cause.id().startsWith("credentials/") && files.missing().isEmpty() && whole;
  }

  private static Stream<Source> sources(Outcome outcome) {
    return switch (outcome) {
      case Outcome.RuledOut ruledOut -> ruledOut.because().stream();
      case Outcome.Confirmed confirmed ->
          confirmed.finding().because().stream().map(Citation::source);
      case Outcome.Possible _, Outcome.Crashed _ -> Stream.of();
    };
  }

  private static String artifact(ToldFailure failure) {
    int line = failure.source().lastIndexOf(':');
    return line < 0 ? failure.source() : failure.source().substring(0, line);
  }
}
