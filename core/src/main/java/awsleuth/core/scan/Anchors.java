package awsleuth.core.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The byte strings that tell a line on which an AWS call failed. */
final class Anchors {

  private Anchors() {}

  /** All anchors, from {@code anchors.txt}: a line each, save empty ones and comments. */
  static List<byte[]> all() {
    List<byte[]> anchors = new ArrayList<>();
    for (String line : text().split("\n")) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        anchors.add(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return anchors;
  }

  private static String text() {
    try (InputStream in = Anchors.class.getResourceAsStream("anchors.txt")) {
      if (in == null) {
        throw new IllegalStateException("anchors.txt is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
