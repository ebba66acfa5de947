package awsleuth.app.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns bytes into text. */
final class Decoding {

  private static final int SAMPLE = 4096;

  private Decoding() {}

  /**
   * The text of some bytes: UTF-16 where a byte order mark or the pattern of NUL bytes tells it,
   * else UTF-8; what is not valid becomes U+FFFD.
   */
  static String text(byte[] bytes) {
    String text = whole(bytes);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** The text of some bytes, as {@link #text}, but with the byte order mark where there is one. */
  static String whole(byte[] bytes) {
    return new String(bytes, charset(bytes));
  }

  /** A stream's text as UTF-8; the charset is told by its beginning, as for {@link #text}. */
  static InputStream utf8(InputStream in) throws IOException {
    InputStream marked = in.markSupported() ? in : new BufferedInputStream(in, 1 << 16);
    marked.mark(SAMPLE);
    Charset charset = charset(marked.readNBytes(SAMPLE));
    marked.reset();
    return charset.equals(StandardCharsets.UTF_8) ? marked : new Transcoded(marked, charset);
  }

  private static Charset charset(byte[] b) {
    if (b.length >= 2) {
      int first = (b[0] & 0xff) << 8 | (b[1] & 0xff);
      if (first == 0xfeff) {
        return StandardCharsets.UTF_16BE;
      }
      if (first == 0xfffe) {
        return StandardCharsets.UTF_16LE;
      }
    }
    int even = 0;
    int odd = 0;
    int n = Math.min(b.length, SAMPLE) & ~1;
    for (int i = 0; i < n; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    if (n >= 16 && odd > n / 4 && even < n / 32) {
      return StandardCharsets.UTF_16LE;
    }
    return n >= 16 && even > n / 4 && odd < n / 32
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }
}
