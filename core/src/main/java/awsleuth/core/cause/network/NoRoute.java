package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;

/** Connecting times out: there is no way to the endpoint. */
final class NoRoute implements Cause {

  @Override
  public String id() {
    return "network/no-route";
  }

  @Override
  public Stage stage() {
    return Stage.CONNECT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (Target.in(facts).isMetadata()
        || Target.in(facts).isLoopback()
        || facts.seen(NetworkClue.PROXY)) {
      return Outcome.NOT_SEEN;
    }
    boolean timedOut =
        facts.exception("ConnectTimeoutError", "ConnectTimeout")
            || (facts.exception(
                    "SdkClientException", "AmazonClientException", "ResourceInitializationError")
                && facts.call().code().isEmpty()
                && facts.seen(NetworkClue.CONNECT_TIMED_OUT))
            || (Connections.isConnect(facts)
                && (facts.seen(NetworkClue.UNREACHABLE)
                    || facts.seen(NetworkClue.CONNECT_TIMED_OUT)));
    if (timedOut) {
      return Outcome.confirmed(finding(facts, Finding.Specificity.CODE));
    }
    boolean open = Connections.isUnexplained(facts) && Target.in(facts).isPublished(facts);
    boolean refused =
        Connections.isConnect(facts)
            && facts.seen(NetworkClue.REFUSED)
            && Target.in(facts).aws().isPresent();
    boolean slow = facts.call().code().isEmpty() && facts.seen(NetworkClue.TIME_WAS_UP);
    return open || refused || slow
        ? Outcome.possible(
            finding(facts, Finding.Specificity.KIND).perhaps(),
            "whether anything answers there",
            "curl -sv --connect-timeout 5 " + Connections.url(facts) + " -o /dev/null")
        : Outcome.NOT_SEEN;
  }

  private static Finding finding(Facts facts, Finding.Specificity specificity) {
    Target target = Target.in(facts);
    List<Citation> because =
        new ArrayList<>(
            facts.exception("ResourceInitializationError")
                ? List.of(facts.citation(NetworkClue.CONNECT_TIMED_OUT).orElseGet(facts::citeError))
                : facts.citeErrorAndRequests());
    if (target.isFaulty()) {
      because.add(facts.cite(target.region().words()));
      if (!target.region().others().isEmpty()) {
        because.add(facts.cite(target.region().others()));
      }
    }
    WayOut.shut(facts).map(WayOut::citation).ifPresent(because::add);
    return new Finding(
        Connections.summary(facts, "no way leads to %s from there", "the endpoint"),
        specificity,
        List.copyOf(because),
        target.isCustom()
            ? ofCustom(facts)
            : target.isFaulty()
                ? NoSuchEndpoint.fixes(facts, target, target.region())
                : ofAws(facts),
        target.isFaulty()
            ? NoSuchEndpoint.again(facts, target.region())
            : Connections.probe(facts, "it connects within a second"));
  }

  /** To what is no endpoint of AWS no VPC endpoint leads. */
  private static List<Fix> ofCustom(Facts facts) {
    return List.of(
        Fix.command(
            "see from where the program runs whether anything answers",
            "curl -sv --connect-timeout 5 " + Connections.url(facts)),
        Fix.askAdministrator(
            "let the two reach each other",
            "From where the program runs the port of "
                + Target.in(facts).host()
                + " must be reachable: look at the route, the firewall and the security groups"
                + " between them."));
  }

  private static List<Fix> ofAws(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    WayOut.shut(facts).flatMap(WayOut::fix).ifPresent(fixes::add);
    fixes.add(
        Fix.askAdministrator(
            "give the subnet a way out: a VPC endpoint for the service, or a NAT gateway",
            "aws ec2 create-vpc-endpoint --vpc-id "
                + Whereabouts.vpc(facts)
                + " --vpc-endpoint-type Interface --service-name com.amazonaws."
                + Literal.shell(facts.call().region(), "<region>")
                + "."
                + Literal.shell(facts.call().service(), "<service>")
                + " --subnet-ids "
                + Whereabouts.subnets(facts)
                + " --security-group-ids "
                + Whereabouts.groups(facts)));
    fixes.add(
        Fix.askAdministrator(
            "let the security group out to port 443",
            "aws ec2 describe-security-groups --group-ids "
                + Whereabouts.groups(facts)
                + " --query 'SecurityGroups[].IpPermissionsEgress'"));
    return fixes;
  }
}
