package awsleuth.app.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A stream in another charset, as UTF-8. */
final class Transcoded extends InputStream {

  private static final int CHARS = 1 << 15;

  private final Reader in;
  private final char[] chars = new char[CHARS];
  private byte[] bytes = new byte[0];
  private int at;

  /** A high surrogate whose other half is still to be read; 0 where there is none. */
  private char half;

  Transcoded(InputStream in, Charset charset) {
    this.in = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, n);
    at += n;
    return n;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int start = half == 0 ? 0 : 1;
      chars[0] = half;
      int n = in.read(chars, start, CHARS - start);
      if (n < 0 && start == 0) {
        return false;
      }
      int end = start + Math.max(n, 0);
      boolean cut = n > 0 && Character.isHighSurrogate(chars[end - 1]);
      half = cut ? chars[end - 1] : 0;
      bytes = new String(chars, 0, cut ? end - 1 : end).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
