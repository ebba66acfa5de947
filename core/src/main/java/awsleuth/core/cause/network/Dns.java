package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The endpoint's name does not resolve. */
final class Dns implements Cause {

  @Override
  public String id() {
    return "network/dns";
  }

  @Override
  public Stage stage() {
    return Stage.DNS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (Target.in(facts).isMetadata()
        || !Connections.isConnect(facts)
        || Target.in(facts).isFaulty()) {
      return Outcome.NOT_SEEN;
    }
    if (facts.seen(NetworkClue.NOT_RESOLVED)) {
      return Outcome.confirmed(
          finding(
              facts,
              Finding.Specificity.MESSAGE,
              facts.citation(NetworkClue.NOT_RESOLVED).orElseThrow()));
    }
    return Connections.isUnexplained(facts)
        ? Outcome.possible(
            finding(facts, Finding.Specificity.KIND, facts.citeError()).perhaps(),
            "the error below it: whether the name resolved",
            "the whole traceback, or `getent hosts " + Target.in(facts).word() + "`")
        : Outcome.NOT_SEEN;
  }

  private static Finding finding(Facts facts, Finding.Specificity specificity, Citation because) {
    return new Finding(
        Connections.summary(facts, "the name %s does not resolve there", "of the endpoint"),
        specificity,
        List.of(because),
        List.of(
            Connections.lookUp(facts),
            Fix.askAdministrator(
                "let the machine or VPC resolve it: enableDnsSupport, a resolver that is reachable,"
                    + " private DNS of the VPC endpoint",
                "aws ec2 describe-vpc-attribute --vpc-id <vpc-id> --attribute enableDnsSupport")),
        new Verification.Probe("getent hosts " + Target.in(facts).word(), "it prints an address"));
  }
}
