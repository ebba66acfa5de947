package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/** This botocore does not know the service, operation or API version. */
final class UnknownService implements Cause {

  @Override
  public String id() {
    return "parameters/unknown-service";
  }

  @Override
  public Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (CliUse.of(facts) == CliUse.CHOICE) {
      return unknownCommand(facts);
    }
    Optional<LackedMethod> newer = LackedMethod.of(facts).filter(LackedMethod::isNewer);
    if (newer.isPresent()) {
      return tooOld(newer.get());
    }
    if (!(facts.exception(
        "UnknownServiceError",
        "UnknownAPIVersionError",
        "ApiVersionNotFoundError",
        "ResourceNotExistsError",
        "UnsupportedServiceProtocolsError",
        "NoVersionFound"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            facts
                .captured("service_name")
                .map(name ->
                    facts.exception("ResourceNotExistsError")
                        ? "this boto3 has no resource for `" + name + "`"
                        : "this botocore knows no service `" + name + "`")
                .orElse("this botocore knows no service or version of that name"),
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                facts.catalog().hasService(facts.captured("service_name").orElse(""))
                        && facts.exception("UnknownServiceError")
                    ? Fix.command(
                        "update boto3: the service came with a later version",
                        "pip install --upgrade boto3")
                    : facts.exception("ResourceNotExistsError")
                        ? Fix.codeEdit(
                            "use a client: boto3 has no resource for it",
                            client(facts.captured("service_name").orElse("<service>")))
                        : Fix.codeEdit(
                            "use the client's name", client(meant(facts).orElse("<service>")))),
            new Verification.Probe(
                "python3 -c "
                    + Literal.shell(
                        "import boto3; boto3.client("
                            + Literal.python(meant(facts).orElse("<service>"))
                            + ", region_name=\"us-east-1\")"),
                "it ends without an error")));
  }

  /**
   * The method of an operation is there in the catalog's botocore, and was not in the program's.
   */
  private static Outcome tooOld(LackedMethod newer) {
    Facts facts = newer.facts();
    return Outcome.confirmed(
        new Finding(
            newer.summary(),
            Finding.Specificity.MESSAGE,
            List.of(
                facts.cite("the message says: " + facts.call().message()),
                facts.cite(
                    facts.catalog().origin() + " has the operation " + facts.call().operation())),
            List.of(
                Fix.command(
                    "update boto3 where the program runs", "pip install --upgrade boto3 botocore"),
                Fix.command(
                    "see which version the program has",
                    "python3 -c 'import boto3; print(boto3.__version__, boto3.__file__)'")),
            new Verification.Probe(
                "python3 -c "
                    + Literal.shell(
                        "import boto3; boto3.client("
                            + Literal.python(newer.service())
                            + ", region_name=\"us-east-1\")."
                            + newer.attribute()),
                "it ends without an error")));
  }

  /** The CLI prints its choices where it knows no command of the name. */
  private static Outcome unknownCommand(Facts facts) {
    String command = CliUse.subject(facts);
    String service =
        facts.call().service().isEmpty() ? "" : " " + Literal.shell(facts.call().service());
    return Outcome.confirmed(
        new Finding(
            command.isEmpty()
                ? "this aws command has no such service or operation"
                : "this aws command has no `" + command + "`",
            Finding.Specificity.CODE,
            List.of(facts.cite("the command lists its choices and ends")),
            List.of(
                Fix.command("see what this version has", "aws --version; aws" + service + " help"),
                Fix.command("update where the command is newer", "pip install --upgrade awscli")),
            new Verification.Probe(
                "aws" + service + (command.isEmpty() ? "" : " " + Literal.shell(command)) + " help",
                "it prints the help of the command")));
  }

  private static String client(String service) {
    return "boto3.client(" + Literal.python(service) + ")";
  }

  /** The client that a service by another name is, else the one whose name is nearest. */
  private static Optional<String> meant(Facts facts) {
    String name = facts.captured("service_name").orElse("");
    return facts
        .catalog()
        .serviceOfId(name)
        .or(() ->
            facts.catalog().nearest(name, facts.catalog().services(), 1).stream().findFirst());
  }
}
