package awsleuth.trail.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts as bytes that can be taken eight at a time. */
final class Padded {

  private Padded() {}

  /** In UTF-8, and {@link Words#PADDING} bytes of 0 behind. */
  static byte[] utf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length + Words.PADDING);
  }
}
