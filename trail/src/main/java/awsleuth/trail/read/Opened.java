package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file's bytes, unpacked where it is packed by gzip or zstd. To be closed. */
final class Opened implements AutoCloseable {

  private static final int LARGEST_BUFFER = 128 << 10;
  private static final int SMALLEST_BUFFER = 4 << 10;
  private static final int MAGIC = 6;

  /** Logs are packed once, some twice. */
  private static final int DEEPEST = 3;

  private final List<AutoCloseable> layers = new ArrayList<>();
  private ByteSource bytes = Peeked.NONE;

  private final Whole whole;

  private Opened(Whole whole) {
    this.whole = whole;
  }

  /**
   * Opens a file.
   *
   * @param size how large it is, more or less
   * @param whole unpacks what can be unpacked as a whole, for one file at a time
   * @param ahead whether a second thread unpacks
   * @throws Unpacking where it is packed in a way that is not unpacked here
   * @throws IOException where it cannot be read
   */
  static Opened of(Entry file, long size, Whole whole, Meter meter, boolean ahead)
      throws IOException {
    Opened opened = new Opened(whole);
    try {
      opened.open(file, size, meter, ahead);
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void open(Entry file, long size, Meter meter, boolean ahead) throws IOException {
    InputStream in = file.open();
    layers.add(in);
    Peeked packed = Peeked.of(meter.stored(in), MAGIC);
    for (int deep = 0; deep < DEEPEST; deep++) {
      Optional<ByteSource> inner = unpacked(packed, deep == 0 ? size : Long.MAX_VALUE);
      if (inner.isEmpty()) {
        break;
      }
      packed = Peeked.of(meter.bounded(inner.get()), MAGIC);
    }
    ByteSource all = meter.counted(packed);
    if (ahead) {
      Ahead thread = new Ahead(all);
      layers.add(thread);
      all = thread;
    }
    bytes = all;
  }

  private Optional<ByteSource> unpacked(Peeked packed, long size) throws IOException {
    byte[] start = packed.start();
    if (starts(start, 0x1f, 0x8b)) {
      Whole.Tried tried = whole.of(packed, size);
      if (tried.done()) {
        return Optional.of(tried.bytes());
      }
      int buffer = Math.clamp(size, SMALLEST_BUFFER, LARGEST_BUFFER);
      Gzip gzip = new Gzip(tried.bytes(), buffer);
      layers.add(gzip);
      return Optional.of(gzip);
    }
    if (starts(start, 0x28, 0xb5, 0x2f, 0xfd)) {
      Zstd zstd = new Zstd(packed);
      layers.add(zstd);
      return Optional.of(zstd);
    }
    refuse(start, "xz", "xzcat", 0xfd, '7', 'z', 'X', 'Z');
    refuse(start, "bzip2", "bzcat", 'B', 'Z', 'h');
    refuse(start, "zip", "unzip -p", 'P', 'K', 3, 4);
    refuse(start, "lz4", "lz4cat", 4, 0x22, 0x4d, 0x18);
    return Optional.empty();
  }

  private static void refuse(byte[] start, String how, String command, int... magic)
      throws Unpacking {
    if (starts(start, magic)) {
      throw new Unpacking(
          "is packed with "
              + how
              + ", which is not unpacked here; unpack it with `"
              + command
              + "`");
    }
  }

  private static boolean starts(byte[] start, int... magic) {
    if (start.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((start[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** The unpacked bytes. */
  ByteSource bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (AutoCloseable layer : layers.reversed()) {
      try {
        layer.close();
      } catch (IOException e) {
        failure = e;
      } catch (Exception e) {
        failure = new IOException(e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
