package awsleuth.core.cause.network;

import awsleuth.aws.HostName;
import awsleuth.boto.config.Found;
import awsleuth.boto.credentials.RegionOutcome;
import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.GivenEndpoint;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.RefusedEndpoint;
import awsleuth.core.fact.SignedRegion;
import awsleuth.core.fact.TypedOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** There is no such endpoint: the Region is wrong or the service is not there. */
final class NoSuchEndpoint implements Cause {

  /** What botocore raises where it can make no endpoint. */
  private static final String[] NOT_MADE = {
    "UnknownRegionError", "InvalidRegionError", "UnknownEndpointError", "ServiceNotInRegionError"
  };

  @Override
  public String id() {
    return "network/no-such-endpoint";
  }

  @Override
  public Stage stage() {
    return Stage.ENDPOINT;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<Finding> unmade = UnmadeEndpoint.of(facts);
    if (unmade.isPresent()) {
      return Outcome.confirmed(unmade.get());
    }
    Target target = Target.in(facts);
    boolean broken = SignedRegion.broken(facts).isPresent();
    boolean made =
        facts.exception(NOT_MADE) || RefusedEndpoint.oddRegion(facts).isPresent() || broken;
    boolean faulty = Connections.isConnect(facts) && target.isFaulty();
    boolean open = Connections.isUnexplained(facts) && target.mayNotExist(facts);
    if (!facts.call().code().isEmpty() || !(made || faulty || open)) {
      return Outcome.NOT_SEEN;
    }
    RegionFault fault =
        open
            ? target.withoutFips(facts).orElse(target.region())
            : !broken && (target.aws().isPresent() || !made)
                ? target.region()
                : RegionFault.of(facts.call().service(), region(facts), facts);
    Finding finding =
        new Finding(
            faulty || !fault.words().isEmpty()
                ? fault.words()
                : open
                    ? "the service may have no endpoint at this name"
                    : "no endpoint can be made of this service and Region",
            open ? Finding.Specificity.KIND : Finding.Specificity.MESSAGE,
            because(facts, target, fault),
            (open && target.isElsewhere(facts)) || isOfUrl(facts, target, fault)
                ? List.of(EndpointSetting.find(facts))
                : fixes(facts, target, fault),
            again(facts, fault));
    return open ? open(facts, target, finding, fault) : Outcome.confirmed(finding);
  }

  private static Outcome open(Facts facts, Target target, Finding finding, RegionFault fault) {
    return fault.fips()
        ? Outcome.possible(
            finding.perhaps(),
            "whether the service has a FIPS endpoint in this Region",
            "getent hosts " + target.word())
        : Outcome.possible(
            finding,
            "whether the service has an endpoint in this Region",
            "aws ssm get-parameters-by-path --path /aws/service/global-infrastructure/services/"
                + Literal.shell(facts.call().service(), "<service>")
                + "/regions");
  }

  /** The Region of the call as it was given. */
  private static String region(Facts facts) {
    String known =
        SignedRegion.broken(facts)
            .or(() -> RefusedEndpoint.oddRegion(facts))
            .orElse(facts.call().region());
    return known.isEmpty() && !facts.ownSession() ? set(facts) : known;
  }

  /** The Region that is set, where what was raised does not tell the one that was given. */
  private static String set(Facts facts) {
    return facts.exception("InvalidRegionError")
            && facts.boto().resolution().refused().isEmpty()
            && facts.boto().resolution().region() instanceof RegionOutcome.Known(var found)
        ? found.map(Found::value).orElse("")
        : "";
  }

  /** Whether the host comes from a URL that was set, and not from the Region. */
  private static boolean isOfUrl(Facts facts, Target target, RegionFault fault) {
    boolean same =
        target.aws().flatMap(HostName::region).isPresent()
            && fault.instead().equals(target.aws().flatMap(HostName::region));
    return SignedRegion.broken(facts).isEmpty()
        && (same || !EndpointSetting.cited(facts).isEmpty());
  }

  /** The call in the Region that is meant; the wrong one is not asked again, nor the wrong host. */
  static Verification again(Facts facts, RegionFault fault) {
    String expect = "the endpoint answers";
    return fault.words().isEmpty() || fault.fips()
        ? Again.of(facts, expect, Map.of(GivenEndpoint.OPTION, ""))
        : Again.of(
            facts, expect, Map.of("Region", fault.instead().orElse(""), GivenEndpoint.OPTION, ""));
  }

  private static List<Citation> because(Facts facts, Target target, RegionFault fault) {
    List<Citation> because = new ArrayList<>();
    Optional<String> broken = SignedRegion.broken(facts).map(RegionSetting::written);
    because.add(
        facts.cite(
            broken.isPresent()
                ? "the header that Python refuses to send has the Region `" + broken.get() + "`"
                : target.host().isEmpty() ? raised(facts) : "the endpoint is " + target.host()));
    RegionArgument.of(facts).ifPresent(because::add);
    if (broken.isEmpty()) {
      because.addAll(EndpointSetting.cited(facts));
    }
    typed(facts).ifPresent(because::add);
    because.addAll(RegionSetting.of(facts, region(facts)).cited());
    if (!fault.others().isEmpty()) {
      because.add(facts.cite(fault.others()));
    }
    RegionArgument.pseudo(facts, region(target))
        .ifPresent(
            name -> because.add(facts.cite("the program gives the Region as `" + name + "`")));
    String service = service(facts, target);
    String region = fault.instead().orElse(facts.call().region());
    RightEndpoint.url(facts, service, region)
        .filter(url ->
            facts.catalog().region(region).isPresent() && !Target.host(url).equals(target.host()))
        .ifPresent(url ->
            because.add(
                facts.cite("botocore's endpoint of " + service + " in " + region + " is " + url)));
    return because;
  }

  private static String raised(Facts facts) {
    String said = RefusedEndpoint.in(facts);
    return "botocore raised `"
        + facts.call().exception()
        + "`"
        + (said.isEmpty() ? "" : Literal.line(": Invalid endpoint: " + said));
  }

  /** The Region in the host's name; empty where it has none. */
  private static String region(Target target) {
    return target.aws().flatMap(HostName::region).orElse("");
  }

  private static String service(Facts facts, Target target) {
    return target
        .aws()
        .flatMap(h -> h.services().stream().findFirst())
        .orElse(facts.call().service());
  }

  /** What leads to an endpoint that there is. */
  static List<Fix> fixes(Facts facts, Target target, RegionFault fault) {
    return fault.fips()
        ? UnmadeEndpoint.withoutFips(facts, service(facts, target), region(target))
        : inRegion(facts, target, fault);
  }

  private static List<Fix> inRegion(Facts facts, Target target, RegionFault fault) {
    String region = fault.instead().orElse("");
    if (RegionArgument.of(facts).isPresent()) {
      return List.of(
          Fix.codeEdit(
              "change region_name in the program: an argument goes before any setting",
              "boto3.client("
                  + Literal.python(
                      service(facts, target).isEmpty() ? "<service>" : service(facts, target))
                  + ", region_name="
                  + Literal.python(region.isEmpty() ? "<region>" : region)
                  + ")"));
    }
    if (typed(facts).isPresent()) {
      return List.of(
          Fix.command(
              "change the option of the command: it goes before every setting",
              "--region " + Literal.shell(region, "<region>")));
    }
    return RegionSetting.of(facts, region(facts)).fixes(region);
  }

  private static Optional<Citation> typed(Facts facts) {
    return TypedOption.of(facts, "--region", facts.call().region());
  }
}
