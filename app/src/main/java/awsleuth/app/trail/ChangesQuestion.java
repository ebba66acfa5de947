package awsleuth.app.trail;

import awsleuth.app.command.Options;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Changes;
import awsleuth.trail.change.History;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth trail changes}: what changed what other calls may do. */
final class ChangesQuestion implements Question {

  private final Console console;

  ChangesQuestion(Console console) {
    this.console = console;
  }

  @Override
  public String verb() {
    return "changes";
  }

  @Override
  public void options(CommandSpec spec) {
    Options.flag(spec, "--failed", "changes: those too that were tried and refused");
  }

  @Override
  public Set<String> takes() {
    return Asking.with("--resume", "--failed");
  }

  @Override
  public int run(CommandLine.ParseResult parsed, Engine engine, List<String> arguments) {
    try {
      Asking asking = Asking.of(console, engine, parsed, arguments);
      boolean failed = parsed.hasMatchedOption("--failed");
      Asked<Changes> asked =
          asking.ask(Narrowed.byAnyone(asking.filter()), () -> new Changes(failed));
      List<Change> all = asked.fold().result();
      List<Change> shown = all.stream().filter(c -> asking.filter().keeps(c.event())).toList();
      ChangesView view =
          new ChangesView(shown, new History(all), asked.fold().dropped(), asked.intake());
      console
          .out()
          .print(
              switch (asking.format()) {
                case "json" -> view.json();
                case "markdown" -> view.markdown();
                default -> view.text(console.screen());
              });
      return Asking.code(asked.intake(), false);
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "trail");
    }
  }
}
