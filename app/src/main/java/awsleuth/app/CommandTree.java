package awsleuth.app;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line: only the command that is asked for is built, since people wait for it. */
final class CommandTree {

  static final List<String> NAMES = List.of("diagnose", "explain", "causes", "completion");
  private static final Set<String> HELP = Set.of("--help", "-h", "help");

  /** A command line that is ready to run. */
  interface Prepared {
    int execute(String[] args);
  }

  private CommandTree() {}

  static Prepared of(Main main, String[] args) {
    String first = args.length == 0 ? "" : args[0];
    if (first.equals("--version") || first.equals("-V")) {
      return a -> {
        main.out().println("awsleuth " + Version.TEXT);
        return Main.FINE;
      };
    }
    if (HELP.contains(first)) {
      return a -> Help.print(main, a);
    }
    if (NAMES.contains(first)) {
      return a -> run(main, spec(first, main), java.util.Arrays.copyOfRange(a, 1, a.length));
    }
    return a -> run(main, spec("diagnose", main), a);
  }

  static Action spec(String name, Main main) {
    return switch (name) {
      case "explain" -> new ExplainCommand(main);
      case "causes" -> new CausesCommand(main);
      case "completion" -> new CompletionCommand(main);
      default -> new DiagnoseCommand(main);
    };
  }

  /** A command: its options, and what it does. */
  interface Action {
    CommandSpec spec();

    int run(CommandLine.ParseResult parsed);
  }

  private static int run(Main main, Action action, String[] args) {
    CommandLine line = new CommandLine(action.spec()).setUnmatchedArgumentsAllowed(false);
    try {
      CommandLine.ParseResult parsed = line.parseArgs(args);
      if (parsed.hasMatchedOption("--help")) {
        Help.print(main, action.spec());
        return Main.FINE;
      }
      return action.run(parsed);
    } catch (CommandLine.ParameterException e) {
      return main.usage(e);
    }
  }

  static CommandSpec command(String name, String description, String... examples) {
    CommandSpec spec = CommandSpec.create().name("awsleuth " + name);
    UsageMessageSpec usage = new UsageMessageSpec();
    usage.description(description).width(80).footerHeading("%nExamples:%n").footer(examples);
    spec.usageMessage(usage);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
    spec.addOption(
        OptionSpec.builder("--debug").description("Show where awsleuth itself failed.").build());
    return spec;
  }
}
