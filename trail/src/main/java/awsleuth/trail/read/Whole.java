package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Unpacks gzip files that are not large as a whole, in buffers that serve for many files, one after
 * the other.
 */
final class Whole {

  private static final int MOST_PACKED = 4 << 20;
  private static final int MOST_UNPACKED = 48 << 20;
  private static final int SMALLEST = 18;

  private byte[] packed = new byte[256 << 10];
  private byte[] unpacked = new byte[0];

  /**
   * What came of a file.
   *
   * @param done whether the bytes are the unpacked ones; else they are the file's own, all of them
   */
  record Tried(boolean done, ByteSource bytes) {}

  /**
   * Unpacks a file, if it can be done as a whole.
   *
   * @param size of the file, more or less
   */
  Tried of(ByteSource file, long size) throws IOException {
    Optional<Libdeflate> library = Libdeflate.system();
    if (library.isEmpty() || size > MOST_PACKED) {
      return new Tried(false, file);
    }
    int length = all(file, (int) size);
    int told = told(length);
    if (length >= packed.length || told < 0 || told > Math.min(MOST_UNPACKED, 500L * length)) {
      return behind(length, file);
    }
    if (unpacked.length < told) {
      unpacked = new byte[Math.max(told, Math.min(2 * unpacked.length, MOST_UNPACKED))];
    }
    int n = library.get().unpack(packed, length, unpacked);
    return n == told ? new Tried(true, bytes(unpacked, n)) : behind(length, file);
  }

  /** Reads the file; as many bytes as there is room for where it is larger than it was. */
  private int all(ByteSource file, int size) throws IOException {
    if (packed.length <= size) {
      packed = new byte[size + 1];
    }
    int length = 0;
    while (length < packed.length) {
      int n = file.read(packed, length, packed.length - length);
      if (n < 0) {
        break;
      }
      length += n;
    }
    return length;
  }

  /** How many bytes the end of the data says that it unpacks to; negative where it does not. */
  private int told(int length) {
    if (length < SMALLEST) {
      return -1;
    }
    int told = 0;
    for (int i = 1; i <= 4; i++) {
      told = told << 8 | (packed[length - i] & 0xff);
    }
    return told;
  }

  /** The packed bytes again. */
  private Tried behind(int length, ByteSource file) {
    return new Tried(false, Peeked.behind(Arrays.copyOf(packed, length), file));
  }

  private static ByteSource bytes(byte[] all, int length) {
    int[] at = {0};
    return (buffer, offset, most) -> {
      int n = Math.min(most, length - at[0]);
      if (n == 0) {
        return -1;
      }
      System.arraycopy(all, at[0], buffer, offset, n);
      at[0] += n;
      return n;
    };
  }
}
