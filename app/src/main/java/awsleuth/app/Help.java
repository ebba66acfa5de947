package awsleuth.app;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The help texts. */
final class Help {

  private static final String OVERVIEW =
      """
      awsleuth says why a boto3 or AWS call failed, how to fix it, how to check the fix.

      usage: awsleuth [diagnose] [FILE…]   what failed, why, the fix, the check; a pipe works too
             awsleuth explain CAUSE        the page of a cause
             awsleuth causes               all causes
             awsleuth completion SHELL     completion for bash, zsh or fish
             awsleuth COMMAND --help       the options of a command, with examples

      examples:
        python app.py 2>&1 | awsleuth
        awsleuth traceback.txt
        awsleuth incident/                 a folder with logs, policies, events, config
        awsleuth explain credentials/expired-token

      exit codes: 0 no failed call found, 1 a diagnosis was given, 2 wrong usage or an
      unreadable input, 3 awsleuth itself failed
      """;

  private Help() {}

  /** The overview, or the help of the command named after {@code help}. */
  static int print(Main main, String[] args) {
    if (args.length > 1 && CommandTree.NAMES.contains(args[1])) {
      print(main, CommandTree.spec(args[1], main).spec());
    } else {
      main.out().print(OVERVIEW);
    }
    return Main.FINE;
  }

  static void print(Main main, CommandSpec spec) {
    Ansi ansi = main.screen().colour() ? Ansi.ON : Ansi.OFF;
    new CommandLine(spec).usage(main.out(), ansi);
  }
}
