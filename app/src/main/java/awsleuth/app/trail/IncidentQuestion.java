package awsleuth.app.trail;

import awsleuth.app.command.Options;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.trail.Archive;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.incident.Investigation;
import awsleuth.trail.incident.Scope;
import awsleuth.trail.time.Group;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth trail incident}: why more calls fail since a moment. */
final class IncidentQuestion implements Question {

  private static final long HOUR = 3_600_000;
  private static final int USUAL_HOURS = 24;
  private static final int MOST_HOURS = 24 * 90;

  private final Console console;

  IncidentQuestion(Console console) {
    this.console = console;
  }

  @Override
  public String verb() {
    return "incident";
  }

  @Override
  public void options(CommandSpec spec) {
    Options.text(
        spec, "--at", "TIME", "incident: the failures within an hour of then, nearest first");
    Options.text(
        spec,
        "--group",
        "ID",
        "incident: the failures of that id, as timeline and incident show it");
    Options.number(
        spec,
        "--hours",
        "incident: look for changes N hours before the first failure; the default is "
            + USUAL_HOURS
            + ", or from the last success on");
  }

  @Override
  public Set<String> takes() {
    return Asking.with("--resume", "--at", "--group", "--hours");
  }

  @Override
  public int run(CommandLine.ParseResult parsed, Engine engine, List<String> arguments) {
    try {
      Asking asking = Asking.of(console, engine, parsed, arguments);
      int hours = parsed.matchedOptionValue("--hours", USUAL_HOURS);
      if (hours < 1 || hours > MOST_HOURS) {
        throw new InputException("--hours is a number from 1 to " + MOST_HOURS + ", not " + hours);
      }
      Scope question = question(parsed, asking, hours * HOUR);
      Passes passes = new Passes(asking, Narrowed.times(asking.filter(), question.window()));
      Investigation.Report report = Investigation.of(passes, question);
      asking.forget();
      String id = parsed.matchedOptionValue("--group", "");
      if (!id.isEmpty() && report.targets() == 0) {
        throw new InputException(
            "no failures that are asked about are of a group `"
                + Printable.line(id)
                + "`; timeline and incident show the ids");
      }
      console
          .out()
          .print(
              switch (asking.format()) {
                case "json" -> IncidentJson.document(report);
                case "markdown" -> IncidentMarkdown.render(report);
                default -> IncidentText.render(report, console.screen());
              });
      if (report.undated() > 0) {
        console.say(
            Asking.count(report.undated(), "failure") + " without a time" + asking.aboutZone());
      }
      return Asking.code(report.intake(), !report.incidents().isEmpty() || report.undated() > 0);
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "trail");
    }
  }

  private static Scope question(CommandLine.ParseResult parsed, Asking asking, long window)
      throws InputException {
    String at = parsed.matchedOptionValue("--at", "");
    String id = parsed.matchedOptionValue("--group", "");
    OptionalLong moment =
        at.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Moment.of("--at", at, Instant.now()));
    Predicate<Group> wanted = g -> id.isEmpty() || g.id().equals(id);
    boolean narrow = Narrowed.isNarrow(asking.filter());
    return new Scope(
        moment,
        wanted.and(g -> Narrowed.keeps(asking.filter(), g)),
        !id.isEmpty() || (narrow && !asking.filter().codes().isEmpty()),
        Narrowed.places(asking.filter()),
        window,
        parsed.hasMatchedOption("--hours"));
  }

  /** Reads the archive, and says once what could not be read. */
  private static final class Passes implements Investigation.Pass<InputException> {

    private final Asking asking;
    private final Filter filter;
    private boolean said;

    Passes(Asking asking, Filter filter) {
      this.asking = asking;
      this.filter = filter;
    }

    @Override
    public <F extends Fold<F>> Archive.Asked<F> ask(Supplier<F> fold) throws InputException {
      if (!said) {
        said = true;
        return asking.askFirst(filter, fold);
      }
      return asking.askAgain(filter, fold);
    }
  }
}
