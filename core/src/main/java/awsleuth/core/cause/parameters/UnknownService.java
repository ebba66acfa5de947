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

  /** As long as a summary may be. */
  private static final int LONGEST = 80;

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
    if (UnknownOperation.is(facts) && !facts.seen(ParametersClue.EMULATOR)) {
      return UnknownOperation.examine(facts);
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
    MeantService meant = MeantService.of(facts);
    return Outcome.confirmed(
        new Finding(
            summary(facts, meant),
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(fix(facts, meant)),
            new Verification.Probe(
                "python3 -c "
                    + Literal.shell(
                        "import boto3; boto3.client("
                            + Literal.python(meant.name().orElse("<service>"))
                            + ", region_name=\"us-east-1\")"),
                "it ends without an error")));
  }

  private static String summary(Facts facts, MeantService meant) {
    if (meant.asked().isEmpty()) {
      return "this botocore knows no service or version of that name";
    }
    if (facts.exception("ResourceNotExistsError")) {
      return "this boto3 has no resource for `" + meant.asked() + "`";
    }
    String said = "this botocore knows no service `" + meant.asked() + "`";
    String other = meant.isOlder() ? "" : meant.name().map(n -> "; it is `" + n + "`").orElse("");
    return said.length() + other.length() > LONGEST ? said : said + other;
  }

  private static Fix fix(Facts facts, MeantService meant) {
    String name = meant.name().orElse("<service>");
    if (facts.exception("ResourceNotExistsError")) {
      return Fix.codeEdit(
          "use a client: boto3 has no resource for it",
          client(meant.asked().isEmpty() ? "<service>" : meant.asked()));
    }
    if (facts.exception("UnknownServiceError") && meant.isOlder()) {
      return Fix.command(
          name.equals(meant.asked())
              ? "update boto3: the service came with a later version"
              : Literal.line("update boto3 and take the name `" + name + "`, which came later"),
          "pip install --upgrade boto3");
    }
    return Fix.codeEdit(
        meant.perhaps().isEmpty()
            ? "use the client's name"
            : "use the client's name, perhaps " + String.join(" or ", meant.perhaps()),
        client(name));
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
    Optional<Command> meant = Command.nearest(facts, command);
    return Outcome.confirmed(
        new Finding(
            command.isEmpty()
                ? "this aws command has no such service or operation"
                : "this aws command has no `" + command + "`",
            Finding.Specificity.CODE,
            List.of(facts.cite("the command lists its choices and ends")),
            meant
                .map(c ->
                    List.of(
                        Fix.command("run the command that there is", c.text() + " <options>"),
                        Fix.command("see what it takes", c.text() + " help")))
                .orElseGet(() ->
                    List.of(
                        Fix.command(
                            "see what this version has", "aws --version; aws" + service + " help"),
                        Fix.command(
                            "update where the command is newer", "pip install --upgrade awscli"))),
            new Verification.Probe(
                meant
                        .map(Command::text)
                        .orElse(
                            "aws"
                                + service
                                + (command.isEmpty() ? "" : " " + Literal.shell(command)))
                    + " help",
                "it prints the help of the command")));
  }

  private static String client(String service) {
    return "boto3.client(" + Literal.python(service) + ")";
  }
}
