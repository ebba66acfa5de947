package awsleuth.app.command;

import awsleuth.app.input.Inputs;
import awsleuth.app.terminal.Console;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One JSON object a line in, one a line out, in the same order. A line that cannot be read, or that
 * awsleuth fails on, is answered with an error and the rest goes on.
 */
public final class BatchLines {

  /** Bytes of a line; longer ones are passed over. */
  private static final int LONGEST = 16 << 20;

  /** Lines after which it is looked whether anybody reads the answers, however many are to come. */
  private static final int AT_MOST_UNSEEN = 100;

  /** What answers the lines. */
  public interface Answers {

    /** The answer to a line that is not blank, with or without the end of its own line. */
    public String answer(String line, int number);

    /**
     * The answer to a line that is too long, or that awsleuth failed on.
     *
     * @param line empty where it is too long
     * @param why with the line's number; has no character that JSON escapes
     */
    default String error(String line, String why) {
      return "{\"id\": null, \"error\": \"" + why + "\"}";
    }
  }

  private final Console console;
  private final Answers answers;
  private int code = Console.FINE;

  private BatchLines(Console console, Answers answers) {
    this.console = console;
    this.answers = answers;
  }

  /** Answers all lines of standard input; ends early where nobody reads the answers any more. */
  public static int answer(Console console, Answers answers) {
    BatchLines lines = new BatchLines(console, answers);
    try (InputStream in = new BufferedInputStream(console.in(), 1 << 16)) {
      lines.all(in);
    } catch (IOException e) {
      console.say("standard input cannot be read (" + Inputs.reason(e) + ")");
      return Console.USAGE;
    }
    return lines.code;
  }

  private void all(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean read = true;
    for (int number = 1; read && read(in, line); number++) {
      one(line, number);
      boolean look = in.available() == 0 || number % AT_MOST_UNSEEN == 0;
      read = !look || !console.out().checkError();
    }
  }

  private void one(ByteArrayOutputStream line, int number) {
    String whole = line.toString(StandardCharsets.UTF_8);
    String text = number == 1 && whole.startsWith("\ufeff") ? whole.substring(1) : whole;
    if (line.size() > LONGEST) {
      print(answers.error("", "line " + number + ": longer than " + (LONGEST >> 20) + " MB"));
    } else if (!text.isBlank()) {
      print(answer(text, number));
    }
  }

  private String answer(String line, int number) {
    try {
      return answers.answer(line, number);
    } catch (RuntimeException | StackOverflowError bug) {
      code = Console.FAILED;
      String name = bug.getClass().getSimpleName();
      return answers.error(line, "line " + number + ": awsleuth failed inside: " + name);
    }
  }

  private void print(String answer) {
    console.out().print(answer.endsWith("\n") ? answer : answer + "\n");
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
