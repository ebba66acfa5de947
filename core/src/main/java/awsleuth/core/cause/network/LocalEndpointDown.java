package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;

/** A local emulator or custom endpoint does not listen. */
final class LocalEndpointDown implements Cause {

  @Override
  public String id() {
    return "network/local-endpoint-down";
  }

  @Override
  public Stage stage() {
    return Stage.CONNECT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(!Target.in(facts).isMetadata()
        && (isConnect(facts) || isSilent(facts))
        && Target.in(facts).local()
        && Target.in(facts).aws().isEmpty()
        && !facts.seen(NetworkClue.NOT_RESOLVED)
        && !facts.seen(NetworkClue.UNREACHABLE)
        && !facts.seen(EndpointClue.INVALID)
        && TlsFailure.of(facts).isEmpty()
        && !TlsUntrusted.isSeen(facts)
        && !facts.seen(NetworkClue.PROXY)
        && !facts.seen(NetworkClue.PROXY_URL))) {
      return Outcome.NOT_SEEN;
    }
    boolean sure = Target.in(facts).isLoopback() || isRefused(facts);
    Finding finding =
        new Finding(
            (isSilent(facts) ? "nothing answers at " : "nothing listens at ")
                + Target.in(facts).host()
                + ", a custom endpoint",
            Finding.Specificity.MESSAGE,
            because(facts),
            List.of(
                Fix.command(
                    "see whether it runs and on which port", "curl -sv " + Connections.url(facts)),
                facts.watched().isPresent()
                        || !facts.environment().isEmpty()
                        || EndpointSetting.inCode(facts)
                        || !EndpointSetting.cited(facts).isEmpty()
                    ? EndpointSetting.find(facts)
                    : EndpointSetting.unset(facts)),
            new Verification.Probe("curl -sv " + Connections.url(facts), "something answers"));
    return sure
        ? Outcome.confirmed(finding)
        : Outcome.possible(
            finding.perhaps(),
            "whether the other machine refuses, or no way leads to it",
            "the error below it in the traceback, or curl -sv " + Connections.url(facts));
  }

  /** Whether no connection came about; an exception that may be of anything has to tell that. */
  private static boolean isConnect(Facts facts) {
    return Connections.isConnect(facts) && (!Connections.isAnyClient(facts) || isRefused(facts));
  }

  /** Whether what is there refused, which a machine that cannot be reached does not do. */
  private static boolean isRefused(Facts facts) {
    return facts.exception("ConnectionRefusedError") || facts.seen(NetworkClue.REFUSED);
  }

  /**
   * Whether the machine itself let the time run out: what listens there is stuck or is kept off.
   */
  private static boolean isSilent(Facts facts) {
    return facts.exception("ConnectTimeoutError", "ConnectTimeout")
        && Target.in(facts).isLoopback();
  }

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("the endpoint is " + facts.call().endpoint()));
    because.addAll(EndpointSetting.cited(facts));
    facts.history().ifPresent(because::add);
    return because;
  }
}
