package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.secret.Secrets;
import java.util.List;
import java.util.Optional;

/**
 * Whether the program makes a session of its own, as its traceback tells: the profile, the Region
 * and the keys may then be given in code. The {@code aws} command makes one of its options.
 *
 * @param seen whether it does, and with settings that the traceback does not tell
 * @param profile the profile that it was seen to give, or gives as a literal and nothing else with
 *     it, or as an option
 */
record OwnSession(boolean seen, Optional<String> profile) {

  private static final String PROFILE = "profile_name=";

  static OwnSession of(Facts facts) {
    List<String> own =
        facts.frames().stream().map(Frame::code).filter(OwnSession::isOwn).distinct().toList();
    Optional<String> literal = own.size() == 1 ? literal(own.getFirst()) : Optional.empty();
    Optional<String> watched = facts.watched().flatMap(WatchedCall::profile);
    Optional<String> profile = watched.isPresent() ? watched.filter(OwnSession::isName) : literal;
    Optional<String> typed = AwsCommand.of(facts).flatMap(c -> c.option("--profile"));
    return typed.isPresent()
        ? new OwnSession(false, typed)
        : new OwnSession(!own.isEmpty() && literal.isEmpty(), profile);
  }

  /** Whether it is the name as it is. */
  private static boolean isName(String profile) {
    return !profile.isEmpty() && !profile.contains(Secrets.MASK);
  }

  private static boolean isOwn(String code) {
    boolean made = code.contains(".client(") || code.contains(".resource(");
    boolean shared = code.contains("boto3.client(") || code.contains("boto3.resource(");
    boolean botocore =
        code.contains("_get_default_session()") || code.contains("_session.create_client(");
    return code.contains(PROFILE) || code.contains("Session(") || (made && !shared && !botocore);
  }

  /** The name in {@code Session(profile_name="name")}; empty where more is given or no literal. */
  private static Optional<String> literal(String code) {
    int start = code.indexOf("Session(" + PROFILE);
    int from = start + "Session(".length() + PROFILE.length();
    if (start < 0 || from >= code.length()) {
      return Optional.empty();
    }
    char quote = code.charAt(from);
    int end = quote == '"' || quote == '\'' ? code.indexOf(quote, from + 1) : -1;
    return end > 0 && code.startsWith(")", end + 1) && code.indexOf('\\') < 0
        ? Optional.of(code.substring(from + 1, end))
        : Optional.empty();
  }
}
