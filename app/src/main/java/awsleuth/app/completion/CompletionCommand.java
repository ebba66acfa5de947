package awsleuth.app.completion;

import awsleuth.app.command.Action;
import awsleuth.app.command.Options;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.terminal.Console;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth completion SHELL}: a completion script. */
public final class CompletionCommand implements Action {

  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Console console;
  private final Supplier<List<Action>> commands;

  /**
   * Of commands.
   *
   * @param commands all, in the order of the help
   */
  public CompletionCommand(Console console, Supplier<List<Action>> commands) {
    this.console = console;
    this.commands = commands;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "completion",
            "completion SHELL",
            "Writes a completion script for the shell.",
            "  eval \"$(awsleuth completion bash)\"       in ~/.bashrc",
            "  eval \"$(awsleuth completion zsh)\"        in ~/.zshrc",
            "  awsleuth completion fish > ~/.config/fish/completions/awsleuth.fish");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SHELL")
            .arity("1")
            .type(String.class)
            .completionCandidates(SHELLS)
            .description(WrongUsage.listed(SHELLS))
            .build());
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String shell = parsed.matchedPositionalValue(0, "");
    if (!SHELLS.contains(shell)) {
      return console.usage(
          "completion is for " + WrongUsage.listed(SHELLS) + ", not `" + shell + "`", "completion");
    }
    List<Completable> all =
        commands.get().stream().map(command -> Completable.of(command.spec())).toList();
    console
        .out()
        .print(
            switch (shell) {
              case "bash" -> BashCompletion.script(all);
              case "zsh" -> ZshCompletion.script(all);
              default -> FishCompletion.script(all);
            });
    return Console.FINE;
  }
}
