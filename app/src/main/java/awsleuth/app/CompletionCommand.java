package awsleuth.app;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth completion SHELL}: a completion script. */
final class CompletionCommand implements CommandTree.Action {

  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Main main;

  CompletionCommand(Main main) {
    this.main = main;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
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
      return main.usage(
          "completion is for " + WrongUsage.listed(SHELLS) + ", not `" + shell + "`", "completion");
    }
    List<Completable> commands =
        CommandTree.NAMES.stream()
            .map(n -> Completable.of(CommandTree.action(n, main).spec()))
            .toList();
    main.out()
        .print(
            switch (shell) {
              case "bash" -> BashCompletion.script(commands);
              case "zsh" -> ZshCompletion.script(commands);
              default -> FishCompletion.script(commands);
            });
    return Main.FINE;
  }
}
