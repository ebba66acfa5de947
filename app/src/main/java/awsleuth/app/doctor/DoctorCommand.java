package awsleuth.app.doctor;

import awsleuth.app.command.Action;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.GivenEnvironment;
import awsleuth.app.command.GivenNames;
import awsleuth.app.command.Options;
import awsleuth.app.command.OwnFile;
import awsleuth.app.command.TimeoutOption;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.CodePrompt;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.doctor.Doctor;
import awsleuth.collect.doctor.Examination;
import awsleuth.collect.doctor.Question;
import awsleuth.collect.record.RecordText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth doctor}: from the files to the answer of AWS, step by step. */
public final class DoctorCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");
  private static final TimeoutOption TIMEOUT = new TimeoutOption(10);

  private final Console console;

  /** On a console. */
  public DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "doctor",
            "doctor [OPTION…]",
            "Goes the way of a call step by step and says where it ends, why and how to fix it:"
                + " Python, config files, Region, credentials, metadata, endpoint, DNS, connection,"
                + " proxy, TLS, clock, sts:GetCallerIdentity, and with --operation the call itself"
                + " where it only reads. Asks what boto3 would ask; writes nothing anywhere.",
            "  awsleuth doctor",
            "  awsleuth doctor --profile prod --region eu-west-1",
            "  awsleuth doctor --service s3 --operation ListBuckets",
            "  awsleuth doctor --service sqs --endpoint-url http://localhost:4566 --timeout 3",
            "  awsleuth doctor --record doctor.jsonl; awsleuth doctor.jsonl",
            "  awsleuth doctor --format json | jq '.steps[] | select(.outcome != \"ok\")'");
    Options.text(spec, "--profile", "NAME", "the profile given to boto3.Session");
    Options.text(spec, "--region", "REGION", "the Region given to the client");
    Options.text(spec, "--service", "NAME", "go to this service too, such as s3");
    Options.text(spec, "--operation", "NAME", "and call this operation, as ListBuckets");
    Options.text(spec, "--endpoint-url", "URL", "the endpoint_url given to the clients");
    TIMEOUT.add(spec, "how long all of it may take");
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default), json or markdown");
    Options.text(spec, "--record", "FILE", "keep what was found, for awsleuth FILE elsewhere");
    Options.flag(spec, "--all", "show every cause, those ruled out too");
    GivenEnvironment.add(spec);
    CatalogOption.add(spec);
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!FORMATS.contains(format)) {
      return console.usage(
          "--format is " + WrongUsage.listed(FORMATS) + ", not `" + format + "`", "doctor");
    }
    String record = parsed.matchedOptionValue("--record", "");
    if (!record.isEmpty() && !OwnFile.isWritable(record)) {
      console.say(record + ": cannot be written");
      return Console.USAGE;
    }
    try {
      return examine(question(parsed), format, parsed);
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private int examine(Question question, String format, CommandLine.ParseResult parsed) {
    StepProgress progress = StepProgress.on(console.err());
    Examination examination = Doctor.examine(question, progress::told);
    progress.done();
    Examined examined = Examined.of(examination, parsed.matchedOptionValue("--env", ""));
    boolean all = parsed.hasMatchedOption("--all");
    keep(examined, question, parsed.matchedOptionValue("--record", ""));
    console
        .out()
        .print(
            switch (format) {
              case "json" -> DoctorJson.document(examined, all);
              case "markdown" -> DoctorMarkdown.render(examined, all);
              default -> new DoctorText(console.screen(), all).render(examined);
            });
    return examined.isFine() && examined.isAnswered() ? Console.FINE : Console.DIAGNOSED;
  }

  private void keep(Examined examined, Question question, String record) {
    if (record.isEmpty()) {
      return;
    }
    String text = RecordText.of(examined.probes(), question.environment(), question.catalog());
    try {
      Files.writeString(Path.of(record), text);
    } catch (IOException e) {
      console.say(record + ": cannot be written");
    }
  }

  private Question question(CommandLine.ParseResult parsed) throws InputException {
    AwsCatalog catalog = CatalogOption.of(parsed);
    GivenNames names = new GivenNames(catalog);
    Optional<String> service = option(parsed, "--service");
    Optional<String> operation = option(parsed, "--operation");
    if (operation.isPresent() && service.isEmpty()) {
      throw new InputException("--operation goes with --service");
    }
    Optional<String> known = Optional.empty();
    Optional<String> called = Optional.empty();
    if (service.isPresent()) {
      known = Optional.of(names.service(service.get()));
      called =
          operation.isEmpty()
              ? Optional.empty()
              : Optional.of(names.operation(known.get(), operation.get()));
    }
    return new Question(
        catalog,
        GivenEnvironment.of(parsed),
        new LocalOutside(),
        CodePrompt.of(console),
        option(parsed, "--profile"),
        option(parsed, "--region"),
        option(parsed, "--endpoint-url"),
        known,
        called,
        TIMEOUT.of(parsed));
  }

  private static Optional<String> option(CommandLine.ParseResult parsed, String name) {
    return Optional.ofNullable(parsed.matchedOptionValue(name, (String) null));
  }
}
