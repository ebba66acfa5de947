package awsleuth.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of tab-separated fields, sorted by the bytes of their first field, read in place.
 *
 * <p>A look-up is a binary search over the bytes, so that opening costs nothing. Every line ends
 * with a line feed; a first field occurs once. Fields are escaped by {@link Fields}.
 */
final class SortedLines {

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final boolean folded;

  private SortedLines(byte[] bytes, int from, int to, boolean folded) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.folded = folded;
  }

  /** The lines from an offset to before another. */
  static SortedLines of(byte[] bytes, int from, int to) {
    return new SortedLines(bytes, from, to, false);
  }

  static SortedLines of(byte[] bytes) {
    return new SortedLines(bytes, 0, bytes.length, false);
  }

  /**
   * The parts of a text whose first line has their sizes in bytes.
   *
   * @throws IllegalArgumentException if there are not as many or the text has another size
   */
  static List<SortedLines> parts(byte[] text, int count) {
    int start = 0;
    while (start < text.length && text[start] != '\n') {
      start++;
    }
    List<String> sizes = Fields.words(new String(text, 0, start, StandardCharsets.UTF_8));
    start++;
    List<SortedLines> parts = new ArrayList<>();
    for (String size : sizes) {
      parts.add(of(text, start, start + Integer.parseInt(size)));
      start += Integer.parseInt(size);
    }
    if (parts.size() != count || start != text.length) {
      throw new IllegalArgumentException("not a text of " + count + " parts");
    }
    return parts;
  }

  /**
   * These lines, which are sorted by their first field as {@link OperationNames#fold} gives it, and
   * found so.
   */
  SortedLines folded() {
    return new SortedLines(bytes, from, to, true);
  }

  /** The fields of the line whose first field is the key, the key included; empty if none. */
  List<String> find(String key) {
    byte[] wanted = Fields.escape(key).getBytes(StandardCharsets.UTF_8);
    int low = from;
    int high = to;
    while (low < high) {
      int start = lineStart((low + high) >>> 1, low);
      int order = compare(start, wanted);
      if (order == 0) {
        return fields(start);
      }
      if (order < 0) {
        low = lineEnd(start) + 1;
      } else {
        high = start;
      }
    }
    return List.of();
  }

  /** The first fields of all lines, in order. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (int at = from; at < to; at = lineEnd(at) + 1) {
      keys.add(Fields.unescape(text(at, keyEnd(at))));
    }
    return keys;
  }

  /** All lines, in order. */
  List<List<String>> all() {
    List<List<String>> all = new ArrayList<>();
    for (int at = from; at < to; at = lineEnd(at) + 1) {
      all.add(fields(at));
    }
    return all;
  }

  private List<String> fields(int start) {
    return Fields.split(text(start, lineEnd(start)));
  }

  private int lineStart(int at, int low) {
    int start = at;
    while (start > low && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private int keyEnd(int start) {
    int end = start;
    while (end < to && bytes[end] != '\n' && bytes[end] != '\t') {
      end++;
    }
    return end;
  }

  private int compare(int start, byte[] wanted) {
    int at = start;
    int i = 0;
    for (; at < to && bytes[at] != '\n' && bytes[at] != '\t'; at++) {
      int c = folded ? fold(bytes[at]) : bytes[at] & 0xff;
      if (c == 0) {
        continue;
      }
      if (i == wanted.length || c != (wanted[i] & 0xff)) {
        return i == wanted.length ? 1 : c - (wanted[i] & 0xff);
      }
      i++;
    }
    return i - wanted.length;
  }

  /** As {@link OperationNames#fold}; 0 for what that leaves out. */
  private static int fold(byte b) {
    if (b >= 'A' && b <= 'Z') {
      return b + 32;
    }
    return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') ? b : 0;
  }

  private String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
