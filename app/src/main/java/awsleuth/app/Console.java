package awsleuth.app;

import java.io.InputStream;
import java.io.PrintStream;

/** Where a command reads and writes, and the codes with which it ends. */
final class Console {

  /** Nothing was wrong. */
  static final int FINE = 0;

  /** A diagnosis was given. */
  static final int DIAGNOSED = 1;

  /** The command line or an input could not be understood. */
  static final int USAGE = 2;

  /** awsleuth itself failed. */
  static final int FAILED = 3;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Screen screen;

  Console(InputStream in, PrintStream out, PrintStream err, Screen screen) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.screen = screen;
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  Screen screen() {
    return screen;
  }

  /** Says something on standard error, in one line that has no secrets and controls nothing. */
  void say(String message) {
    err.println("awsleuth: " + Printable.line(message));
    err.flush();
  }

  /** A usage error: one line, and where help is. */
  int usage(String message, String command) {
    say(message);
    err.println("try: awsleuth " + command + " --help");
    return USAGE;
  }
}
