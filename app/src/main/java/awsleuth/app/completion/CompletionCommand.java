package awsleuth.app.completion;

import awsleuth.app.command.Action;
import awsleuth.app.command.Options;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
            "completion SHELL [SERVICE]",
            "Writes a completion script for the shell; with SERVICE the names of its operations,"
                + " which the script asks for.",
            "  eval \"$(awsleuth completion bash)\"       in ~/.bashrc",
            "  eval \"$(awsleuth completion zsh)\"        in ~/.zshrc",
            "  awsleuth completion fish > ~/.config/fish/completions/awsleuth.fish");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("SHELL")
            .arity("1")
            .type(String.class)
            .completionCandidates(SHELLS)
            .description(WrongUsage.listed(SHELLS))
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("1")
            .paramLabel("SERVICE")
            .arity("0..1")
            .type(String.class)
            .description("the name of a client, such as s3")
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
    String service = parsed.matchedPositionalValue(1, "");
    if (!service.isEmpty()) {
      operations(service).forEach(console.out()::println);
      return Console.FINE;
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

  /** As methods and as the API names them; none of a service that there is not. */
  private static List<String> operations(String service) {
    AwsCatalog catalog = AwsCatalog.embedded();
    List<String> names =
        catalog.service(service).map(s -> List.copyOf(s.operationNames())).orElse(List.of());
    return Stream.concat(names.stream().map(catalog::methodName), names.stream()).toList();
  }
}
