package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;

/** There is no such endpoint: the Region is wrong or the service is not there. */
final class NoSuchEndpoint implements Cause {

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
    if (!(facts.call().code().isEmpty()
        && ((Connections.isConnect(facts) && !Target.in(facts).fault().isEmpty())
            || (Connections.isUnexplained(facts) && !Target.in(facts).isPublished(facts))
            || facts.exception(
                "UnknownRegionError",
                "InvalidRegionError",
                "UnknownEndpointError",
                "ServiceNotInRegionError",
                "EndpointVariantError")))) {
      return Outcome.NOT_SEEN;
    }
    List<Citation> because = new ArrayList<>();
    because.add(
        facts.cite(
            Target.in(facts).host().isEmpty()
                ? "botocore raised `" + facts.call().exception() + "`"
                : "the endpoint is " + Target.in(facts).host()));
    for (EnvironmentVariable v : facts.environment()) {
      if (v.name().equals("AWS_DEFAULT_REGION") && v.value().equals(facts.call().region())) {
        because.add(Facts.cite("AWS_DEFAULT_REGION is `" + v.value() + "`", v.source()));
      }
    }
    boolean open = Connections.isUnexplained(facts);
    Finding finding =
        new Finding(
            open
                ? "the service may have no endpoint at this name"
                : Target.in(facts).fault().isEmpty()
                    ? "no endpoint can be made of this service and Region"
                    : Target.in(facts).fault(),
            open ? Finding.Specificity.KIND : Finding.Specificity.MESSAGE,
            because,
            List.of(
                Fix.setting(
                    "set a Region that the service is in",
                    Connections.profileLine(
                        facts, "region = " + Target.in(facts).instead().orElse("<region>"))),
                Fix.command(
                    "or for this shell",
                    "export AWS_DEFAULT_REGION="
                        + Literal.shell(Target.in(facts).instead().orElse(""), "<region>"))),
            Connections.rerun(facts, "the endpoint answers"));
    return open
        ? Outcome.possible(
            finding,
            "whether the service has an endpoint in this Region",
            "aws ssm get-parameters-by-path --path /aws/service/global-infrastructure/services/"
                + Literal.shell(facts.call().service(), "<service>")
                + "/regions")
        : Outcome.confirmed(finding);
  }
}
