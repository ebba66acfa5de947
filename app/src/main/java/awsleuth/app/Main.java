package awsleuth.app;

import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.app.terminal.StandardOutput;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The {@code awsleuth} command. */
public final class Main {

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput standard = new StandardOutput();
    PrintStream out = stream(standard, 1 << 16);
    PrintStream err = stream(new FileOutputStream(FileDescriptor.err), 1 << 10);
    Console console = new Console(System.in, out, err, Screen.of(System.getenv()));
    int code = run(console, args);
    out.flush();
    if (!standard.failure().isEmpty()) {
      console.say("standard output cannot be written (" + standard.failure() + ")");
      code = Console.FAILED;
    }
    err.flush();
    Runtime.getRuntime().halt(code);
  }

  private static PrintStream stream(OutputStream to, int buffer) {
    return new PrintStream(new BufferedOutputStream(to, buffer), false, StandardCharsets.UTF_8);
  }

  /** Runs the command of a command line; its exit code. */
  static int run(Console console, String[] args) {
    boolean debug = Arrays.asList(args).contains("--debug");
    try {
      return CommandTree.of(console, args).execute(args);
    } catch (RuntimeException | Error bug) {
      console.say("failed inside: " + bug + (debug ? "" : " (--debug shows where)"));
      if (debug) {
        trace(console, bug);
      }
      return Console.FAILED;
    }
  }

  /** Where a bug is; what the exceptions say may be from the input. */
  private static void trace(Console console, Throwable bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    trace.toString().lines().forEach(l -> console.err().println(Printable.line(l)));
  }
}
