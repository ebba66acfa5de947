package awsleuth.app;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * One JSON object a line in, one a line out, in the same order. A line that cannot be read, or that
 * awsleuth fails on, is answered with an error and the rest goes on.
 */
final class BatchLines {

  /** Bytes of a line; longer ones are passed over. */
  private static final int LONGEST = 16 << 20;

  private BatchLines() {}

  /** Answers all lines of standard input; ends early where nobody reads the answers any more. */
  static int answer(Main main, UnaryOperator<String> answer) {
    int code = Main.FINE;
    try (InputStream in = new BufferedInputStream(main.in(), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int number = 1; read(in, line); number++) {
        String text = line.toString(StandardCharsets.UTF_8);
        if (line.size() > LONGEST) {
          main.out().println(error(number, "longer than " + (LONGEST >> 20) + " MB"));
        } else if (!text.isBlank()) {
          try {
            main.out().println(answer.apply(text));
          } catch (RuntimeException | StackOverflowError bug) {
            code = Main.FAILED;
            String name = bug.getClass().getSimpleName();
            main.out().println(error(number, "awsleuth failed inside: " + name));
          }
        }
        if (in.available() == 0 && main.out().checkError()) {
          break;
        }
      }
    } catch (IOException e) {
      main.say("standard input cannot be read (" + Inputs.reason(e) + ")");
      return Main.USAGE;
    }
    return code;
  }

  private static String error(int line, String why) {
    return "{\"id\": null, \"error\": \"line " + line + ": " + why + "\"}";
  }

  /** Reads a line, or one byte more of it than may be; false at the end. */
  private static boolean read(InputStream in, ByteArrayOutputStream line) throws IOException {
    line.reset();
    int b = in.read();
    boolean more = b >= 0;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() <= LONGEST) {
        line.write(b);
      }
    }
    return more;
  }
}
