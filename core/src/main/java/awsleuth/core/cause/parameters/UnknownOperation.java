package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ForeignEndpoint;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.OtherMakersEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation that this botocore has and the endpoint that answered has not: the service is behind
 * its model in that Region, or the endpoint is of another service or another maker.
 */
final class UnknownOperation {

  private UnknownOperation() {}

  /** Whether the endpoint answered that it knows no such operation. */
  static boolean is(Facts facts) {
    return facts.code("UnknownOperationException", "UnknownOperation", "InvalidAction");
  }

  static Outcome examine(Facts facts) {
    Optional<ForeignEndpoint> foreign = ForeignEndpoint.in(facts);
    if (foreign.isPresent()) {
      return Outcome.ruledOut(
          "the endpoint that is set is one of `" + foreign.get().of() + "`",
          foreign.get().source());
    }
    Optional<OtherMakersEndpoint> other =
        OtherMakersEndpoint.in(facts).filter(o -> OtherMakersEndpoint.answered(facts));
    if (other.isPresent()) {
      return Outcome.ruledOut("the endpoint that is set is not AWS's", other.get().source());
    }
    List<Citation> because = new ArrayList<>();
    because.add(facts.citeError());
    String operation = facts.call().operation();
    String service = facts.call().service();
    if (!operation.isEmpty()
        && facts.catalog().servicesWithOperation(operation).contains(service)) {
      because.add(
          facts.cite(facts.catalog().origin() + " has the operation: the name itself is right"));
    }
    return Outcome.possible(
        new Finding(
            "the endpoint that answered does not know the operation",
            Finding.Specificity.CODE,
            because,
            fixes(facts),
            Again.of(facts, "the endpoint knows the operation")),
        "which endpoint answered: its Region, and whether it is one of this service",
        "the endpoint URL of the client (print(client.meta.endpoint_url)), and"
            + " `env | grep AWS_ENDPOINT_URL`");
  }

  private static List<Fix> fixes(Facts facts) {
    String service = facts.call().service();
    List<Fix> fixes = new ArrayList<>();
    fixes.add(
        Fix.command(
            "see which endpoint the client calls: a setting may name another service's",
            "python3 -c "
                + Literal.shell(
                    "import boto3; print(boto3.client("
                        + Literal.python(service.isEmpty() ? "<service>" : service)
                        + ").meta.endpoint_url)")));
    fixes.add(
        Fix.command(
            "see where the service is: in a Region where it is new it may lack operations",
            "aws ssm get-parameters-by-path --path"
                + " /aws/service/global-infrastructure/services/"
                + Literal.shell(service, "<service>")
                + "/regions --query 'Parameters[].Value'"));
    fixes.add(
        Fix.command(
            "update boto3: a version may have had the operation's target wrong",
            "pip install --upgrade boto3 botocore"));
    return fixes;
  }
}
