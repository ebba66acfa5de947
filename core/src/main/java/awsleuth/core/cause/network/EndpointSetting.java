package awsleuth.core.cause.network;

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

/** Where a custom endpoint is set, as far as the evidence tells. */
final class EndpointSetting {

  private static final String VARIABLE = "AWS_ENDPOINT_URL";

  private static final String OPTION = "--endpoint-url";

  private static final Pattern WRITTEN =
      Pattern.compile("\\bendpoint_url\\s?=\\s?['\"]([^'\"\\s]{1,400})['\"]");

  private EndpointSetting() {}

  /** The variables and settings of the evidence whose host the endpoint has. */
  static List<Citation> cited(Facts facts) {
    String host = Target.in(facts).host();
    List<Citation> found = new ArrayList<>();
    for (EnvironmentVariable v : facts.environment()) {
      if (v.name().startsWith(VARIABLE) && isOf(host, v.value())) {
        found.add(Facts.cite(v.name() + " is `" + v.value() + "`", v.source()));
      }
    }
    for (ProfileSetting s : facts.settings()) {
      if (s.key().equals("endpoint_url") && isOf(host, s.value())) {
        found.add(Facts.cite("endpoint_url is `" + s.value() + "`", s.source()));
      }
    }
    given(facts).or(() -> written(facts)).ifPresent(found::add);
    return found;
  }

  /** The URL that the program gave its client, where it was watched. */
  private static Optional<Citation> given(Facts facts) {
    return facts
        .watched()
        .flatMap(WatchedCall::client)
        .filter(c -> isOf(Target.in(facts).host(), c.given().getOrDefault("endpoint_url", "")))
        .map(c ->
            Facts.cite(
                "the program gives the client endpoint_url `" + c.given().get("endpoint_url") + "`",
                c.source()));
  }

  /** The URL that a line of the traceback gives a client. */
  private static Optional<Citation> written(Facts facts) {
    String host = Target.in(facts).host();
    for (Frame frame : facts.frames()) {
      Matcher url = WRITTEN.matcher(frame.code());
      while (url.find()) {
        if (isOf(host, url.group(1))) {
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

  private static boolean isOf(String host, String url) {
    String set = Target.host(url);
    return !set.isEmpty() && (host.equals(set) || host.endsWith("." + set));
  }

  /** Whether a line of the traceback gives the client an endpoint. */
  static boolean inCode(Facts facts) {
    return facts.frames().stream().anyMatch(f -> f.code().contains("endpoint_url="));
  }

  /**
   * The Region that the same line gives, as an argument; empty where it gives none as a literal.
   */
  private static String region(Facts facts) {
    return facts.frames().stream()
        .filter(f -> f.code().contains("endpoint_url="))
        .flatMap(f -> RegionArgument.in(f.code()).stream())
        .filter(given -> !given.isEmpty())
        .map(given -> ", region_name=" + Literal.python(given))
        .findFirst()
        .orElse("");
  }

  /** Unsets the variable that sets the endpoint; else says where to look. */
  static Fix find(Facts facts) {
    String host = Target.in(facts).host();
    Optional<AwsCommand> typed =
        AwsCommand.of(facts).filter(c -> isOf(host, c.option(OPTION).orElse("")));
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
    for (EnvironmentVariable v : facts.environment()) {
      if (v.name().startsWith(VARIABLE) && isOf(host, v.value())) {
        return Fix.command("let botocore choose the endpoint", "unset " + v.name());
      }
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
    Optional<ProfileSetting> setting =
        facts.settings().stream()
            .filter(s -> s.key().equals("endpoint_url") && isOf(host, s.value()))
            .findFirst();
    if (setting.isPresent()) {
      return without(setting.get());
    }
    return Fix.command(
        "find where the endpoint is set; without it botocore chooses its own",
        "env | grep AWS_ENDPOINT; grep -n endpoint_url ~/.aws/config");
  }
}
