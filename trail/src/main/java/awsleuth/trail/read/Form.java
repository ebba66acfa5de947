package awsleuth.trail.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a file holds, as its beginning tells. */
enum Form {
  /** JSON values, one or many, or lines that have one each. */
  JSON,
  /** A table with a line of names. */
  TABLE,
  /** What Athena's API gives of a query. */
  RESULT_SET,
  /** Text. */
  LOG,
  /** Nothing at all. */
  EMPTY,
  /** Text of two bytes a letter. */
  UTF_16,
  /** Neither text nor JSON. */
  BINARY;

  private static final int HEAD = 128;
  private static final int MOST_HEADER = 16 << 10;

  /** How many bytes of the beginning tell it. */
  static final int BEGINNING = 64 << 10;

  /** Of the first bytes, unpacked, of which there are so many. */
  static Form of(byte[] start, int length) {
    if (length > 0 && start[0] == '{') {
      String head = new String(start, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
      return head.contains(ResultSet.NAME) ? RESULT_SET : JSON;
    }
    if (isUtf16(start, length)) {
      return UTF_16;
    }
    String text = new String(start, 0, length, StandardCharsets.UTF_8);
    String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
    int at = 0;
    while (at < bare.length() && Character.isWhitespace(bare.charAt(at))) {
      at++;
    }
    if (at == bare.length()) {
      return EMPTY;
    }
    if (bare.charAt(at) == '{' || isArray(bare.substring(at))) {
      return JSON;
    }
    if (bare.indexOf('\0') >= 0) {
      return BINARY;
    }
    if (isTable(bare)) {
      return TABLE;
    }
    return bare.contains("\"eventName\"") || bare.contains("\\\"eventName\\\"") ? JSON : LOG;
  }

  private static boolean isUtf16(byte[] start, int length) {
    int mark = length < 2 ? 0 : (start[0] & 0xff) << 8 | (start[1] & 0xff);
    return mark == 0xfffe || mark == 0xfeff;
  }

  /** Lines of logs and settings may begin with a bracket too: {@code [ERROR]}. */
  private static boolean isArray(String text) {
    return text.startsWith("[")
        && "{[]\"".indexOf(text.substring(1).stripLeading().concat(" ").charAt(0)) >= 0;
  }

  private static boolean isTable(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    String lower = header.toLowerCase(Locale.ROOT);
    return header.length() < MOST_HEADER
        && header.indexOf('{') < 0
        && (isOfEvents(lower) || RowJson.hasWhole(List.of(lower.split(",", -1))));
  }

  private static boolean isOfEvents(String header) {
    return header.contains("eventname")
        && header.contains("eventsource")
        && header.indexOf(',') >= 0;
  }
}
