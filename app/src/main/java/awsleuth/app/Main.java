package awsleuth.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

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
  private final Map<String, String> environment;

  Main(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out, 1 << 16);
    PrintStream err = stream(FileDescriptor.err, 1 << 10);
    int code = new Main(System.in, out, err, System.getenv()).run(args);
    out.flush();
    err.flush();
    Runtime.getRuntime().halt(out.checkError() && code < FAILED ? FAILED : code);
  }

  private static PrintStream stream(FileDescriptor descriptor, int buffer) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), buffer),
        false,
        StandardCharsets.UTF_8);
  }

  int run(String[] args) {
    boolean debug = java.util.Arrays.asList(args).contains("--debug");
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

  /** Says something on standard error, in one line that has no secrets and controls nothing. */
  void say(String message) {
    err.println("awsleuth: " + Printable.line(message));
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
    return Screen.of(environment);
  }

  /** A usage error: one line, and where help is. */
  int usage(CommandLine.ParameterException e) {
    say(String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage"));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("try: " + command + " --help");
    return USAGE;
  }
}
