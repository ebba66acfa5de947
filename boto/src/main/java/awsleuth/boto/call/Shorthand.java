package awsleuth.boto.call;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The AWS CLI's shorthand, with what the CLI says where a text is none: {@code Key=a,Value=b},
 * {@code Key=a,b,Other=c}, {@code Key={A=b}}, {@code Key=[a,b]}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html">Shorthand
 *     syntax</a>
 * @see <a href="https://github.com/aws/aws-cli/blob/develop/awscli/shorthand.py">shorthand.py</a>
 */
final class Shorthand {

  private static final int DEEPEST = 100;

  private static final String NEVER_FIRST = " \"',=[{";
  private static final String NEVER_IN_FIRST = "\"',]}";
  private static final String NEVER_IN_LATER = "\"',=";

  private final String text;
  private int at;
  private int depth;

  private Shorthand(String text) {
    this.text = text;
  }

  /**
   * The value; all its ends are texts.
   *
   * @throws NoShorthand if the CLI refuses the text, or it is too deep
   */
  static Dict read(String text) throws NoShorthand {
    return new Shorthand(text).parameter();
  }

  private NoShorthand expected(String what, String received) {
    int place = at;
    return new NoShorthand(() ->
        "Expected: '%s', received: '%s' for input:\n%s".formatted(what, received, pointed(place)));
  }

  /** The text with a mark below a place in it. */
  private String pointed(int place) {
    int spaces = place - (text.lastIndexOf('\n', place - 1) + 1);
    int next = text.indexOf('\n', place);
    String mark = "\n" + " ".repeat(spaces) + "^";
    return next < 0 ? text + mark : text.substring(0, next) + mark + text.substring(next);
  }

  private boolean ended() {
    return at >= text.length();
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void space() {
    while (at < text.length() && " \t\n\r\u000b\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c) throws NoShorthand {
    if (!is(c)) {
      throw expected(String.valueOf(c), ended() ? "EOF" : text.substring(at, at + 1));
    }
    at++;
  }

  private void expectSpaced(char c) throws NoShorthand {
    space();
    expect(c);
    space();
  }

  private Dict parameter() throws NoShorthand {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    int last = 0;
    do {
      if (!entries.isEmpty()) {
        expectSpaced(',');
      }
      Str key = key();
      PyValue value = ended() ? new Str("") : isBracket() ? bracket() : csv();
      if (entries.putIfAbsent(key, value) != null) {
        int place = last + 1;
        throw new NoShorthand(() ->
            "Second instance of key \"%s\" encountered for input:\n%s\n"
                    .formatted(key.value(), pointed(place))
                + "This is often because there is a preceding \",\" instead of a space.");
      }
      last = at;
    } while (!ended());
    return new Dict(entries);
  }

  /** A key with its equals sign. */
  private Str key() throws NoShorthand {
    int start = at;
    while (!ended() && isOfKey(text.charAt(at))) {
      at++;
    }
    String key = text.substring(start, at);
    space();
    if (is('@')) {
      at++;
    }
    expectSpaced('=');
    return new Str(key);
  }

  private static boolean isOfKey(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "-_.#/:".indexOf(c) >= 0);
  }

  private boolean isBracket() {
    return is('[') || is('{');
  }

  private PyValue bracket() throws NoShorthand {
    if (++depth > DEEPEST) {
      throw new NoShorthand(() -> "");
    }
    PyValue value = is('[') ? list() : dict();
    depth--;
    return value;
  }

  private PyList list() throws NoShorthand {
    List<PyValue> items = new ArrayList<>();
    expectSpaced('[');
    while (!is(']')) {
      items.add(isBracket() ? bracket() : first());
      next(']');
    }
    expect(']');
    return new PyList(items);
  }

  private Dict dict() throws NoShorthand {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    expectSpaced('{');
    while (!is('}')) {
      Str key = key();
      PyValue value = isBracket() ? bracket() : first();
      next('}');
      entries.put(key, value);
    }
    expect('}');
    return new Dict(entries);
  }

  private void next(char close) throws NoShorthand {
    space();
    if (!is(close)) {
      expect(',');
      space();
    }
  }

  /** One value, or several with commas between them, up to the comma before the next key. */
  private PyValue csv() throws NoShorthand {
    Str first = first();
    space();
    if (!is(',')) {
      return first;
    }
    expectSpaced(',');
    List<PyValue> items = new ArrayList<>(List.of(first));
    boolean more = true;
    while (more) {
      try {
        Str item = later();
        space();
        more = !ended();
        if (more) {
          expectSpaced(',');
        }
        items.add(item);
      } catch (NoShorthand e) {
        if (ended()) {
          throw e;
        }
        at = text.lastIndexOf(',', at);
        more = false;
      }
    }
    return items.size() == 1 ? first : new PyList(items);
  }

  private Str first() throws NoShorthand {
    return is('\'') || is('"') ? quoted() : new Str(plain(NEVER_IN_FIRST));
  }

  private Str later() throws NoShorthand {
    if (is('\'') || is('"')) {
      return quoted();
    }
    int start = at;
    String plain = plain(NEVER_IN_LATER);
    if (at == start) {
      throw expected("<second>", "<none>");
    }
    return new Str(plain);
  }

  /** Characters that need no quotes, and commas behind a backslash. */
  private String plain(String never) {
    int start = at;
    while (!ended()
        && (text.startsWith("\\,", at)
            || (at == start ? isFirst(text.charAt(at)) : isLater(text.charAt(at), never)))) {
      at += text.startsWith("\\,", at) ? 2 : 1;
    }
    return text.substring(start, at).replace("\\,", ",").stripTrailing();
  }

  private static boolean isFirst(char c) {
    return c > ' ' && NEVER_FIRST.indexOf(c) < 0 && c != 0x7b;
  }

  private static boolean isLater(char c, String never) {
    boolean space = c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    return (c >= ' ' || space) && never.indexOf(c) < 0;
  }

  /**
   * A text in quotes. One behind a backslash does not end it, unless no other does: then the last
   * of them.
   */
  private Str quoted() throws NoShorthand {
    char quote = text.charAt(at);
    int end = -1;
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      boolean escaped =
          text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == quote;
      end = escaped ? i + 1 : end;
      i += escaped ? 2 : 1;
    }
    int close = i < text.length() ? i : end;
    if (close < 0) {
      throw expected(quote == '"' ? "<double quoted>" : "<singled quoted>", "<none>");
    }
    String inside = text.substring(at + 1, close);
    at = close + 1;
    return new Str(inside.replace("\\" + quote, String.valueOf(quote)).replace("\\\\", "\\"));
  }
}
