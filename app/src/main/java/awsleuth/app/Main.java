package awsleuth.app;

import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.app.terminal.StandardOutput;
import awsleuth.app.trail.Engine;
import awsleuth.app.trail.TrailCommand;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntSupplier;

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
    return told(console, args, () -> CommandTree.of(console, args).execute(args));
  }

  /**
   * Runs {@code trail} with an engine that reads the archives; its exit code.
   *
   * @param args what follows {@code trail}
   */
  public static int trail(Console console, Engine engine, String[] args) {
    return told(
        console, args, () -> CommandTree.run(console, new TrailCommand(console, engine), args));
  }

  private static int told(Console console, String[] args, IntSupplier command) {
    boolean debug = Arrays.asList(args).contains("--debug");
    try {
      return command.getAsInt();
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
