package awsleuth.app.trail;

import awsleuth.app.diagnose.Diagnosed;
import awsleuth.app.diagnose.View;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.ask.ById;
import awsleuth.trail.ask.ByIdBeside;
import awsleuth.trail.ask.Nearby;
import awsleuth.trail.change.EveryChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth trail request ID PATH…}: why the call with a request id failed. */
final class RequestQuestion implements Question {

  private final Console console;

  RequestQuestion(Console console) {
    this.console = console;
  }

  @Override
  public String verb() {
    return "request";
  }

  @Override
  public void options(CommandSpec spec) {
    // It has none of its own.
  }

  @Override
  public Set<String> takes() {
    return Asking.with("--resume");
  }

  @Override
  public int run(CommandLine.ParseResult parsed, Engine engine, List<String> arguments) {
    if (arguments.isEmpty()) {
      return console.usage("trail request needs ID, then PATH", "trail");
    }
    try {
      String id = arguments.getFirst();
      Asking asking = Asking.of(console, engine, parsed, arguments.subList(1, arguments.size()));
      Asked<ByIdBeside> asked =
          asking.askFirst(asking.filter(), () -> new ByIdBeside(new ById(id)));
      Asked<ById> found = new Asked<>(asked.fold().calls(), asked.intake());
      Optional<ChangedBefore> before = ChangedBefore.of(found.fold().matches());
      List<TrailEvent> changes =
          before.isEmpty() ? List.of() : before.get().changes(asker(asking, asked.fold()));
      List<TrailEvent> near =
          NearRequest.of(
              found.fold().matches(),
              isWhole(asking) ? asked.fold().changes() : EveryChange.none(),
              changes,
              (filter, failed) -> asking.askMore(filter, () -> new Nearby(failed)).fold());
      asking.forget();
      return answer(asking, found, id, Stream.concat(changes.stream(), near.stream()).toList());
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "trail");
    }
  }

  private static boolean isWhole(Asking asking) {
    return asking.filter().equals(Filter.ALL.in(asking.filter().zone()));
  }

  /** Reads the archive again only where not all changes are known from the first reading. */
  private static ChangedBefore.Asker<InputException> asker(Asking asking, ByIdBeside first) {
    if (isWhole(asking) && first.changes().isWhole()) {
      return (what, again) -> first.changes().ask(what.question());
    }
    return (what, again) ->
        (again
                ? asking.askMore(what.filter(), what::question)
                : asking.askAgain(what.filter(), what::question))
            .fold();
  }

  private int answer(Asking asking, Asked<ById> asked, String id, List<TrailEvent> changes) {
    if (asked.fold().count() == 0) {
      console.say(
          "no event has the id `"
              + id
              + "`, of "
              + Asking.count(asked.intake().kept(), "event")
              + "; request ids are in an answer's headers, event ids in CloudTrail's console");
      return Console.USAGE;
    }
    AwsCatalog catalog = AwsCatalog.embedded();
    List<TrailEvent> events = new ArrayList<>(changes);
    asked.fold().matches().forEach(m -> m.record().whole().ifPresent(events::add));
    Diagnosis diagnosis = new Diagnoser(catalog).diagnose(List.of(), events);
    if (diagnosis.failures().isEmpty()) {
      List<ById.Match> found = asked.fold().matches();
      console
          .out()
          .print(
              switch (asking.format()) {
                case "json" -> FoundEvents.json(found);
                case "markdown" -> FoundEvents.markdown(found);
                default -> FoundEvents.text(found);
              });
      boolean failed = asked.fold().matches().stream().anyMatch(m -> m.event().isFailed());
      return Asking.code(asked.intake(), failed);
    }
    View view = View.valueOf(asking.format().toUpperCase(Locale.ROOT));
    console
        .out()
        .print(
            view.render(
                new Diagnosed(diagnosis, catalog.origin(), List.of()), false, console.screen()));
    asked.fold().matches().stream()
        .filter(m -> m.event().isFailed() && m.event().time() != Event.UNKNOWN_TIME)
        .findFirst()
        .ifPresent(m ->
            console.say(
                "what changed before it is told by `awsleuth trail incident --at "
                    + Event.moment(m.event().time())
                    + "`"));
    return Asking.code(asked.intake(), true);
  }
}
