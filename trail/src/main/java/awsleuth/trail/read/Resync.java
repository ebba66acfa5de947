package awsleuth.trail.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds in a window where to go on after what is no JSON. */
final class Resync {

  /** The first member of every event that CloudTrail writes. */
  private static final byte[] FIRST_NAME = "\"eventVersion\"".getBytes(StandardCharsets.US_ASCII);

  /** How much space may stand between a brace and the first name. */
  private static final int MOST_SPACE = 64;

  private final Window window;
  private int lines;

  Resync(Window window) {
    this.window = window;
  }

  /** How many lines ended in what was passed over last. */
  int lines() {
    return lines;
  }

  /**
   * Passes over the record at the window's place, of which the beginning cannot be read: to the
   * next event, or, outside of lists, to the next line where that comes first.
   *
   * @return false where nothing is found up to the end
   */
  boolean next(int depth) throws IOException {
    lines = 0;
    int self = window.at;
    int from = window.at + 1;
    int unseen = from;
    while (true) {
      byte[] b = window.bytes;
      for (int p = from; p < window.limit; p++) {
        if (b[p] == '\n' && p >= unseen) {
          lines++;
          if (depth == 0) {
            window.at = p + 1;
            return true;
          }
        } else if (b[p] == '"' && isFirstName(p) && brace(p) > self) {
          window.at = brace(p);
          lines -= Math.max(0, newlines(window.at, p));
          return true;
        }
      }
      int kept = Math.min(window.limit - window.at, MOST_SPACE + FIRST_NAME.length);
      self -= window.limit - kept;
      window.at = window.limit - kept;
      if (!window.more()) {
        window.at = window.limit;
        return false;
      }
      self = Math.max(-1, self);
      from = Math.max(self + 1, kept - FIRST_NAME.length + 1);
      unseen = kept;
    }
  }

  private int newlines(int from, int to) {
    int count = 0;
    for (int p = from; p < to; p++) {
      count += window.bytes[p] == '\n' ? 1 : 0;
    }
    return count;
  }

  private boolean isFirstName(int at) {
    int end = at + FIRST_NAME.length;
    return end <= window.limit
        && Arrays.equals(window.bytes, at, end, FIRST_NAME, 0, FIRST_NAME.length);
  }

  /** The brace before a first name; negative where there is none. */
  private int brace(int name) {
    for (int p = name - 1; p >= Math.max(0, name - MOST_SPACE); p--) {
      byte c = window.bytes[p];
      if (c == '{') {
        return p;
      }
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Passes over an object that is too large for the window, bracket by bracket.
   *
   * @return false where the stream ends before the object does
   */
  boolean behind(int depth) throws IOException {
    lines = 0;
    int open = 0;
    boolean string = false;
    boolean escape = false;
    while (true) {
      for (int p = window.at; p < window.limit; p++) {
        byte c = window.bytes[p];
        lines += c == '\n' ? 1 : 0;
        if (escape) {
          escape = false;
        } else if (string) {
          escape = c == '\\';
          string = c != '"';
        } else if (c == '"') {
          string = true;
        } else if (c == '{' || c == '[') {
          open++;
        } else if ((c == '}' || c == ']') && --open == 0) {
          window.at = p + 1;
          return true;
        }
      }
      window.at = window.limit;
      if (!window.more()) {
        return false;
      }
    }
  }

  /**
   * Goes to the next object of the line, or else behind the line.
   *
   * @return whether it is an object
   */
  boolean toObject() throws IOException {
    lines = 0;
    do {
      byte[] b = window.bytes;
      for (int p = window.at; p < window.limit; p++) {
        if (b[p] == '{' || b[p] == '\n') {
          lines = b[p] == '\n' ? 1 : 0;
          window.at = p + lines;
          return b[p] == '{';
        }
      }
      window.at = window.limit;
    } while (window.more());
    return false;
  }
}
