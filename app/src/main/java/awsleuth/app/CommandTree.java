package awsleuth.app;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line: only the command that is asked for is built, since people wait for it. */
final class CommandTree {

  static final List<String> NAMES =
      List.of(
          "diagnose",
          "simulate",
          "policy",
          "params",
          "endpoint",
          "retries",
          "credentials",
          "explain",
          "causes",
          "completion");
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
      return a -> run(main, first, Arrays.copyOfRange(a, 1, a.length));
    }
    return a -> run(main, "diagnose", a);
  }

  static Action action(String name, Main main) {
    return switch (name) {
      case "simulate" -> new SimulateCommand(main);
      case "endpoint" -> new EndpointCommand(main);
      case "policy" -> new PolicyCommand(main);
      case "params" -> new ParamsCommand(main);
      case "retries" -> new RetriesCommand(main);
      case "credentials" -> new CredentialsCommand(main);
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

  private static int run(Main main, String name, String[] args) {
    // Converters that no option needs: picocli would look all their classes up.
    System.setProperty("picocli.converters.excludes", "java.*");
    Action action = action(name, main);
    CommandSpec spec = action.spec();
    try {
      CommandLine.ParseResult parsed =
          new CommandLine(spec).setOverwrittenOptionsAllowed(true).parseArgs(args);
      if (parsed.hasMatchedOption("--help")) {
        Help.print(main, spec);
        return Main.FINE;
      }
      for (PositionalParamSpec p : spec.positionalParameters()) {
        if (p.arity().min() > 0 && !parsed.hasMatchedPositional(p)) {
          return main.usage(WrongUsage.missing(p, spec), name);
        }
      }
      return action.run(parsed);
    } catch (CommandLine.ParameterException e) {
      return main.usage(WrongUsage.of(e, spec), name);
    }
  }

  /**
   * A command with the options that all have.
   *
   * @param arguments what follows its name, as the first line of its help shows it
   */
  static CommandSpec command(
      String name, String arguments, String description, String... examples) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage(
        new UsageMessageSpec().customSynopsis(arguments).description(description).footer(examples));
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    spec.addOption(
        OptionSpec.builder("--debug").description("show where awsleuth itself failed").build());
    return spec;
  }
}
