package awsleuth.app.input;

import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Progress;

/** What is said of the inputs while they are read: one line each, on standard error. */
public final class Remarks {

  private final Console console;
  private final Progress progress;
  private boolean errors;

  /** Nothing said yet. */
  public Remarks(Console console, Progress progress) {
    this.console = console;
    this.progress = progress;
  }

  /** Something that the user should know and that takes nothing away. */
  void note(String line) {
    progress.done();
    console.say(line);
  }

  /** An input, or a part of one, that was not read. */
  public void error(String line) {
    errors = true;
    note(line);
  }

  /** Whether anything was not read. */
  public boolean hasErrors() {
    return errors;
  }
}
