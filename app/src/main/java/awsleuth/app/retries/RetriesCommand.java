package awsleuth.app.retries;

import awsleuth.app.command.Action;
import awsleuth.app.command.BatchLines;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.GivenNames;
import awsleuth.app.command.Options;
import awsleuth.app.command.SessionOptions;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.Answer;
import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.Outlook;
import awsleuth.boto.retry.Repeated;
import awsleuth.boto.retry.RetryConfig;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Rules;
import awsleuth.boto.retry.load.Advice;
import awsleuth.boto.retry.load.Load;
import awsleuth.boto.retry.load.LoadSimulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth retries}: what botocore does with a failure, and what would serve better. */
public final class RetriesCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json");
  private static final List<String> MODES = List.of("legacy", "standard", "adaptive");
  private static final int MOST_ATTEMPTS = 1000;
  private static final double MOST_REQUESTS = 20_000_000;
  private static final double A_DAY = 86_400;

  private final Console console;

  /** On a console. */
  public RetriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "retries",
            "retries [OPTION…]",
            "Says what botocore repeats, how often and after which waits, and from which setting it"
                + " comes; with --clients, what happens to a load, and which setting serves best.",
            "  awsleuth retries --service dynamodb",
            "  awsleuth retries --mode standard --error SlowDown --status 503",
            "  awsleuth retries --service sqs --clients 40 --limit 100 --svg load.svg",
            "  awsleuth retries --app-retries 3 --mode legacy",
            "  awsleuth retries --batch < records.jsonl");
    Options.words(spec, "--mode", "MODE", MODES, "mode of the Config's retries");
    Options.number(spec, "--max-attempts", "the Config's max_attempts: repetitions");
    Options.number(spec, "--total-max-attempts", "the Config's total_max_attempts: requests");
    Options.text(spec, "--service", "SERVICE", "the name of the client; s3 if none is given");
    Options.text(
        spec, "--operation", "NAME", "the operation, whose model may call errors retryable");
    Options.text(spec, "--error", "CODE", "the error code that every attempt fails with");
    Options.number(spec, "--status", "the HTTP status that every attempt fails with");
    Options.number(spec, "--clients", "play a load through: clients that call without pause");
    Options.text(spec, "--limit", "RATE", "requests a second that the service lets through");
    Options.text(spec, "--latency", "SECONDS", "of one request; 0.05 if it is not given");
    Options.text(spec, "--seconds", "SECONDS", "how long the load goes on; 30 if it is not given");
    Options.number(spec, "--seed", "of the random numbers; 1 if it is not given");
    Options.text(spec, "--svg", "FILE", "write the picture of the load there too");
    Options.number(spec, "--app-retries", "how often the program itself repeats a failed call");
    SessionOptions.add(spec);
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default) or json");
    Options.batch(spec);
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    try {
      AwsCatalog catalog = CatalogOption.of(parsed);
      if (parsed.hasMatchedOption("--batch")) {
        return BatchLines.answer(console, new RetriesBatch(catalog));
      }
      return retries(parsed, catalog);
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private int retries(CommandLine.ParseResult parsed, AwsCatalog catalog) throws InputException {
    String format = oneOf("--format", parsed.matchedOptionValue("--format", "text"), FORMATS);
    Service service = service(catalog, parsed.matchedOptionValue("--service", "s3"));
    CalledOperation operation = operation(catalog, service, parsed);
    Session session =
        switch (SessionOptions.session(parsed)) {
          case Session.Open(Session open) -> open;
          case Session.Refused(awsleuth.boto.Raised raised, List<String> _) ->
              throw new InputException(
                  "botocore refuses the settings: " + Printable.of(raised.message()));
        };
    Rules rules =
        session.environment().getOrDefault("AWS_NEW_RETRIES_2026", "").equalsIgnoreCase("true")
            ? Rules.NEW
            : Rules.PRESENT;
    RetrySettings settings =
        switch (RetryConfig.of(config(parsed), session, rules)) {
          case RetryConfig.Settled(RetrySettings settled) -> settled;
          case RetryConfig.Refused(awsleuth.boto.Raised raised, Origin from) ->
              throw new InputException(
                  "botocore refuses the settings: "
                      + Printable.of(raised.message())
                      + ", from "
                      + from.words());
        };
    Retries retries = retries(parsed, catalog, operation, settings);
    svg(parsed, retries);
    if (!parsed.hasMatchedOption("--service")) {
      console.say("no --service is given: this is what a client of s3 does");
    }
    console
        .out()
        .print(
            format.equals("json")
                ? RetriesJson.document(retries)
                : new RetriesText(console.screen()).render(retries));
    return Console.FINE;
  }

  private static Retries retries(
      CommandLine.ParseResult parsed,
      AwsCatalog catalog,
      CalledOperation operation,
      RetrySettings settings)
      throws InputException {
    Answer answer = answer(parsed);
    Optional<Load> load = load(parsed, answer);
    int seed = parsed.matchedOptionValue("--seed", 1);
    return new Retries(
        catalog.version(),
        operation,
        settings,
        answer,
        Outlook.of(settings, operation, answer, MOST_ATTEMPTS),
        Repeated.of(settings, false, operation),
        within("--app-retries", parsed.matchedOptionValue("--app-retries", 0), MOST_ATTEMPTS),
        seed,
        load,
        load.map(l ->
            LoadSimulation.run(l, settings, operation, new SplittableRandom(seed)::nextDouble)),
        load.map(l ->
            Advice.of(
                l, operation, settings.rules(), () -> new SplittableRandom(seed)::nextDouble)));
  }

  private static Answer answer(CommandLine.ParseResult parsed) {
    boolean none = !parsed.hasMatchedOption("--error") && !parsed.hasMatchedOption("--status");
    String code = parsed.matchedOptionValue("--error", none ? "ThrottlingException" : "");
    return Answer.Response.of(parsed.matchedOptionValue("--status", 400), code);
  }

  private static Optional<Load> load(CommandLine.ParseResult parsed, Answer refusal)
      throws InputException {
    if (!parsed.hasMatchedOption("--clients")) {
      return Optional.empty();
    }
    double limit = real(parsed, "--limit", 0);
    if (limit == 0) {
      throw new InputException("--clients needs --limit, the requests a second that go through");
    }
    try {
      Load load =
          Load.of(
              parsed.matchedOptionValue("--clients", 1),
              limit,
              real(parsed, "--latency", 0.05),
              real(parsed, "--seconds", 30));
      if (load.seconds() > A_DAY
          || load.seconds() * load.clients() / load.latency() > MOST_REQUESTS) {
        throw new InputException("that load is too much to play through; shorten --seconds");
      }
      return Optional.of(load.refusedWith(refusal));
    } catch (IllegalArgumentException e) {
      throw new InputException("--clients, --limit, --latency and --seconds are above 0");
    }
  }

  private static int within(String option, int value, int most) throws InputException {
    if (value < 0 || value > most) {
      throw new InputException(option + " is a number from 0 to " + most + ", not " + value);
    }
    return value;
  }

  private static double real(CommandLine.ParseResult parsed, String option, double otherwise)
      throws InputException {
    String text = parsed.matchedOptionValue(option, "");
    try {
      double value = text.isEmpty() ? otherwise : Double.parseDouble(text);
      if (Double.isFinite(value) && value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new InputException(option + " is a number, not `" + Printable.of(text) + "`");
    }
    throw new InputException(option + " is a number above 0, not `" + Printable.of(text) + "`");
  }

  private static Dict config(CommandLine.ParseResult parsed) throws InputException {
    LinkedHashMap<PyValue, PyValue> config = new LinkedHashMap<>();
    String mode = parsed.matchedOptionValue("--mode", "");
    if (!mode.isEmpty()) {
      config.put(new Str("mode"), new Str(oneOf("--mode", mode, MODES)));
    }
    for (String option : List.of("--max-attempts", "--total-max-attempts")) {
      if (parsed.hasMatchedOption(option)) {
        String name = option.substring(2).replace('-', '_');
        config.put(new Str(name), Int.of(parsed.matchedOptionValue(option, 0)));
      }
    }
    return new Dict(config);
  }

  private static String oneOf(String option, String word, List<String> words)
      throws InputException {
    if (!words.contains(word)) {
      throw new InputException(
          option + " is " + WrongUsage.listed(words) + ", not `" + Printable.of(word) + "`");
    }
    return word;
  }

  private static Service service(AwsCatalog catalog, String name) throws InputException {
    return catalog.service(new GivenNames(catalog).service(name)).orElseThrow();
  }

  private static CalledOperation operation(
      AwsCatalog catalog, Service service, CommandLine.ParseResult parsed) throws InputException {
    String given = parsed.matchedOptionValue("--operation", "");
    String name = service.metadata().name();
    return CalledOperation.of(service, new GivenNames(catalog).operation(name, given));
  }

  private static void svg(CommandLine.ParseResult parsed, Retries retries) throws InputException {
    String file = parsed.matchedOptionValue("--svg", "");
    if (file.isEmpty()) {
      return;
    }
    if (retries.result().isEmpty()) {
      throw new InputException("--svg needs a load: --clients and --limit");
    }
    try {
      Files.writeString(Path.of(file), LoadPlot.svg(retries.result().get()));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new InputException(Printable.of(file) + " cannot be written");
    }
  }
}
