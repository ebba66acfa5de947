package awsleuth.app;

import awsleuth.app.command.Action;
import awsleuth.app.command.Help;
import awsleuth.app.command.Narrow;
import awsleuth.app.command.Options;
import awsleuth.app.command.Overview;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.completion.CompletionCommand;
import awsleuth.app.credentials.CredentialsCommand;
import awsleuth.app.diagnose.DiagnoseCommand;
import awsleuth.app.doctor.DoctorCommand;
import awsleuth.app.endpoint.EndpointCommand;
import awsleuth.app.lint.LintCommand;
import awsleuth.app.page.CausesCommand;
import awsleuth.app.page.ExplainCommand;
import awsleuth.app.params.ParamsCommand;
import awsleuth.app.policy.PolicyCommand;
import awsleuth.app.report.ReportCommand;
import awsleuth.app.retries.RetriesCommand;
import awsleuth.app.run.RunCommand;
import awsleuth.app.simulate.SimulateCommand;
import awsleuth.app.terminal.Console;
import awsleuth.app.test.TestCommand;
import awsleuth.app.trail.TrailCommand;
import awsleuth.app.verify.VerifyCommand;
import awsleuth.aws.AwsCatalog;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command line: only the command that is asked for is built, since people wait for it. */
public final class CommandTree {

  private static final Set<String> HELP = Set.of("--help", "-h", "help");

  /** A command line that is ready to run. */
  interface Prepared {
    int execute(String[] args);
  }

  private CommandTree() {}

  static Prepared of(Console console, String[] args) {
    String first = args.length == 0 ? "" : args[0];
    if (first.equals("--version") || first.equals("-V")) {
      return a -> {
        console.out().println("awsleuth " + Version.TEXT);
        console.out().println("AWS data: " + AwsCatalog.embedded().origin());
        return Console.FINE;
      };
    }
    if (HELP.contains(first)) {
      return a -> help(console, a);
    }
    if (Overview.COMMANDS.contains(first)) {
      return a -> run(console, action(first, console), Arrays.copyOfRange(a, 1, a.length));
    }
    return a -> run(console, action("diagnose", console), a);
  }

  private static List<Action> all(Console console) {
    return Overview.COMMANDS.stream().map(name -> action(name, console)).toList();
  }

  static Action action(String name, Console console) {
    return switch (name) {
      case "simulate" -> new SimulateCommand(console);
      case "endpoint" -> new EndpointCommand(console);
      case "policy" -> new PolicyCommand(console);
      case "params" -> new ParamsCommand(console);
      case "retries" -> new RetriesCommand(console);
      case "credentials" -> new CredentialsCommand(console);
      case "doctor" -> new DoctorCommand(console);
      case "trail" -> new TrailCommand(console);
      case "explain" -> new ExplainCommand(console);
      case "run" -> new RunCommand(console);
      case "test" -> new TestCommand(console);
      case "lint" -> new LintCommand(console, Version.TEXT);
      case "verify" -> new VerifyCommand(console, Main::run);
      case "report" -> new ReportCommand(console);
      case "causes" -> new CausesCommand(console);
      case "completion" -> new CompletionCommand(console, () -> all(console));
      default -> new DiagnoseCommand(console);
    };
  }

  /** Reads the arguments of a command and runs it; its exit code. */
  static int run(Console console, Action action, String[] args) {
    // Converters that no option needs: picocli would look all their classes up.
    System.setProperty("picocli.converters.excludes", "java.*");
    CommandSpec spec = action.spec();
    String name = spec.name();
    try {
      CommandLine.ParseResult parsed = Options.commandLine(spec).parseArgs(args);
      if (parsed.hasMatchedOption("--help")) {
        Help.print(console, spec);
        return Console.FINE;
      }
      for (PositionalParamSpec p : spec.positionalParameters()) {
        if (p.arity().min() > 0 && !parsed.hasMatchedPositional(p)) {
          return console.usage(WrongUsage.missing(p, spec), name);
        }
      }
      return action.run(parsed);
    } catch (CommandLine.ParameterException e) {
      return console.usage(WrongUsage.of(e, spec), name);
    }
  }

  /** The overview, or the help of the command named after {@code help}. */
  private static int help(Console console, String[] args) {
    String command = args.length > 1 ? args[1] : "";
    if (command.isEmpty() || command.startsWith("-")) {
      console.out().print(Narrow.overview(console.screen().width()));
      return Console.FINE;
    }
    if (Overview.COMMANDS.contains(command)) {
      Help.print(console, action(command, console).spec());
      return Console.FINE;
    }
    console.say(
        "there is no command `"
            + command
            + "`"
            + WrongUsage.near(command, Overview.COMMANDS)
            + "; `awsleuth help` shows all");
    return Console.USAGE;
  }
}
