package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;

/** Unpacks zstd (RFC 8878), by its own library. To be closed. */
final class Zstd implements ByteSource, AutoCloseable {

  private final ZstdInputStreamNoFinalizer unpacked;

  /**
   * Of packed data.
   *
   * @throws IOException where the library is not for this machine
   */
  Zstd(ByteSource packed) throws IOException {
    try {
      unpacked = new ZstdInputStreamNoFinalizer(new SourceStream(packed));
    } catch (LinkageError e) {
      throw new Unpacking(
          "is packed with zstd, which cannot be unpacked on this machine; unpack it with"
              + " `zstdcat`");
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return unpacked.read(buffer, offset, length);
    } catch (com.github.luben.zstd.ZstdIOException e) {
      throw new Unpacking(
          String.valueOf(e.getMessage()).contains("Truncated")
              ? "its zstd data ends too early; what comes before is read"
              : "its zstd data is damaged; what comes before is read");
    }
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }
}
