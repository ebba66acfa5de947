package awsleuth.app.verify;

import awsleuth.app.verify.Verified.State;
import awsleuth.collect.doctor.StepKind;
import awsleuth.collect.wire.BareUrl;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProbeResult.Verdict;
import java.util.List;
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
                    || BareUrl.authority(p.call().endpoint()).equals(BareUrl.authority(endpoint)))
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
      return Optional.of(open(cause, elsewhere(told, endpoint)));
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
      case "network/client-certificate",
          "network/dns",
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

  /** Whether it leads to an endpoint; so it does where none is known. */
  boolean leadsTo(String told) {
    String there = BareUrl.authority(told);
    return there.isEmpty() || there.equals(BareUrl.authority(endpoint));
  }

  /** Whether an endpoint has a name under that to which it leads, as those of buckets have. */
  boolean leadsAbove(String told) {
    return BareUrl.authority(told).endsWith("." + BareUrl.authority(endpoint))
        && told.startsWith(scheme(endpoint))
        && !endpoint.isEmpty();
  }

  private static String scheme(String url) {
    return url.substring(0, url.indexOf("://") + 1);
  }

  /** Why nothing that is found out here tells of a call. */
  static String elsewhere(String told, String here) {
    return "the call went to " + path(told) + ", the settings here lead to " + path(here);
  }

  private static String path(String url) {
    return url.split("[?#]", 2)[0];
  }
}
