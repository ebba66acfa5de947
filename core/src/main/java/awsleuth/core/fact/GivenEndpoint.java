package awsleuth.core.fact;

import awsleuth.aws.HostName;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.secret.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The endpoint that the call itself was given, by the program or by an option, which the same call
 * has to be given again. What the environment and the files set counts again by itself; a host of
 * AWS is what the CLI chooses, but for those of VPC endpoints, of FIPS and of dual stack.
 */
public final class GivenEndpoint {

  /**
   * The option of the CLI, and of awsleuth; among values for {@link Facts#reproduction(Map)} it is
   * what the call is given instead of an endpoint that is wrong, as the shell takes it, or nothing.
   */
  public static final String OPTION = "--endpoint-url";

  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\bendpoint_url\\s?=\\s?['\"](https?://[^'\"\\s%{}]{1,400})['\"](?!\\s?[%.+])");

  private GivenEndpoint() {}

  /** As the shell takes it, {@code <endpoint-url>} where its value was not kept. */
  public static Optional<String> of(Facts facts) {
    return watched(facts)
        .or(() -> AwsCommand.of(facts).flatMap(c -> c.option(OPTION)))
        .or(() -> probed(facts))
        .or(() -> written(facts))
        .or(() -> Optional.ofNullable(Parameters.in(facts).values().get("EndpointUrl")))
        .filter(url -> facts.catalog().host(Hosts.of(url)).filter(GivenEndpoint::isUsual).isEmpty())
        .map(url ->
            url.contains(Secrets.MASK) || url.contains("…")
                ? "<endpoint-url>"
                : Literal.shell(url, "<endpoint-url>"));
  }

  /** Whether the CLI chooses it by itself. */
  private static boolean isUsual(HostName host) {
    return !host.fips() && !host.dualStack() && !host.host().contains(".vpce.");
  }

  private static Optional<String> watched(Facts facts) {
    return facts
        .watched()
        .flatMap(WatchedCall::client)
        .map(c -> c.given().getOrDefault("endpoint_url", ""))
        .filter(url -> !url.isEmpty());
  }

  private static Optional<String> probed(Facts facts) {
    return facts.given(ProbeResult.class).stream()
        .filter(p -> p.step().equals("endpoint"))
        .filter(p -> p.call().service().equals(facts.call().service()))
        .map(ProbeResult::facts)
        .filter(f -> f.getOrDefault("set", "").equals(OPTION))
        .map(f -> f.getOrDefault("url", ""))
        .filter(url -> !url.isEmpty())
        .findFirst();
  }

  /** The URL that a line of the program's traceback gives a client, where the call went there. */
  private static Optional<String> written(Facts facts) {
    String went = Hosts.of(facts.call().endpoint());
    return facts.frames().stream()
        .filter(f -> !f.isOfSdk())
        .map(Frame::code)
        .flatMap(GivenEndpoint::urls)
        .filter(url -> went.isEmpty() || went.equals(Hosts.of(url)))
        .findFirst();
  }

  private static Stream<String> urls(String code) {
    return WRITTEN.matcher(code).results().map(r -> r.group(1));
  }
}
