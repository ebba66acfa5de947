package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as Python's {@code json.loads} reads it, its errors too.
 *
 * @see <a href="https://docs.python.org/3.11/library/json.html">json</a>
 */
public final class PythonJson {

  /** A nesting that Python's stack does not hold either. */
  private static final int DEEPEST = 900;

  private static final Pattern NUMBER =
      Pattern.compile("(-?(?:0|[1-9][0-9]*+))(\\.[0-9]++)?([eE][-+]?[0-9]++)?");

  private final String text;
  private int at;
  private int depth;

  private PythonJson(String text) {
    this.text = text;
  }

  /**
   * The value of a text.
   *
   * @throws NoJson where Python would raise {@code JSONDecodeError}
   */
  public static PyValue read(String text) throws NoJson {
    PythonJson json = new PythonJson(text);
    if (text.startsWith("\ufeff")) {
      throw json.wrong("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
    }
    json.space();
    PyValue value = json.value();
    json.space();
    if (json.at < text.length()) {
      throw json.wrong("Extra data", json.at);
    }
    return value;
  }

  private NoJson wrong(String what, int where) {
    int line = 1;
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < where; i = text.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    int column = text.codePointCount(start, where) + 1;
    int character = text.codePointCount(0, where);
    return new NoJson(
        "json.decoder.JSONDecodeError",
        what + ": line " + line + " column " + column + " (char " + character + ")");
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private PyValue value() throws NoJson {
    if (at >= text.length()) {
      throw wrong("Expecting value", at);
    }
    return switch (text.charAt(at)) {
      case '"' -> new Str(string());
      case '{' -> deeper(this::object);
      case '[' -> deeper(this::array);
      default -> word();
    };
  }

  private interface Reading {
    PyValue read() throws NoJson;
  }

  private PyValue deeper(Reading reading) throws NoJson {
    if (++depth > DEEPEST) {
      throw new NoJson(
          "RecursionError", "maximum recursion depth exceeded while decoding a JSON document");
    }
    PyValue value = reading.read();
    depth--;
    return value;
  }

  private PyValue word() throws NoJson {
    record Word(String text, PyValue value) {}
    for (Word word :
        List.of(
            new Word("null", new None()),
            new Word("true", new Bool(true)),
            new Word("false", new Bool(false)),
            new Word("NaN", new Real(Double.NaN)),
            new Word("Infinity", new Real(Double.POSITIVE_INFINITY)),
            new Word("-Infinity", new Real(Double.NEGATIVE_INFINITY)))) {
      if (text.startsWith(word.text(), at)) {
        at += word.text().length();
        return word.value();
      }
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw wrong("Expecting value", at);
    }
    at = number.end();
    return number.group(2) == null && number.group(3) == null
        ? new Int(new BigInteger(number.group(1)))
        : new Real(Double.parseDouble(number.group()));
  }

  private PyValue array() throws NoJson {
    at++;
    List<PyValue> items = new ArrayList<>();
    space();
    if (peek() == ']') {
      at++;
      return new PyList(items);
    }
    while (true) {
      items.add(value());
      space();
      if (peek() == ']') {
        at++;
        return new PyList(items);
      }
      comma();
      space();
    }
  }

  private void comma() throws NoJson {
    if (peek() != ',') {
      throw wrong("Expecting ',' delimiter", at);
    }
    at++;
  }

  private PyValue object() throws NoJson {
    at++;
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    space();
    if (peek() == '}') {
      at++;
      return new Dict(entries);
    }
    while (true) {
      if (peek() != '"') {
        throw wrong("Expecting property name enclosed in double quotes", at);
      }
      PyValue name = new Str(string());
      space();
      if (peek() != ':') {
        throw wrong("Expecting ':' delimiter", at);
      }
      at++;
      space();
      entries.put(name, value());
      space();
      if (peek() == '}') {
        at++;
        return new Dict(entries);
      }
      comma();
      space();
    }
  }

  private String string() throws NoJson {
    int begin = at++;
    StringBuilder out = new StringBuilder();
    while (true) {
      if (at >= text.length()) {
        throw wrong("Unterminated string starting at", begin);
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      if (c < ' ') {
        throw wrong("Invalid control character at", at);
      }
      at++;
      if (c == '\\') {
        escape(begin, out);
      } else {
        out.append(c);
      }
    }
  }

  private void escape(int begin, StringBuilder out) throws NoJson {
    if (at >= text.length()) {
      throw wrong("Unterminated string starting at", begin);
    }
    char c = text.charAt(at);
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      out.append("\"\\/\b\f\n\r\t".charAt(plain));
      at++;
    } else if (c == 'u') {
      unicode(out);
    } else {
      throw wrong("Invalid \\escape", at - 1);
    }
  }

  private void unicode(StringBuilder out) throws NoJson {
    int end = at + 5;
    boolean hex = end <= text.length();
    for (int i = at + 1; hex && i < end; i++) {
      hex = Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 0x80;
    }
    if (!hex) {
      throw wrong("Invalid \\uXXXX escape", at);
    }
    out.append((char) Integer.parseInt(text.substring(at + 1, end), 16));
    at = end;
  }
}
