package awsleuth.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command: its options, and what it does. */
public interface Action {

  /** Its name, options and help. */
  CommandSpec spec();

  /** Does what the command line asks for; the exit code. */
  int run(CommandLine.ParseResult parsed);
}
