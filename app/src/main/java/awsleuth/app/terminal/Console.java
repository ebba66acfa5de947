package awsleuth.app.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Where a command reads and writes, and the codes with which it ends. */
public final class Console {

  /** Nothing was wrong. */
  public static final int FINE = 0;

  /** A diagnosis was given. */
  public static final int DIAGNOSED = 1;

  /** The command line or an input could not be understood. */
  public static final int USAGE = 2;

  /** awsleuth itself failed. */
  public static final int FAILED = 3;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Screen screen;

  /**
   * Of streams.
   *
   * @param screen how wide standard output is, and whether it has colours
   */
  public Console(InputStream in, PrintStream out, PrintStream err, Screen screen) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.screen = screen;
  }

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /** Whether what is read is typed: it is the standard input, and that is a terminal. */
  @SuppressWarnings("ReferenceEquality") // the very stream of the process, not one like it
  public boolean isTyped() {
    return in == System.in
        && Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }

  /** Standard output: results. */
  public PrintStream out() {
    return out;
  }

  /** Standard error: progress and remarks. */
  public PrintStream err() {
    return err;
  }

  /** What standard output is. */
  public Screen screen() {
    return screen;
  }

  /** Says something on standard error, in one line that has no secrets and controls nothing. */
  public void say(String message) {
    err.println("awsleuth: " + Printable.line(message));
    err.flush();
  }

  /** The same of something and what is said of it: the colon between is no sign of a secret. */
  public void say(String what, String said) {
    err.println("awsleuth: " + Printable.line(what) + ": " + Printable.line(said));
    err.flush();
  }

  /** A usage error: one line, and where help is. */
  public int usage(String message, String command) {
    say(message);
    err.println("try: awsleuth " + command + " --help");
    return USAGE;
  }
}
