package awsleuth.boto.call;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The AWS CLI's shorthand: {@code Key=a,Value=b}, {@code Key=a,b,Other=c}, {@code Key={A=b}},
 * {@code Key=[a,b]}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html">Shorthand
 *     syntax</a>
 */
final class Shorthand {

  private static final int DEEPEST = 50;

  private final String text;
  private int at;
  private int depth;

  private Shorthand(String text) {
    this.text = text;
  }

  /** The value; all its ends are texts. Empty if it is not of that syntax. */
  static Optional<Dict> read(String text) {
    Shorthand shorthand = new Shorthand(text);
    Optional<Dict> read = shorthand.pairs('\0');
    return shorthand.at == text.length() ? read : Optional.empty();
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private Optional<Dict> pairs(char close) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    if (++depth > DEEPEST) {
      return Optional.empty();
    }
    while (peek() != close || (at < text.length() && close == '\0')) {
      int equals = key();
      if (equals < 0) {
        return Optional.empty();
      }
      String key = text.substring(at, equals).strip();
      at = equals + 1;
      Optional<PyValue> value = value(close);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      entries.put(new Str(key), value.get());
      if (peek() == ',') {
        at++;
      } else if (peek() != close) {
        return Optional.empty();
      }
    }
    depth--;
    return Optional.of(new Dict(entries));
  }

  /** Where the equals sign of a key is; -1 if none comes before something else. */
  private int key() {
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '=') {
        return i > at ? i : -1;
      }
      if (",{}[]".indexOf(c) >= 0) {
        return -1;
      }
      i++;
    }
    return -1;
  }

  private Optional<PyValue> value(char close) {
    if (peek() == '{') {
      at++;
      Optional<Dict> inner = pairs('}');
      at++;
      return inner.map(d -> d);
    }
    if (peek() == '[') {
      at++;
      return list().map(l -> l);
    }
    List<PyValue> items = new ArrayList<>(List.of(new Str(word(close))));
    while (peek() == ',' && !keyFollows()) {
      at++;
      if (at < text.length()) {
        items.add(new Str(word(close)));
      }
    }
    return Optional.of(items.size() == 1 ? items.getFirst() : new PyList(items));
  }

  private boolean keyFollows() {
    int before = at;
    at++;
    boolean key = key() >= 0;
    at = before;
    return key;
  }

  private Optional<PyList> list() {
    List<PyValue> items = new ArrayList<>();
    while (peek() != ']') {
      if (at >= text.length()) {
        return Optional.empty();
      }
      Optional<PyValue> item =
          peek() == '{' || peek() == '[' ? value(']') : Optional.of(new Str(word(']')));
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return Optional.of(new PyList(items));
  }

  /** A word, in quotes or to the next comma or closing bracket. */
  private String word(char close) {
    StringBuilder word = new StringBuilder();
    char quote = peek() == '"' || peek() == '\'' ? text.charAt(at++) : '\0';
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == '\0' ? c == ',' || (c == close && close != '\0') : c == quote) {
        break;
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    at += quote == '\0' ? 0 : 1;
    return word.toString();
  }
}
