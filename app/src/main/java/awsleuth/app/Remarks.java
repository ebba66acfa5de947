package awsleuth.app;

/** What is said of the inputs while they are read: one line each, on standard error. */
final class Remarks {

  private final Console console;
  private final Progress progress;
  private boolean errors;

  Remarks(Console console, Progress progress) {
    this.console = console;
    this.progress = progress;
  }

  /** Something that the user should know and that takes nothing away. */
  void note(String line) {
    progress.done();
    console.say(line);
  }

  /** An input, or a part of one, that was not read. */
  void error(String line) {
    errors = true;
    note(line);
  }

  /** Whether anything was not read. */
  boolean hasErrors() {
    return errors;
  }
}
