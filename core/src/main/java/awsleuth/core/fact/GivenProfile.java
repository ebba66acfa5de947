package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.WatchedCall;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The profile that the program chose in code or the command by its option, which other commands
 * have to be given to ask as the same caller. One that the environment chooses counts by itself.
 */
public final class GivenProfile {

  /** The option of the CLI, and of awsleuth. */
  public static final String OPTION = "--profile";

  private static final String PLACE = "<profile>";

  /** With keys beside it these count, and the profile does not. */
  private static final String KEYS = "aws_access_key_id";

  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\bprofile_name\\s?+=(?!=)\\s?+(?!None\\b)(?:(['\"])([^'\"\\\\{}]{1,200})\\1)?");

  private GivenProfile() {}

  /** As the shell takes it, {@code <profile>} where its name is not told. */
  public static Optional<String> of(Facts facts) {
    return Parameters.of(facts, "Profile")
        .or(() -> facts.boto().argument().map(p -> Literal.shell(p, PLACE)))
        .or(() -> hasNone(facts) ? Optional.empty() : written(facts));
  }

  /** Whether the running program was seen to give none. */
  private static boolean hasNone(Facts facts) {
    return facts.watched().flatMap(WatchedCall::profile).filter(String::isEmpty).isPresent();
  }

  private static Optional<String> written(Facts facts) {
    return facts.frames().stream()
        .filter(f -> !f.isOfSdk())
        .map(Frame::code)
        .filter(code -> code.contains("Session(") && !code.contains(KEYS))
        .flatMap(GivenProfile::names)
        .findFirst();
  }

  private static Stream<String> names(String code) {
    Matcher matcher = WRITTEN.matcher(code);
    return matcher.results().map(r -> r.group(2) == null ? PLACE : Literal.shell(r.group(2)));
  }
}
