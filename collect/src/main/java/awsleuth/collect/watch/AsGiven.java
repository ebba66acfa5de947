package awsleuth.collect.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that starts a program with the words and the standard input, output and error that it
 * had without awsleuth. Java cannot hand on what is no text in the encoding of the locale, nor a
 * descriptor that is closed: where there is such a thing, a shell does and becomes the program.
 */
final class AsGiven {

  /** What the launcher, which opens those that are closed for Java, tells of its own. */
  private static final String PROPERTY = "awsleuth.";

  private static final List<String> STREAMS = List.of("stdin", "stdout", "stderr");
  private static final List<String> CLOSING = List.of(" <&-", " >&-", " 2>&-");

  /** What Java has in place of bytes that it cannot decode. */
  private static final char LOST = '\uFFFD';

  private static final Path OWN_WORDS = Path.of("/proc/self/cmdline");

  private AsGiven() {}

  /** The command of a program whose words are the last ones of this process. */
  static List<String> of(List<String> command) {
    StringBuilder closing = new StringBuilder();
    for (int i = 0; i < STREAMS.size(); i++) {
      if (System.getProperty(PROPERTY + STREAMS.get(i), "").equals("closed")) {
        closing.append(CLOSING.get(i));
      }
    }
    return of(
        command, closing.toString(), lost(command) == 0 ? new byte[0] : ownWords(), jnuCharset());
  }

  /**
   * The same.
   *
   * @param closing the redirections that close what is closed
   * @param own the words of this process, each with a NUL behind it
   * @param charset what Java has decoded them by
   */
  static List<String> of(List<String> command, String closing, byte[] own, Charset charset) {
    List<byte[]> raw = lastLost(lost(command), own, charset);
    if (closing.isEmpty() && raw.isEmpty()) {
      return command;
    }
    StringBuilder words = new StringBuilder();
    StringBuilder script = new StringBuilder();
    int next = 0;
    for (int i = 0; i < command.size(); i++) {
      if (!raw.isEmpty() && isLost(command.get(i))) {
        // The shell takes line breaks from the end of what a command prints.
        script.append("awsleuth_%d=$(printf %%b '%sx'); ".formatted(i, octal(raw.get(next))));
        words.append(" \"${awsleuth_%d%%x}\"".formatted(i));
        next++;
      } else {
        words.append(" \"${%d}\"".formatted(i));
      }
    }
    List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", script + "exec" + words + closing));
    all.addAll(command);
    return all;
  }

  private static int lost(List<String> command) {
    return (int) command.stream().filter(AsGiven::isLost).count();
  }

  private static boolean isLost(String word) {
    return word.indexOf(LOST) >= 0;
  }

  /** So many of the last words that Java could not decode; none where it has fewer. */
  private static List<byte[]> lastLost(int count, byte[] own, Charset charset) {
    List<byte[]> found = new ArrayList<>();
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    for (byte b : own) {
      if (b != 0) {
        word.write(b);
      } else {
        if (isLost(word.toString(charset))) {
          found.add(word.toByteArray());
        }
        word.reset();
      }
    }
    return found.size() < count
        ? List.of()
        : List.copyOf(found.subList(found.size() - count, found.size()));
  }

  private static byte[] ownWords() {
    try {
      return Files.readAllBytes(OWN_WORDS);
    } catch (IOException e) {
      return new byte[0]; // A system that does not tell them.
    }
  }

  private static Charset jnuCharset() {
    return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"), StandardCharsets.UTF_8);
  }

  private static String octal(byte[] word) {
    StringBuilder text = new StringBuilder();
    for (byte b : word) {
      text.append(
          (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z')
              ? Character.toString(b)
              : "\\0%03o".formatted(b & 0xff));
    }
    return text.toString();
  }
}
