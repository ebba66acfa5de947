package awsleuth.app.trail;

import awsleuth.app.command.Options;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnoser;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.ask.FailureGroup;
import awsleuth.trail.ask.Failures;
import awsleuth.trail.ask.GroupCause;
import awsleuth.trail.ask.Nearby;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth trail failures}: what failed, for whom, how often and since when. */
final class FailuresQuestion implements Question {

  private static final int SHOWN = 20;

  private final Console console;

  FailuresQuestion(Console console) {
    this.console = console;
  }

  @Override
  public String verb() {
    return "failures";
  }

  @Override
  public void options(CommandSpec spec) {
    Options.number(
        spec,
        "--top",
        "failures, timeline: show the N largest groups; the default is "
            + SHOWN
            + " or "
            + TimelineQuestion.ROWS);
  }

  @Override
  public Set<String> takes() {
    return Asking.with("--resume", "--top");
  }

  @Override
  public int run(CommandLine.ParseResult parsed, Engine engine, List<String> arguments) {
    try {
      int top = parsed.matchedOptionValue("--top", SHOWN);
      if (top < 1) {
        throw new InputException("--top is a number from 1 on, not " + top);
      }
      Asking asking = Asking.of(console, engine, parsed, arguments);
      List<String> codes = asking.filter().codes();
      Asked<Failures> asked = asking.askFirst(calls(asking.filter()), () -> new Failures(codes));
      List<FailureGroup> largest = asked.fold().largest(top);
      FailuresAnswer answer = explain(asked, largest, near(asking, asked.fold(), largest));
      asking.forget();
      console
          .out()
          .print(
              switch (asking.format()) {
                case "json" -> FailuresJson.of(answer);
                case "markdown" -> FailuresMarkdown.of(answer);
                default -> FailuresText.of(answer, console.screen());
              });
      if (answer.shown().stream().anyMatch(g -> g.group().first().isEmpty())) {
        console.say("some failures have no time" + asking.aboutZone());
      }
      return Asking.code(asked.intake(), answer.failed() > 0);
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "trail");
    }
  }

  /** Without the codes: the calls that did not fail are counted too. */
  static Filter calls(Filter f) {
    return new Filter(
            f.since(),
            f.until(),
            f.principals(),
            f.services(),
            f.operations(),
            List.of(),
            f.regions(),
            f.accounts(),
            f.addresses())
        .in(f.zone());
  }

  /** What was near the groups' first calls, where IAM may have been changed moments before. */
  private static Nearby near(Asking asking, Failures failures, List<FailureGroup> largest)
      throws InputException {
    boolean all = !Narrowed.isNarrow(calls(asking.filter()));
    List<Event> failed =
        largest.stream()
            .map(FailureGroup::event)
            .filter(e -> (all && isSince(asking, e)) ? failures.iam().mayBeWhy(e) : Nearby.mayBe(e))
            .limit(Nearby.MOST)
            .toList();
    return failed.isEmpty()
        ? new Nearby(failed)
        : asking.askMore(Nearby.times(failed), () -> new Nearby(failed)).fold();
  }

  /** Whether what was moments before a failure was read too. */
  private static boolean isSince(Asking asking, Event failed) {
    return failed.time() - Nearby.BEFORE >= asking.filter().since();
  }

  private static FailuresAnswer explain(
      Asked<Failures> asked, List<FailureGroup> largest, Nearby near) {
    Failures failures = asked.fold();
    GroupCause causes = new GroupCause(new Diagnoser(AwsCatalog.embedded()));
    List<ExplainedGroup> shown =
        largest.stream()
            .map(g -> {
              List<TrailEvent> beside = near.of(g.event());
              return new ExplainedGroup(
                  g,
                  GroupCause.first(
                      beside.isEmpty()
                          ? causes.diagnosis(g, failures.madeBefore(g))
                          : causes.diagnosisBeside(g, beside)));
            })
            .toList();
    return new FailuresAnswer(
        asked.intake(),
        failures.failed(),
        failures.repeated(),
        failures.isOnce() ? 0 : failures.repeatedShare(),
        failures.groups(),
        failures.coarseness(),
        shown);
  }
}
