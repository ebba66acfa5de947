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
import awsleuth.trail.ask.ById;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
      Asked<ById> asked = asking.askFirst(asking.filter(), () -> new ById(id));
      Optional<ChangedBefore> before = ChangedBefore.of(asked.fold().matches());
      List<TrailEvent> changes = new ArrayList<>();
      if (before.isPresent()) {
        ChangedBefore of = before.get();
        changes.addAll(asking.askAgain(of.filter(), of::question).fold().events());
        Optional<ChangedBefore> attached = of.attached(changes);
        if (attached.isPresent()) {
          ChangedBefore policies = attached.get();
          changes.addAll(asking.askMore(policies.filter(), policies::question).fold().events());
        }
      }
      asking.forget();
      return answer(asking, asked, id, changes);
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "trail");
    }
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
