package awsleuth.iam.repair;

import awsleuth.iam.policy.Position;
import java.util.Optional;

/** Where the members of an object stand in a text of sound JSON. */
final class Members {

  private final String text;

  Members(String text) {
    this.text = text;
  }

  /**
   * One member.
   *
   * @param key offset of the quote that its key begins with
   * @param value offset of its value's first character
   * @param end offset after its value
   */
  record Member(int key, int value, int end) {}

  /** The member of an object with this key as it is written; empty where there is none. */
  Optional<Member> find(Position object, String key) {
    int i = object.start() + 1;
    while (i < object.end()) {
      int open = text.indexOf('"', i);
      if (open < 0 || open >= object.end()) {
        return Optional.empty();
      }
      int close = endOfString(open);
      int value = space(text.indexOf(':', close) + 1);
      int end = endOfValue(value, object.end() - 1);
      if (text.substring(open + 1, close - 1).equals(key)) {
        return Optional.of(new Member(open, value, end));
      }
      i = end;
    }
    return Optional.empty();
  }

  /** The next offset at which no white space stands. */
  int space(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int endOfString(int open) {
    int i = open + 1;
    while (text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private int endOfValue(int from, int limit) {
    int depth = 0;
    int i = from;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '"') {
        i = endOfString(i);
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth == 0 && c == ',') {
          return i;
        }
        i++;
      }
      if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
        return i;
      }
    }
    return i;
  }
}
