package awsleuth.app.trail;

import awsleuth.app.command.Action;
import awsleuth.app.command.Options;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth trail QUESTION PATH…}: archives of CloudTrail events and logs. */
public final class TrailCommand implements Action {

  private final Console console;
  private final Engine engine;
  private final List<Question> questions;

  /** On a console; this machine reads. */
  public TrailCommand(Console console) {
    this(console, new ThisMachine(console.err()));
  }

  /** On a console; an engine reads. */
  public TrailCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
    questions =
        List.of(
            new FailuresQuestion(console),
            new TimelineQuestion(console),
            new ChangesQuestion(console),
            new IncidentQuestion(console),
            new RequestQuestion(console),
            new GenerateQuestion(console));
  }

  private int asked(Question question, CommandLine.ParseResult parsed, List<String> arguments) {
    Optional<String> stray = stray(question, parsed);
    if (stray.isPresent()) {
      return console.usage(stray.get(), "trail");
    }
    if (!question.takes().contains("--since")) {
      return question.run(parsed, engine, arguments);
    }
    if (parsed.hasMatchedOption("--resume") && arguments.stream().anyMatch(Spooled::isStream)) {
      return console.usage("--resume is for files and folders: a stream is read once", "trail");
    }
    try (Spooled spooled = new Spooled(console.in())) {
      List<String> names = spooled.names(arguments);
      return question.run(parsed, engine.naming(spooled.given()), names);
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "trail");
    }
  }

  /** What is wrong with an option that a question does not take; empty where it takes all. */
  private Optional<String> stray(Question question, CommandLine.ParseResult parsed) {
    return parsed.matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !question.takes().contains(name) && !takers(name).isEmpty())
        .map(name ->
            name
                + " is for trail "
                + WrongUsage.listed(takers(name))
                + ", not for "
                + question.verb())
        .findFirst();
  }

  private List<String> takers(String option) {
    return questions.stream().filter(q -> q.takes().contains(option)).map(Question::verb).toList();
  }

  private List<String> verbs() {
    return questions.stream().map(Question::verb).toList();
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "trail",
            "trail QUESTION [OPTION…] PATH…\nawsleuth trail request [OPTION…] ID PATH…",
            "Asks archives of CloudTrail events and logs: files and folders of any size, packed by"
                + " gzip or zstd or not. failures says what failed, for whom, how often and since"
                + " when; timeline shows it as a picture; changes tells who changed policies,"
                + " roles, keys, endpoints, settings and quotas; incident which change is why more"
                + " calls fail since a moment; request explains the call with a request id or event"
                + " id; generate makes an archive with incidents to try it on.",
            "  awsleuth trail failures AWSLogs/",
            "  awsleuth trail failures --since 2026-11-18 --service s3 AWSLogs/",
            "  awsleuth trail failures --since 6h --principal role/billing logs/",
            "  awsleuth trail incident AWSLogs/",
            "  awsleuth trail incident --at 2026-11-18T15:50:00Z AWSLogs/",
            "  awsleuth trail timeline --picture failures.html AWSLogs/",
            "  awsleuth trail changes --since 6h AWSLogs/",
            "  awsleuth trail request 79104EXAMPLEB723 AWSLogs/",
            "  awsleuth trail generate --size 20MB --incident bucket-deny demo/");
    Asking.options(spec);
    questions.forEach(q -> q.options(spec));
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("QUESTION")
            .arity("1")
            .type(String.class)
            .completionCandidates(verbs())
            .description(String.join(", ", verbs()) + ": what to ask")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("1..*")
            .paramLabel("PATH")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("files of events or logs, or folders of them; - is standard input")
            .build());
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String verb = parsed.matchedPositionalValue(0, "");
    List<String> arguments = parsed.matchedPositionalValue(1, List.<String>of());
    for (Question question : questions) {
      if (question.verb().equals(verb)) {
        return asked(question, parsed, arguments);
      }
    }
    return console.usage(
        "`trail` asks for " + WrongUsage.listed(verbs()) + ", not `" + Printable.line(verb) + "`",
        "trail");
  }
}
