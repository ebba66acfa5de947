package awsleuth.collect.watch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A log of any length, of which the first and the last megabyte are kept: settings are said at its
 * beginning, the failure at its end.
 */
final class DebugLog {

  private static final int LARGEST = 1 << 20;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final Deque<byte[]> tail = new ArrayDeque<>();
  private int size;
  private boolean full;

  void add(byte[] line) {
    full |= head.size() + line.length > LARGEST;
    if (!full) {
      head.writeBytes(line);
      return;
    }
    tail.add(line);
    size += line.length;
    while (size > LARGEST) {
      size -= tail.removeFirst().length;
    }
  }

  String text() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toByteArray());
    tail.forEach(all::writeBytes);
    return all.toString(StandardCharsets.UTF_8);
  }
}
