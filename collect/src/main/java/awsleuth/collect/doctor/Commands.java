package awsleuth.collect.doctor;

import awsleuth.boto.config.Proxies;
import awsleuth.collect.wire.BareUrl;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.fact.Literal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What gives the same as a step by hand: commands of the {@code aws} CLI, curl and what every
 * system has.
 *
 * @param question what is examined
 */
record Commands(Question question) {

  private static final String QUIET = " -o /dev/null";

  /**
   * Those of a step of this machine.
   *
   * @param asked the URL that it asks; null or empty where it asks none
   */
  List<String> local(StepKind kind, @Nullable String asked) {
    String url = BareUrl.of(String.valueOf(asked));
    return switch (kind) {
      case PYTHON ->
          List.of(
              "python3 -c 'import boto3, botocore, urllib3, ssl; print(boto3.__version__,"
                  + " botocore.__version__, urllib3.__version__, ssl.OPENSSL_VERSION)'");
      case CONFIG -> List.of("aws configure list" + profile());
      case REGION -> List.of("aws configure list" + profile() + " | grep region");
      case CREDENTIALS ->
          List.of("awsleuth credentials" + profile(), "aws configure list" + profile());
      case METADATA -> {
        String at = Literal.shell(url + "latest/");
        yield List.of(
            "curl -s -m 2 -X PUT " + at + "api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 60'",
            "curl -s -m 2 -H \"X-aws-ec2-metadata-token: <token>\" "
                + at
                + "meta-data/iam/security-credentials/");
      }
      case CONTAINER ->
          List.of(
              "curl -s -m 2"
                  + QUIET
                  + " -w '%{http_code}\\n' -H \"Authorization: "
                  + token()
                  + "\" "
                  + Literal.shell(url));
      case ENDPOINT, DNS, TCP, PROXY, TLS, HTTP, CLOCK, IDENTITY, CALL -> List.of();
    };
  }

  /** The token of a container, of which the file goes before the variable. */
  private String token() {
    String name = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    String file = name + "_FILE";
    return question.environment().getOrDefault(file, "").isEmpty()
        ? "$" + name
        : "$(cat \"$" + file + "\")";
  }

  /** Those of the way to an endpoint. */
  Way way(Target target, Optional<Proxies.Way> to, Optional<String> bundle) {
    return new Way(target, options(), ByProxy.of(to, question.environment()), bundle);
  }

  /**
   * The commands of the steps to one endpoint.
   *
   * @param target where they lead
   * @param options what the endpoint's own command wants
   * @param proxy how curl is led as boto3 goes
   * @param bundle the CA bundle that is set, an empty text where it is set to nothing; empty where
   *     none is
   */
  record Way(Target target, String options, ByProxy proxy, Optional<String> bundle) {

    /** Those of one step. */
    List<String> commands(StepKind kind) {
      if (kind == StepKind.ENDPOINT) {
        return List.of(
            Stream.of(target.call().service(), target.call().operation())
                    .filter(s -> !s.isEmpty())
                    .map(Literal::shell)
                    .collect(Collectors.joining(" ", "awsleuth endpoint ", ""))
                + options);
      }
      return target.url().map(url -> commands(kind, url)).orElse(List.of());
    }

    /** How curl looks at certificates as botocore does: not at all where the bundle is nothing. */
    private String trust() {
      return bundle.map(b -> b.isEmpty() ? " -k" : " --cacert " + Literal.shell(b)).orElse("");
    }

    private List<String> commands(StepKind kind, URI url) {
      String root = Literal.shell(url.resolve("/").toString());
      boolean secure = "https".equals(url.getScheme());
      String ca = secure ? trust() : "";
      String connect = "curl -sv --connect-timeout 5" + ca;
      String led = proxy.where() + " " + root;
      return switch (kind) {
        case DNS -> List.of("getent ahosts " + Literal.shell(proxy.host().orElse(host(url))));
        case TCP -> List.of(connect + led + QUIET);
        case PROXY ->
            List.of("env | grep -i _proxy", connect + proxy.always() + " " + root + QUIET);
        case TLS -> secure ? List.of("curl -sv" + ca + led + QUIET) : List.of();
        case HTTP -> List.of("curl -si -m 10" + ca + led);
        case CLOCK -> List.of("date -u; curl -sI" + ca + led + " | grep -i '^date'");
        case PYTHON, CONFIG, REGION, CREDENTIALS, METADATA, CONTAINER, ENDPOINT, IDENTITY, CALL ->
            List.of();
      };
    }
  }

  private static String host(URI url) {
    return String.valueOf(url.getHost());
  }

  /** That of a call; none where it wants parameters. */
  List<String> call(ProbeResult.Call call, List<String> required) {
    if (!required.isEmpty()) {
      return List.of();
    }
    String service = call.service();
    Optional<String> command = question.catalog().cliCommand(service, call.operation());
    return command
        .map(c -> "aws " + question.catalog().cliName(service) + " " + c + options() + own(service))
        .map(List::of)
        .orElse(List.of());
  }

  /**
   * Version 1 of the AWS CLI takes hosts of its own for SQS and RDS, whatever the environment says
   * (awscli/customizations/overridesslcommonname.py), so that the endpoint has to be given.
   */
  private String own(String service) {
    String general = question.environment().getOrDefault("AWS_ENDPOINT_URL", "");
    String name = "AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT);
    String url = question.environment().getOrDefault(name, general);
    boolean overridden = service.equals("sqs") || service.equals("rds");
    return overridden && !url.isEmpty() && question.endpointUrl().isEmpty()
        ? " --endpoint-url " + Literal.shell(BareUrl.of(url))
        : "";
  }

  private String profile() {
    return question.profile().map(p -> " --profile " + Literal.shell(p)).orElse("");
  }

  private String options() {
    List<String> options = new ArrayList<>();
    question.profile().ifPresent(p -> options.add("--profile " + Literal.shell(p)));
    question.region().ifPresent(r -> options.add("--region " + Literal.shell(r)));
    question
        .endpointUrl()
        .ifPresent(u -> options.add("--endpoint-url " + Literal.shell(BareUrl.of(u))));
    return options.isEmpty() ? "" : " " + String.join(" ", options);
  }
}
