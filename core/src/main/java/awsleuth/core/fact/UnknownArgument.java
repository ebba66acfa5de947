package awsleuth.core.fact;

import awsleuth.boto.config.ConfigOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An argument that what makes sessions, clients and their configuration does not have: {@code
 * TypeError: Session.client() got an unexpected keyword argument 'regio_name'}, {@code Got
 * unexpected keyword argument 'retires'} of botocore's Config.
 *
 * @param of what was called, {@code client}
 * @param name the argument that was given
 * @param allowed those that there are
 * @see <a
 *     href="https://docs.aws.amazon.com/boto3/latest/reference/core/session.html">boto3.session</a>
 * @see <a href="https://docs.aws.amazon.com/botocore/latest/reference/config.html">botocore
 *     Config</a>
 */
public record UnknownArgument(String of, String name, List<String> allowed) {

  private static final String SAYS = "ot an unexpected keyword argument '";
  private static final String CONFIG_SAYS = "Got unexpected keyword argument '";

  /** On what sessions are made; other libraries have sessions too. */
  private static final List<String> SESSIONS = List.of("boto3.", "boto3.session.");

  /** On what clients are made. */
  private static final List<String> CLIENTS = List.of("boto3.", "Session().", "session.");

  private static final List<String> CREDENTIALS =
      List.of("aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_account_id");
  private static final List<String> CLIENT =
      with(
          "service_name",
          "region_name",
          "api_version",
          "use_ssl",
          "verify",
          "endpoint_url",
          "config");
  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "client",
          CLIENT,
          "resource",
          CLIENT,
          "create_client",
          CLIENT,
          "Session",
          with("region_name", "botocore_session", "profile_name"));

  private static List<String> with(String... more) {
    return Stream.concat(Arrays.stream(more), CREDENTIALS.stream()).toList();
  }

  /** Empty for other failures, and where a newer boto3 has the argument. */
  public static Optional<UnknownArgument> in(Facts facts) {
    if (!facts.exception("TypeError")) {
      return Optional.empty();
    }
    return (isOfConfig(facts) ? config(facts) : called(facts))
        .filter(a -> !a.name().isEmpty() && !a.allowed().contains(a.name()));
  }

  private static boolean isOfConfig(Facts facts) {
    return facts.call().message().startsWith(CONFIG_SAYS);
  }

  private static Optional<UnknownArgument> config(Facts facts) {
    return Optional.of(
        new UnknownArgument(
            "Config", quoted(facts.call().message(), CONFIG_SAYS), ConfigOptions.NAMES));
  }

  /** What the frames show to be boto3's, and the program to call. */
  private static Optional<UnknownArgument> called(Facts facts) {
    String message = facts.call().message();
    int paren = message.indexOf("() g" + SAYS);
    String function = paren < 0 ? "" : message.substring(0, paren);
    int dot = function.lastIndexOf('.');
    String owner = dot < 0 ? "" : function.substring(0, dot);
    String method = function.substring(dot + 1);
    String of = method.equals("__init__") ? owner : method;
    List<String> allowed = ALLOWED.get(of);
    String name = quoted(message, SAYS);
    boolean ours = owner.isEmpty() || owner.equals("Session");
    return allowed == null
            || !ours
            || (!isAlone(facts, name)
                && facts.frames().stream().noneMatch(f -> gives(f.code(), of, name)))
        ? Optional.empty()
        : Optional.of(new UnknownArgument(of, name, allowed));
  }

  /** Whether no frame is seen, and the argument is named as those of boto3 alone are. */
  private static boolean isAlone(Facts facts, String name) {
    return facts.frames().isEmpty() && name.startsWith("aws_");
  }

  /** Whether a line calls it so that it can be what has the argument. */
  private static boolean gives(String code, String of, String name) {
    return (of.equals("Session") ? SESSIONS : CLIENTS)
        .stream()
            .map(receiver -> receiver + of + "(")
            .filter(code::contains)
            .map(start -> Arguments.after(code, code.indexOf(start) + start.length() - 1))
            .anyMatch(arguments -> arguments.mayName(name));
  }

  private static String quoted(String message, String before) {
    int from = message.indexOf(before) + before.length();
    int to = message.indexOf('\'', from);
    return to < 0 ? "" : message.substring(from, to);
  }
}
