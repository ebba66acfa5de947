package awsleuth.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of tab-separated text sorted by their first column, looked up by binary search in the text
 * itself: opening costs no more than reading the bytes.
 */
final class SortedTable {

  private final String text;

  SortedTable(String text) {
    this.text = text;
  }

  static SortedTable resource(String name) {
    try (InputStream in = SortedTable.class.getResourceAsStream("pack/" + name)) {
      if (in == null) {
        throw new IllegalStateException("pack/" + name + " is not in the jar");
      }
      return new SortedTable(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rest of the row with this key; empty where there is no such row. */
  Optional<String> find(String key) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = lineStart((low + high) >>> 1);
      int order = compare(middle, key);
      if (order == 0) {
        int end = text.indexOf('\n', middle);
        return Optional.of(text.substring(middle + key.length() + 1, end));
      }
      if (order < 0) {
        low = text.indexOf('\n', middle) + 1;
      } else {
        high = middle;
      }
    }
    return Optional.empty();
  }

  private int lineStart(int position) {
    return text.lastIndexOf('\n', position - 1) + 1;
  }

  private int compare(int lineStart, String key) {
    int n = key.length();
    for (int i = 0; i < n; i++) {
      char c = text.charAt(lineStart + i);
      if (c == '\t' || c == '\n') {
        return -1;
      }
      if (c != key.charAt(i)) {
        return c - key.charAt(i);
      }
    }
    return text.charAt(lineStart + n) == '\t' ? 0 : 1;
  }

  /** The comma-separated values of a row; empty where there is no such row. */
  List<String> list(String key) {
    Optional<String> row = find(key);
    return row.isEmpty() ? List.of() : split(row.get(), ',');
  }

  /** All keys in order. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (int start = 0; start < text.length(); start = text.indexOf('\n', start) + 1) {
      keys.add(text.substring(start, text.indexOf('\t', start)));
    }
    return keys;
  }

  static List<String> split(String values, char separator) {
    List<String> out = new ArrayList<>();
    int start = 0;
    for (int end = values.indexOf(separator); end >= 0; end = values.indexOf(separator, start)) {
      out.add(values.substring(start, end));
      start = end + 1;
    }
    out.add(values.substring(start));
    return out;
  }
}
