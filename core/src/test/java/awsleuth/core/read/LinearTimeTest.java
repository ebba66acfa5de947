package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sixteen times the text takes about sixteen times the time, whatever words of the readers it
 * repeats: in one line, line by line, or behind blanks. What counts is the thread's own processor
 * time, and only where it is long; a reader that looks over all of a line for each place in it
 * takes 256 times. The bound is far from both.
 */
class LinearTimeTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();
  private static final int LENGTH = 160_000;
  private static final double LONG_SECONDS = 0.2;
  private static final double MOST = 80;
  private static final int TIMES = 16;

  /** Words that readers look for beside those that a search of large files goes by. */
  private static final List<String> MORE =
      List.of(
          "password=<",
          "C:\\nA",
          "\\n",
          "\\\"",
          "{\"a\":",
          "['",
          "<Code>A</Code>",
          "\"__type\": \"A\", ",
          "'Error': {'Code': 'A', ",
          "NoCredentialsError: \"",
          "rror occurred (A) when calling the B operation: ",
          "  File \"/a/botocore/b.py\", line 1, in f\n    g()\nValueError: ",
          "{'a': 'b'}\n",
          "a b\n",
          "arn:aws:s3:::",
          "https://a:b@",
          "\u001b[",
          "AKIA",
          "S3 ServiceException: ResponseCode: 500, ResponseStatus: A ",
          "a API responded with error='A', message='b' ",
          "{'Error': {'Code': 'A', '__type': 'A'}} ",
          "ResourceStatus  ResourceStatusReason\nA A\n A\n");

  @Test
  void everyWordThatReadersLookForIsReadInLinearTime() throws IOException {
    for (String word : words()) {
      double seconds = seconds(text(word, LENGTH));
      if (seconds > LONG_SECONDS) {
        assertThat(least(text(word, LENGTH)) / least(text(word, LENGTH / TIMES)))
            .as("how much longer %d times as many `%s` take", TIMES, word)
            .isLessThan(MOST);
      }
    }
  }

  /** The least time of three, since others may be at work on the machine. */
  private static double least(String text) {
    double least = seconds(text);
    for (int i = 0; i < 2; i++) {
      least = Math.min(least, seconds(text));
    }
    return least;
  }

  private static List<String> words() throws IOException {
    List<String> words = new ArrayList<>(MORE);
    try (InputStream in = Readers.class.getResourceAsStream("/awsleuth/core/scan/anchors.txt")) {
      String anchors = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      anchors.lines().filter(l -> !l.isEmpty() && l.charAt(0) != '#').forEach(words::add);
    }
    return words;
  }

  private static String text(String word, int length) {
    String line = (word + " ").repeat(length / 2 / word.length());
    String lines = (word + "\n").repeat(length / 4 / word.length());
    return " ".repeat(length / 4) + line + "\n" + lines;
  }

  private static double seconds(String text) {
    Artifact artifact = new Artifact("a", Kind.TRACEBACK, text);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Readers.read(artifact, CATALOG);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
  }
}
