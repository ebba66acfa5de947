package awsleuth.trail.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a window where to go on after what is no JSON. */
final class Resync {

  /**
   * The first member of every event that CloudTrail writes, and of those whose members were sorted.
   */
  private static final List<byte[]> FIRST_NAMES =
      Stream.of("eventVersion", "awsRegion", "additionalEventData", "apiVersion")
          .map(name -> ("\"" + name + "\"").getBytes(StandardCharsets.US_ASCII))
          .toList();

  private static final int LONGEST_NAME =
      FIRST_NAMES.stream().mapToInt(name -> name.length).max().orElse(0);

  /** How much space may stand between a brace and the first name. */
  private static final int MOST_SPACE = 64;

  private final Window window;
  private int lines;
  private long passed;

  Resync(Window window) {
    this.window = window;
  }

  /** How many lines ended in what was passed over last. */
  int lines() {
    return lines;
  }

  /** How many bytes were passed over last. */
  long passed() {
    return passed;
  }

  /**
   * Passes over the record at the window's place, which is no JSON: to the next event, or, outside
   * of lists, to the next line where that comes first.
   *
   * @return false where nothing is found up to the end
   */
  boolean next(int depth) throws IOException {
    return pass(depth, null, 0);
  }

  /**
   * Passes over the record at the window's place, whose end was not found: to its last bracket, or
   * to the next event, or, outside of lists, to a line that begins with a brace, what comes first.
   *
   * @param blind the place in the window before which events are not looked for
   * @return false where nothing is found up to the end
   */
  boolean behind(int depth, int blind) throws IOException {
    return pass(depth, new Brackets(), blind);
  }

  private boolean pass(int depth, @Nullable Brackets brackets, int blind) throws IOException {
    lines = 0;
    passed = -window.at;
    int self = window.at;
    int from = brackets == null ? self + 1 : self;
    int unseen = from;
    int seeing = blind;
    while (true) {
      for (int p = from; p < window.limit; p++) {
        byte c = window.bytes[p];
        if (c == '"' && p >= seeing && isFirstName(p) && brace(p) > self) {
          lines -= Math.max(0, newlines(brace(p), p));
          return arrive(brace(p));
        }
        if (p < unseen) {
          continue;
        }
        lines += c == '\n' ? 1 : 0;
        if (brackets == null) {
          if (c == '\n' && depth == 0) {
            return arrive(p + 1);
          }
        } else if (depth == 0 && p > Math.max(self, seeing) && isLine(p)) {
          return arrive(p);
        } else if (brackets.end(c)) {
          return arrive(p + 1);
        }
      }
      int kept = Math.min(window.limit - window.at, MOST_SPACE + LONGEST_NAME);
      int shift = window.limit - kept;
      passed += shift;
      self -= shift;
      seeing -= shift;
      window.at = shift;
      if (!window.more()) {
        window.at = window.limit;
        return false;
      }
      self = Math.max(-1, self);
      from = Math.max(self + 1, kept - LONGEST_NAME + 1);
      unseen = kept;
    }
  }

  private boolean arrive(int at) {
    window.at = at;
    passed += at;
    return true;
  }

  /** Whether an object begins with a line. */
  private boolean isLine(int at) {
    return at > 0 && window.bytes[at] == '{' && window.bytes[at - 1] == '\n';
  }

  /** The brackets of an object that are open, from its first on. */
  private static final class Brackets {
    private int open;
    private boolean string;
    private boolean escape;

    /** Takes the next byte; whether it is the object's last. */
    boolean end(byte c) {
      if (escape) {
        escape = false;
      } else if (string) {
        escape = c == '\\';
        string = c != '"';
      } else if (c == '"') {
        string = true;
      } else if (c == '{' || c == '[') {
        open++;
      } else if (c == '}' || c == ']') {
        return --open == 0;
      }
      return false;
    }
  }

  /** How many lines end between two places of the window. */
  int newlines(int from, int to) {
    int count = 0;
    for (int p = from; p < to; p++) {
      count += window.bytes[p] == '\n' ? 1 : 0;
    }
    return count;
  }

  private boolean isFirstName(int at) {
    for (byte[] name : FIRST_NAMES) {
      int end = at + name.length;
      if (end <= window.limit && Arrays.equals(window.bytes, at, end, name, 0, name.length)) {
        return true;
      }
    }
    return false;
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
