package awsleuth.core.cause.credentials;

import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Note;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Step;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import java.util.List;
import java.util.Optional;

/** The provider that gives the credentials, in words. */
final class Winner {

  private Winner() {}

  /** What boto3 uses after a change, such as {@code ; then boto3 uses `env` (env:2)}. */
  static String then(BotoSetup boto, Resolution changed) {
    return boto.isWhole() ? words(boto, changed).map(w -> "; then boto3 uses " + w).orElse("") : "";
  }

  /** The provider and where it has the credentials from; empty where none has any. */
  static Optional<String> words(BotoSetup boto, Resolution resolution) {
    return resolution.outcome() instanceof Outcome.Won(Method method, String _)
        ? Optional.of(
            "`"
                + method.text()
                + "`"
                + place(boto, resolution).map(s -> " (" + FileEdits.at(s) + ")").orElse(""))
        : Optional.empty();
  }

  /** Where the provider that wins sees its first setting. */
  static Optional<Source> place(BotoSetup boto, Resolution resolution) {
    return resolution.steps().stream()
        .filter(s -> s.verdict() == Step.Verdict.WINS)
        .flatMap(s -> s.notes().stream())
        .map(Note::origin)
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(boto::source);
  }

  /** Whether a profile has credentials of its own, from whatever provider. */
  static boolean isOfProfile(Resolution resolution) {
    List<Method> others =
        List.of(
            Method.ENV,
            Method.EC2_CREDENTIALS_FILE,
            Method.BOTO_CONFIG,
            Method.CONTAINER_ROLE,
            Method.IAM_ROLE);
    return method(resolution).filter(m -> !others.contains(m)).isPresent();
  }

  /** The provider that has them or asks for them; empty where none does. */
  static Optional<Method> method(Resolution resolution) {
    return switch (resolution.outcome()) {
      case Outcome.Won won -> Optional.of(won.method());
      case Outcome.Open open -> Optional.of(open.method());
      case Outcome.Raises _, Outcome.Nothing _ -> Optional.empty();
    };
  }
}
