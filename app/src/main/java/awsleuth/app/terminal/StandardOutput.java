package awsleuth.app.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The process's standard output. A failed write is remembered rather than thrown: print streams
 * swallow it, and whether it matters depends on what failed.
 */
public final class StandardOutput extends OutputStream {

  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
  private String failure = "";

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e.getMessage() == null ? "unknown reason" : e.getMessage();
      throw e;
    }
  }

  /**
   * Why output was lost; empty where none was, or where nobody wanted more of it: {@code head} and
   * pagers close their end of the pipe once they have enough.
   */
  public String failure() {
    return failure.contains("Broken pipe") ? "" : failure;
  }
}
