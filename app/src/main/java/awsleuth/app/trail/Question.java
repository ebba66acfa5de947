package awsleuth.app.trail;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** One of the questions that {@code awsleuth trail} asks. */
interface Question {

  /** The word that asks it. */
  String verb();

  /** Adds the options that it has beside those of all questions. */
  void options(CommandSpec spec);

  /** The options that it takes, its own and others: one that it does not take is refused. */
  Set<String> takes();

  /**
   * Asks it.
   *
   * @param engine what reads the archive
   * @param arguments what follows the word
   * @return the exit code
   */
  int run(CommandLine.ParseResult parsed, Engine engine, List<String> arguments);
}
