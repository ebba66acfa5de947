package awsleuth.core.cause.network;

import awsleuth.boto.endpoint.ConfiguredUrl;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedClient;
import awsleuth.core.fact.AwsCommand;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a custom endpoint is set, as far as the evidence tells. */
final class EndpointSetting {

  private static final String VARIABLE = "AWS_ENDPOINT_URL";

  private static final String OPTION = "--endpoint-url";

  private static final Pattern WRITTEN =
      Pattern.compile("\\bendpoint_url\\s?=\\s?['\"]([^'\"\\s]{1,400})['\"]");

  private static final Pattern GIVING = Pattern.compile("\\bendpoint_url\\s?=[^=]");

  private EndpointSetting() {}

  /** What of the evidence sets the endpoint, or may: its host and its port are the same. */
  static List<Citation> cited(Facts facts) {
    Optional<Citation> program = given(facts).or(() -> written(facts));
    if (program.isEmpty() && UrlInForce.isKnown(facts)) {
      return inForce(facts).map(UrlInForce::cited).stream().toList();
    }
    List<Citation> found = new ArrayList<>();
    variables(facts)
        .forEach(v -> found.add(Facts.cite(v.name() + " is `" + v.value() + "`", v.source())));
    settings(facts)
        .forEach(s -> found.add(Facts.cite("endpoint_url is `" + s.value() + "`", s.source())));
    program.ifPresent(found::add);
    return found;
  }

  /** What boto3 takes for the service; empty where the call went elsewhere. */
  private static Optional<UrlInForce> inForce(Facts facts) {
    return UrlInForce.in(facts).filter(set -> isSet(facts, set.url()));
  }

  /** The variables of all services, and of the one that was called, that set such a URL. */
  private static List<EnvironmentVariable> variables(Facts facts) {
    String service = facts.call().service();
    return facts.environment().stream()
        .filter(v ->
            v.name().equals(VARIABLE)
                || (service.isEmpty()
                    ? v.name().startsWith(VARIABLE + "_")
                    : v.name().equals(ConfiguredUrl.variable(service))))
        .filter(v -> isSet(facts, v.value()))
        .toList();
  }

  private static List<ProfileSetting> settings(Facts facts) {
    return facts.settings().stream()
        .filter(s -> s.key().equals("endpoint_url") && isSet(facts, s.value()))
        .toList();
  }

  /** The URL that the program gave its client, where it was watched. */
  private static Optional<Citation> given(Facts facts) {
    return facts
        .watched()
        .flatMap(WatchedCall::client)
        .filter(c -> isSet(facts, c.given().getOrDefault("endpoint_url", "")))
        .map(c ->
            Facts.cite(
                "the program gives the client endpoint_url `" + c.given().get("endpoint_url") + "`",
                c.source()));
  }

  /** The URL that a line of the traceback gives a client. */
  private static Optional<Citation> written(Facts facts) {
    for (Frame frame : facts.frames()) {
      Matcher url = WRITTEN.matcher(frame.code());
      while (url.find()) {
        if (isSet(facts, url.group(1))) {
          return Optional.of(
              Facts.cite("the program gives endpoint_url `" + url.group(1) + "`", frame.source()));
        }
      }
    }
    return Optional.empty();
  }

  /** The line of a file to take out: botocore then chooses the endpoint. */
  private static Fix without(ProfileSetting setting) {
    return new Fix.Setting(
        "or let botocore choose the endpoint: take this line out of " + setting.source(),
        "["
            + Literal.setting(setting.section())
            + "]\n# endpoint_url = "
            + Literal.setting(setting.value()),
        Fix.Applicability.READY);
  }

  /** Whether a URL may be that of the endpoint: botocore puts buckets and the like before it. */
  private static boolean isSet(Facts facts, String url) {
    String host = Target.in(facts).host();
    String set = Target.host(url);
    return !set.isEmpty()
        && (host.equals(set) || host.endsWith("." + set))
        && Connections.isSamePort(facts.call().endpoint(), url);
  }

  /** Whether a line of the program in the traceback gives the client an endpoint. */
  static boolean inCode(Facts facts) {
    return giving(facts).findAny().isPresent();
  }

  /** Lines of botocore name their arguments so too: it raises with the URL that it went to. */
  private static Stream<String> giving(Facts facts) {
    return facts.frames().stream()
        .filter(f -> !f.isOfSdk())
        .map(Frame::code)
        .filter(code -> GIVING.matcher(code).find());
  }

  /**
   * The Region that the same line gives, as an argument; empty where it gives none as a literal.
   */
  private static String region(Facts facts) {
    return giving(facts)
        .flatMap(code -> RegionArgument.in(code).stream())
        .filter(given -> !given.isEmpty())
        .map(given -> ", region_name=" + Literal.python(given))
        .findFirst()
        .orElse("");
  }

  /** Unsets the variable that sets the endpoint; else says where to look. */
  static Fix find(Facts facts) {
    Optional<AwsCommand> typed =
        AwsCommand.of(facts).filter(c -> isSet(facts, c.option(OPTION).orElse("")));
    if (typed.isPresent()) {
      return Fix.command(
          "let the AWS CLI choose the endpoint, without " + OPTION, typed.get().without(OPTION));
    }
    if (inCode(facts)) {
      String service = facts.call().service();
      return Fix.codeEdit(
          "let botocore choose the endpoint: the line that makes the client gives endpoint_url",
          "boto3.client("
              + Literal.python(service.isEmpty() ? "<service>" : service)
              + region(facts)
              + ")");
    }
    Optional<WatchedClient> client =
        given(facts).flatMap(_ -> facts.watched()).flatMap(WatchedCall::client);
    if (client.isPresent()) {
      String place = client.get().place();
      return Fix.codeEdit(
          "let botocore choose the endpoint, without endpoint_url"
              + (place.isEmpty() ? "" : " in " + place),
          "boto3.client(" + Literal.python(client.get().service()) + ")");
    }
    return set(facts)
        .orElseGet(() ->
            Fix.command(
                "find where the endpoint is set; without it botocore chooses its own",
                "env | grep AWS_ENDPOINT; grep -n endpoint_url ~/.aws/config"));
  }

  /** Unsets the variables that may set the endpoint, where nothing tells which one does. */
  static Fix unset(Facts facts) {
    String service = facts.call().service();
    return Fix.command(
        "or go to AWS itself, where the environment sets the endpoint",
        "unset " + VARIABLE + (service.isEmpty() ? "" : " " + ConfiguredUrl.variable(service)));
  }

  /** Takes away what sets it in the environment or in a file; empty where neither is seen to. */
  private static Optional<Fix> set(Facts facts) {
    Optional<UrlInForce> inForce = inForce(facts);
    Optional<Fix> without = inForce.flatMap(set -> set.without(facts));
    if (without.isPresent() || (inForce.isEmpty() && UrlInForce.isKnown(facts))) {
      return without;
    }
    Optional<Fix> unset =
        variables(facts).stream()
            .map(v -> Fix.command("let botocore choose the endpoint", "unset " + v.name()))
            .findFirst();
    return unset.isPresent()
        ? unset
        : settings(facts).stream().map(EndpointSetting::without).findFirst();
  }
}
