package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.boto.Raised;
import awsleuth.boto.config.ShellWords;
import awsleuth.boto.credentials.Arguments;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Outside;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What boto3 makes of this machine's settings now, where the failure is a {@code ValueError}: its
 * text alone, which a diagnosis has, does not tell that it was about AWS.
 *
 * @param outside has the files; is asked nothing else
 */
record ChainNow(Map<String, String> environment, Outside outside) {

  /** Empty where the failure is another. */
  Optional<Verified> of(ToldFailure failure, ToldCause cause) {
    if (!failure.exception().equals("ValueError")) {
      return Optional.empty();
    }
    Resolution now = now(cause);
    Optional<Raised> refused = now.refused();
    return refused.isPresent()
        ? raised(refused.get(), failure, cause)
        : switch (now.outcome()) {
          case Outcome.Raises(Raised raised) -> raised(raised, failure, cause);
          case Outcome.Won _, Outcome.Nothing _, Outcome.Open _ ->
              Optional.of(
                  new Verified(
                      cause.id(),
                      State.RULED_OUT,
                      "boto3 reads the settings of this machine without it now",
                      ""));
        };
  }

  /** What boto3 asks or runs for credentials here; empty where the settings alone tell its end. */
  Optional<String> asks(ToldCause cause) {
    Resolution now = now(cause);
    return now.refused().isEmpty() && now.outcome() instanceof Outcome.Open(Method method, var _)
        ? Optional.of(method.text())
        : Optional.empty();
  }

  private Resolution now(ToldCause cause) {
    return Resolver.resolve(
        Rules.BOTO3,
        environment,
        outside,
        Arguments.profile(profile(cause.command())),
        Instant.EPOCH);
  }

  private static Optional<Verified> raised(Raised raised, ToldFailure failure, ToldCause cause) {
    boolean same =
        raised.name().equals(failure.exception())
            && (raised.message().equals(failure.message())
                || Resolution.message(raised).equals(failure.message()));
    return same
        ? Optional.of(
            new Verified(
                cause.id(),
                State.STILL_THERE,
                "boto3 raises it from the settings of this machine",
                cause.command()))
        : Optional.empty();
  }

  static Optional<String> profile(String command) {
    List<String> words = ShellWords.split(command).orElse(List.of());
    int option = words.indexOf("--profile");
    return option < 0 || option + 1 >= words.size()
        ? Optional.empty()
        : Optional.of(words.get(option + 1));
  }
}
