package awsleuth.app;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth completion SHELL}: a completion script. */
final class CompletionCommand implements CommandTree.Action {

  private final Main main;

  CompletionCommand(Main main) {
    this.main = main;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
            "completion",
            "Writes a completion script for the shell.",
            "  eval \"$(awsleuth completion bash)\"",
            "  awsleuth completion fish > ~/.config/fish/completions/awsleuth.fish");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SHELL")
            .arity("1")
            .type(String.class)
            .description("bash, zsh or fish")
            .build());
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String shell = parsed.matchedPositionalValue(0, "");
    String commands = String.join(" ", CommandTree.NAMES);
    String causes = String.join(" ", causes());
    String options = String.join(" ", options());
    switch (shell) {
      case "bash" -> main.out().print(bash(commands, causes, options));
      case "zsh" ->
          main.out()
              .print(
                  "autoload -U +X bashcompinit && bashcompinit\n"
                      + bash(commands, causes, options));
      case "fish" -> main.out().print(fish(commands, causes, options));
      default -> {
        main.say("completion is for bash, zsh or fish, not `" + shell + "`");
        return Main.USAGE;
      }
    }
    return Main.FINE;
  }

  private static List<String> causes() {
    List<String> ids = new ArrayList<>();
    for (Cause c : Causes.all()) {
      ids.add(c.id());
    }
    return ids;
  }

  private List<String> options() {
    List<String> names = new ArrayList<>();
    for (OptionSpec o : new DiagnoseCommand(main).spec().options()) {
      names.add(o.longestName());
    }
    return names;
  }

  private static String bash(String commands, String causes, String options) {
    return """
    _awsleuth() {
      local word=${COMP_WORDS[COMP_CWORD]}
      case ${COMP_WORDS[1]} in
        explain) COMPREPLY=($(compgen -W "%s" -- "$word")); return ;;
      esac
      case $word in
        -*) COMPREPLY=($(compgen -W "%s" -- "$word")) ;;
        *) COMPREPLY=($(compgen -f -- "$word"))
           [ "$COMP_CWORD" = 1 ] && COMPREPLY+=($(compgen -W "%s" -- "$word")) ;;
      esac
    }
    complete -o filenames -F _awsleuth awsleuth
    """
        .formatted(causes, options, commands);
  }

  private static String fish(String commands, String causes, String options) {
    StringBuilder out = new StringBuilder();
    out.append("complete -c awsleuth -n __fish_use_subcommand -a '").append(commands).append("'\n");
    out.append("complete -c awsleuth -n '__fish_seen_subcommand_from explain' -f -a '");
    out.append(causes).append("'\n");
    for (String o : SPACES.split(options)) {
      out.append("complete -c awsleuth -l ").append(o.substring(2)).append('\n');
    }
    return out.toString();
  }

  private static final java.util.regex.Pattern SPACES = java.util.regex.Pattern.compile(" ");
}
