package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts the bytes of one file, packed and unpacked, and stops what unpacks to too much. */
final class Meter {

  /** CloudTrail's JSON packs to a tenth or twentieth; gzip cannot do better than 1,032. */
  private static final long MOST_TIMES = 500;

  /** So much is fine whatever it was, unless there were many such files. */
  private static final long OFTEN_FINE = 256 << 20;

  private static final long ALWAYS_FINE = 16 << 20;

  /** So many bytes beyond what is plausible are gone through, of all files together. */
  static final long MOST_BEYOND = 4L << 30;

  private final LongAdder all;
  private final AtomicLong beyond;
  private final AtomicLong packed = new AtomicLong();
  private long unpacked;

  /**
   * Of a file.
   *
   * @param all where the bytes of all files are counted, as they are stored
   * @param beyond how many bytes beyond what is plausible the files before unpacked to
   */
  Meter(LongAdder all, AtomicLong beyond) {
    this.all = all;
    this.beyond = beyond;
  }

  /** The file's own bytes. */
  ByteSource stored(InputStream in) {
    return (buffer, offset, length) -> {
      int n = in.read(buffer, offset, length);
      if (n > 0) {
        packed.addAndGet(n);
        all.add(n);
      }
      return n;
    };
  }

  /** What they unpack to, once or once more: stopped where it becomes too much. */
  ByteSource bounded(ByteSource in) {
    return new ByteSource() {
      private long length;

      @Override
      public int read(byte[] buffer, int offset, int most) throws IOException {
        int n = in.read(buffer, offset, most);
        length += Math.max(0, n);
        long over = length - Math.max(ALWAYS_FINE, packed.get() * MOST_TIMES);
        if (over > 0) {
          long more = beyond.addAndGet(Math.min(over, n));
          if (length > OFTEN_FINE || more > MOST_BEYOND) {
            throw new Unpacking(
                "unpacks to more than " + MOST_TIMES + " times its size; reading stopped there");
          }
        }
        return n;
      }
    };
  }

  /** What is left when all is unpacked. */
  ByteSource counted(ByteSource in) {
    return (buffer, offset, length) -> {
      int n = in.read(buffer, offset, length);
      unpacked += Math.max(0, n);
      return n;
    };
  }

  /** How many bytes were read of the file. */
  long packed() {
    return packed.get();
  }

  /** How many bytes they were unpacked. */
  long unpacked() {
    return unpacked;
  }
}
