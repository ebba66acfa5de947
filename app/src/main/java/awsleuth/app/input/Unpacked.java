package awsleuth.app.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A stream, or what it unpacks to where it begins as gzip does. Packed data that is cut short or
 * damaged gives what comes before that place; {@link #damage} tells.
 */
final class Unpacked extends InputStream {

  private static final int SAMPLE = 8;
  private static final int BUFFER = 1 << 16;

  /** Logs are packed once, some twice. */
  private static final int DEEPEST = 3;

  /** Another packing: how it begins, byte by byte, and what unpacks it. */
  private record Other(String name, String command, String start) {}

  private static final List<Other> OTHERS =
      List.of(
          new Other("xz", "xzcat", "\u00fd7zXZ\0"),
          new Other("zstd", "zstdcat", "(\u00b5/\u00fd"),
          new Other("lz4", "lz4cat", "\u0004\"M\u0018"),
          new Other("zip", "unzip -p", "PK\u0003\u0004"),
          new Other("7-Zip", "7z e -so", "7z\u00bc\u00af'\u001c"));

  private static final Other BZIP2 = new Other("bzip2", "bzcat", "BZh");

  /** bzip2's blocks begin with the digits of pi, after a digit that tells their size. */
  private static final String PI = "1AY&";

  private final InputStream in;
  private final @Nullable Unpacked packed;
  private String damage = "";

  /**
   * Of a stream.
   *
   * @param packed what the stream was unpacked from, whose damage counts too; null where it was not
   */
  private Unpacked(InputStream in, @Nullable Unpacked packed) {
    this.in = in;
    this.packed = packed;
  }

  /**
   * Begins to read.
   *
   * @throws InputException where the stream is packed in a way that is not unpacked here
   * @throws IOException where it cannot be read
   */
  static Unpacked of(InputStream in) throws IOException, InputException {
    return of(in, null, DEEPEST);
  }

  private static Unpacked of(InputStream in, @Nullable Unpacked packed, int times)
      throws IOException, InputException {
    InputStream marked = in.markSupported() ? in : new BufferedInputStream(in, BUFFER);
    marked.mark(SAMPLE);
    byte[] start = marked.readNBytes(SAMPLE);
    marked.reset();
    Optional<Other> other = other(new String(start, StandardCharsets.ISO_8859_1));
    if (other.isPresent()) {
      throw new InputException(
          "packed with "
              + other.get().name
              + ", which is not unpacked here; unpack it with `"
              + other.get().command
              + " FILE`");
    }
    boolean gzip = start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
    if (gzip && times == 0) {
      throw new InputException("packed with gzip more than " + DEEPEST + " times");
    }
    if (!gzip) {
      return new Unpacked(marked, packed);
    }
    Unpacked unpacked = new Unpacked(gzip(marked), packed);
    return of(unpacked, unpacked, times - 1);
  }

  private static Optional<Other> other(String start) {
    if (start.startsWith(BZIP2.start) && start.startsWith(PI, BZIP2.start.length() + 1)) {
      return Optional.of(BZIP2);
    }
    return OTHERS.stream().filter(o -> start.startsWith(o.start)).findFirst();
  }

  private static InputStream gzip(InputStream in) throws IOException, InputException {
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (EOFException | ZipException e) {
      throw new InputException("its gzip data is damaged from the beginning");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (!damage.isEmpty()) {
      return -1;
    }
    try {
      return in.read(bytes, offset, length);
    } catch (EOFException e) {
      damage = "its gzip data ends too early; what there is was read";
      return -1;
    } catch (ZipException e) {
      damage = "its gzip data is damaged; what comes before that place was read";
      return -1;
    }
  }

  /** What is wrong with the packed data; empty where all was read so far. */
  String damage() {
    return damage.isEmpty() && packed != null ? packed.damage() : damage;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
