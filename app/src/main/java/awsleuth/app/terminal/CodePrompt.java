package awsleuth.app.terminal;

import awsleuth.collect.credentials.MfaCodes;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the code of an MFA device on the terminal that awsleuth was started from, whatever its
 * standard streams are, and shows nothing of what is typed.
 *
 * @see <a href="https://docs.python.org/3/library/getpass.html">getpass, by which botocore asks</a>
 */
public final class CodePrompt {

  private static final File TERMINAL = new File("/dev/tty");
  private static final int LONGEST = 100;

  private CodePrompt() {}

  /** Codes as they are typed; none where the console is not that of the process. */
  @SuppressWarnings("ReferenceEquality") // the very stream of the process, not one like it
  public static MfaCodes of(Console console) {
    return console.in() == System.in ? new MfaCodes(CodePrompt::ask) : MfaCodes.unattended();
  }

  /** What was typed; empty where there is no terminal, or one that would show it. */
  private static Optional<String> ask(String device) {
    try (InputStream in = new FileInputStream(TERMINAL);
        OutputStream out = new FileOutputStream(TERMINAL)) {
      String before = stty("-g");
      Thread again = new Thread(() -> restore(before));
      Runtime.getRuntime().addShutdownHook(again);
      stty("-echo");
      try {
        write(out, "MFA code of " + Printable.line(device) + ": ");
        return Optional.of(line(in));
      } finally {
        restore(before);
        Runtime.getRuntime().removeShutdownHook(again);
        write(out, "\n");
      }
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream typed = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n' && typed.size() < LONGEST; b = in.read()) {
      typed.write(b);
    }
    return typed.toString(StandardCharsets.UTF_8).strip();
  }

  private static void restore(String settings) {
    try {
      stty(settings);
    } catch (IOException e) {
      // The terminal is gone, and its settings with it.
    }
  }

  /** What stty writes; it works on its standard input. */
  private static String stty(String argument) throws IOException {
    Process stty =
        new ProcessBuilder(List.of("stty", argument))
            .redirectInput(TERMINAL)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String written = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (stty.waitFor() != 0) {
        throw new IOException("stty " + argument);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return written.strip();
  }
}
