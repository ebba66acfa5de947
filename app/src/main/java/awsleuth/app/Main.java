package awsleuth.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The {@code awsleuth} command. */
public final class Main {

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

  Main(InputStream in, PrintStream out, PrintStream err, Screen screen) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.screen = screen;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput standard = new StandardOutput();
    PrintStream out = stream(standard, 1 << 16);
    PrintStream err = stream(new FileOutputStream(FileDescriptor.err), 1 << 10);
    Main main = new Main(System.in, out, err, Screen.of(System.getenv()));
    int code = main.run(args);
    out.flush();
    if (!standard.failure().isEmpty()) {
      main.say("standard output cannot be written (" + standard.failure() + ")");
      code = FAILED;
    }
    err.flush();
    Runtime.getRuntime().halt(code);
  }

  private static PrintStream stream(OutputStream to, int buffer) {
    return new PrintStream(new BufferedOutputStream(to, buffer), false, StandardCharsets.UTF_8);
  }

  int run(String[] args) {
    boolean debug = Arrays.asList(args).contains("--debug");
    try {
      return CommandTree.of(this, args).execute(args);
    } catch (RuntimeException | Error bug) {
      say("failed inside: " + bug + (debug ? "" : " (--debug shows where)"));
      if (debug) {
        trace(bug);
      }
      return FAILED;
    }
  }

  /** Where a bug is; what the exceptions say may be from the input. */
  private void trace(Throwable bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    trace.toString().lines().forEach(l -> err.println(Printable.line(l)));
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
