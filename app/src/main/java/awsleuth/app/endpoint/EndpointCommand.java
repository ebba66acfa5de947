package awsleuth.app.endpoint;

import awsleuth.app.command.Action;
import awsleuth.app.command.BatchLines;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.GivenNames;
import awsleuth.app.command.Options;
import awsleuth.app.command.SessionOptions;
import awsleuth.app.command.Today;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.Advice;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.python.PyValue;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth endpoint}: where boto3 would send a call, how it would sign it, and why. */
public final class EndpointCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  private final Console console;

  /** On a console. */
  public EndpointCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "endpoint",
            "endpoint [OPTION…] SERVICE [OPERATION]",
            "Says where boto3 would send a call and how it would sign it, with the setting and the"
                + " rule that decided. Reads this machine's AWS variables and files unless --env"
                + " and --config give others.",
            "  awsleuth endpoint sqs --region us-east-2 --fips",
            "  awsleuth endpoint s3 GetObject --param Bucket=my.bucket --param Key=a/b",
            "  awsleuth endpoint s3 list_objects_v2 --set s3.addressing_style=path",
            "  awsleuth endpoint dynamodb --env env.txt --config config.txt --profile dev",
            "  awsleuth endpoint --batch < calls.jsonl");
    EndpointOptions.add(spec);
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default), json or markdown");
    Options.flag(spec, "--all", "show every rule that was asked");
    Options.batch(spec);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("SERVICE")
            .arity("0..1")
            .type(String.class)
            .completionCandidates(() -> AwsCatalog.embedded().services().iterator())
            .description("the name of the client, such as s3")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("1")
            .paramLabel("OPERATION")
            .arity("0..1")
            .type(String.class)
            .description("the operation, as GetObject or get_object")
            .build());
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    try {
      AwsCatalog catalog = CatalogOption.of(parsed);
      if (parsed.hasMatchedOption("--batch")) {
        return BatchLines.answer(console, new EndpointBatch(boto(catalog)));
      }
      return endpoint(parsed, catalog);
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private int endpoint(CommandLine.ParseResult parsed, AwsCatalog catalog) throws InputException {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!FORMATS.contains(format)) {
      throw new InputException(
          "--format is " + WrongUsage.listed(FORMATS) + ", not `" + format + "`");
    }
    String service = parsed.matchedPositionalValue(0, "");
    if (service.isEmpty()) {
      return console.usage("endpoint needs SERVICE, or --batch", "endpoint");
    }
    String known = new GivenNames(catalog).service(service);
    String operation =
        new GivenNames(catalog).operation(known, parsed.matchedPositionalValue(1, ""));
    Session.Opened opened = SessionOptions.session(parsed);
    PyValue.Dict parameters = EndpointOptions.parameters(parsed, catalog, known, operation);
    ClientArguments arguments = EndpointOptions.arguments(parsed, known);
    Endpointed found =
        switch (opened) {
          case Session.Refused(Raised raised, List<String> profiles) ->
              Endpointed.refused(
                  catalog,
                  known,
                  operation,
                  raised,
                  List.of(),
                  profiles.isEmpty() ? List.of() : List.of(new Advice.OtherProfiles(profiles)));
          case Session.Open(Session session) ->
              new EndpointFinding(boto(catalog), session, arguments, operation, parameters).find();
        };
    boolean all = parsed.hasMatchedOption("--all");
    console
        .out()
        .print(
            switch (format) {
              case "json" -> EndpointJson.document(found, all);
              case "markdown" -> EndpointMarkdown.render(found);
              default -> new EndpointText(console.screen(), all).render(found);
            });
    return found.isFaulty() ? Console.DIAGNOSED : Console.FINE;
  }

  private static Boto boto(AwsCatalog catalog) {
    return Boto.of(catalog, Today.local());
  }
}
