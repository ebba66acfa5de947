package awsleuth.app.verify;

import awsleuth.app.verify.Verified.State;
import awsleuth.collect.doctor.StepKind;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProbeResult.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way to a service as it was gone.
 *
 * @param steps the steps of that way, and those of the machine
 * @param endpoint where it leads; empty where the settings give no endpoint
 */
record GoneWay(List<ProbeResult> steps, String endpoint) {

  private static final List<StepKind> WAY =
      List.of(
          StepKind.ENDPOINT,
          StepKind.DNS,
          StepKind.TCP,
          StepKind.PROXY,
          StepKind.TLS,
          StepKind.HTTP);

  /** Of what was probed, that which is of one service. */
  static GoneWay of(List<ProbeResult> probes, String service) {
    String endpoint =
        probes.stream()
            .filter(p -> p.step().equals(StepKind.ENDPOINT.label()))
            .filter(p -> p.call().service().equals(service))
            .map(p -> p.call().endpoint())
            .findFirst()
            .orElse("");
    return new GoneWay(
        probes.stream()
            .filter(p ->
                p.call().endpoint().isEmpty()
                    || authority(p.call().endpoint()).equals(authority(endpoint)))
            .toList(),
        endpoint);
  }

  /**
   * What it says of a cause that it does not show: that it is ruled out, only where every step was
   * found to be right that the cause is about; empty where a way does not tell of such a cause.
   *
   * @param told the endpoint of the failed call; empty where it is not known
   */
  Optional<Verified> of(String cause, String told) {
    List<StepKind> needed = needed(cause);
    if (needed.isEmpty()) {
      return Optional.empty();
    }
    if (needed.contains(StepKind.HTTP) && !leadsTo(told)) {
      return Optional.of(
          open(cause, "the call went to " + told + ", the settings here lead to " + endpoint));
    }
    Optional<Verified> unknown =
        needed.stream().flatMap(kind -> open(cause, kind).stream()).findFirst();
    return unknown.or(() ->
        Optional.of(
            new Verified(cause, State.RULED_OUT, "the whole way to the service works", "")));
  }

  /** The steps that have to be right for a cause to be gone; none where they do not tell. */
  private static List<StepKind> needed(String cause) {
    return switch (cause) {
      case "credentials/clock-skew" ->
          Stream.concat(WAY.stream(), Stream.of(StepKind.CLOCK)).toList();
      case "credentials/imds-unreachable" -> List.of(StepKind.METADATA);
      case "network/no-region" -> List.of(StepKind.REGION, StepKind.ENDPOINT);
      case "network/dns",
          "network/local-endpoint-down",
          "network/no-route",
          "network/no-such-endpoint",
          "network/proxy",
          "network/tls-hostname",
          "network/tls-protocol",
          "network/tls-untrusted",
          "network/wrong-endpoint-url" ->
          WAY;
      default -> List.of();
    };
  }

  /** Why a step does not tell that all is right; empty where it does. */
  private Optional<Verified> open(String cause, StepKind kind) {
    List<ProbeResult> own = steps.stream().filter(p -> p.step().equals(kind.label())).toList();
    return own.isEmpty()
        ? Optional.of(open(cause, kind.label() + ": not looked at"))
        : own.stream()
            .filter(p -> p.verdict() != Verdict.OK)
            .map(p -> open(cause, kind.label() + ": " + p.words()))
            .findFirst();
  }

  private static Verified open(String cause, String why) {
    return new Verified(cause, State.UNKNOWN, why, "awsleuth doctor");
  }

  /** Whether it leads to an endpoint, or to that of which the endpoint is a bucket's name. */
  private boolean leadsTo(String told) {
    String there = authority(told);
    String here = authority(endpoint);
    return there.isEmpty() || there.equals(here) || there.endsWith("." + here);
  }

  /** Host and port of a URL, or of what is written without a scheme. */
  private static String authority(String url) {
    int scheme = url.indexOf("://");
    String rest = scheme < 0 ? url : url.substring(scheme + 3);
    String all = rest.split("[/?#]", 2)[0];
    return all.substring(all.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
