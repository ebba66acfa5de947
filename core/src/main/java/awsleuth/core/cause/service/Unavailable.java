package awsleuth.core.cause.service;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Meaning;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The service was unavailable for the moment. */
final class Unavailable implements Cause {

  @Override
  public String id() {
    return "service/unavailable";
  }

  @Override
  public Stage stage() {
    return Stage.EXECUTION;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean s3 = facts.code("503") && facts.call().service().equals("s3");
    boolean bare = s3 && !facts.seen(ServiceClue.RATE);
    boolean known =
        (facts.code(
                    "ServiceUnavailable",
                    "ServiceUnavailableException",
                    "Unavailable",
                    "ModelNotReadyException",
                    "ModelTimeoutException",
                    "502",
                    "504",
                    "BadGateway",
                    "GatewayTimeout",
                    "ServiceNotReadyException",
                    "ServiceTemporarilyUnavailableException",
                    "ServiceUnavailableError",
                    "EndpointTemporarilyUnavailableException")
                || isOutOfCapacity(facts)
                || (facts.code("503") && !s3)
                || facts.seen(ServiceClue.NOT_READY)
                || isStatus(facts))
            && !facts.code("ThrottlingException")
            && !(facts.call().service().equals("s3") && facts.seen(ServiceClue.RATE));
    if (!known && !bare && !isPage(facts) && facts.family() != CodeFamily.TIMEOUT) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    Finding finding =
        new Finding(
            isOutOfCapacity(facts)
                ? "AWS has no free capacity for it in that zone at the moment"
                : "the service was unavailable for the moment",
            meaning.specificity(),
            facts.citeErrorAndRequests(),
            List.of(
                isOutOfCapacity(facts)
                    ? Fix.codeEdit(
                        "ask in other zones, or for another type",
                        "for zone in zones:  # drop Placement, or try each of its zones in turn")
                    : Again.fix(facts, "try again after a while", ""),
                HealthEvents.fix(facts)),
            Again.of(facts, "the call succeeds"));
    return isPage(facts)
        ? Outcome.possible(
            finding.perhaps(),
            "which host answered",
            "curl -sv <endpoint-url>: the headers Server and Via")
        : meaning.outcome(finding, facts);
  }

  /** Whether all that is told is a status by which gateways say so. */
  private static boolean isStatus(Facts facts) {
    int status = facts.call().httpStatus().orElse(0);
    boolean gateway = status == 502 || status == 503 || status == 504;
    return gateway
        && facts.call().code().isEmpty()
        && !facts.exception("ResponseParserError")
        && !facts.seen(ServiceClue.RATE);
  }

  /** Whether a web page says so, which may be a proxy's. */
  private static boolean isPage(Facts facts) {
    return isStatus(facts) && facts.captured("html_title").isPresent();
  }

  /** Whether AWS itself has none left of what was asked for, in that zone and at that moment. */
  private static boolean isOutOfCapacity(Facts facts) {
    String code = facts.call().code();
    return code.startsWith("Insufficient") && code.contains("Capacity");
  }
}
