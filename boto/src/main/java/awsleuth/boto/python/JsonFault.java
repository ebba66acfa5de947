package awsleuth.boto.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first thing in a text that is not JSON, in plain words that do not quote the text. */
final class JsonFault {

  /** What may stand in a place. */
  private enum Wanted {
    VALUE,
    VALUE_OR_END,
    NAME,
    NAME_OR_END,
    COLON,
    COMMA_OR_END,
    NOTHING
  }

  private record Opened(char bracket, int at) {}

  /**
   * A fault.
   *
   * @param at where, in characters
   */
  private record Found(int at, String why) {}

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][-+]?[0-9]++)?");
  private static final Pattern WORD = Pattern.compile("[-+.\\p{L}\\p{N}_$]++");
  private static final List<String> WORDS =
      List.of("true", "false", "null", "NaN", "Infinity", "-Infinity");

  private final String text;
  private final Deque<Opened> open = new ArrayDeque<>();
  private Wanted wanted = Wanted.VALUE;
  private int at;

  private JsonFault(String text) {
    this.text = text;
  }

  /** The fault with its place; empty where the text is JSON after all. */
  static Optional<TypedJson.Unreadable> in(String text) {
    return Optional.ofNullable(new JsonFault(text).first())
        .map(f -> {
          String before = text.substring(0, f.at());
          int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
          int start = before.lastIndexOf('\n') + 1;
          int column = 1 + before.codePointCount(start, before.length());
          return new TypedJson.Unreadable(line, column, "not valid JSON: " + f.why());
        });
  }

  private @Nullable Found first() {
    while (true) {
      while (at < text.length() && " \t\r\n\ufeff".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == text.length()) {
        return end();
      }
      Found found = sign(text.charAt(at));
      if (found != null) {
        return found;
      }
    }
  }

  private Found here(String why) {
    return new Found(at, why);
  }

  private @Nullable Found end() {
    if (!open.isEmpty()) {
      return here("the text ends here: " + missing(open.peek()) + " is missing");
    }
    return wanted == Wanted.NOTHING ? null : here("a value is missing");
  }

  private String missing(Opened opened) {
    String before = text.substring(0, opened.at());
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = opened.at() - before.lastIndexOf('\n');
    return "`%s` for the `%s` of line %d, column %d"
        .formatted(closing(opened.bracket()), opened.bracket(), line, column);
  }

  private static char closing(char bracket) {
    return bracket == '{' ? '}' : ']';
  }

  private @Nullable Found sign(char c) {
    return switch (c) {
      case '{', '[' -> opens(c);
      case '}', ']' -> closes(c);
      case ',' -> comma();
      case ':' -> colon();
      case '"' -> string();
      case '\'' -> misplaced("a single quote, where JSON wants double ones");
      case '\u201c', '\u201d', '\u2018', '\u2019' ->
          misplaced("a typographic quote, where JSON wants plain double ones");
      case '/', '#' -> here("a comment, which JSON has not");
      case '=' -> here("an equals sign; JSON wants a colon between a name and its value");
      case '(', ')' -> here("a round bracket; JSON has `{}` and `[]` alone");
      default -> word();
    };
  }

  /** What is wrong with a value that begins here: a comma or colon is missing, or how it begins. */
  private Found misplaced(String why) {
    String before = before();
    return here(before.isEmpty() ? why : before);
  }

  private String before() {
    return switch (wanted) {
      case COMMA_OR_END -> "a comma is missing before this";
      case COLON -> "a colon is missing between a name and this";
      case NOTHING -> "more follows after the value";
      case VALUE, VALUE_OR_END, NAME, NAME_OR_END -> "";
    };
  }

  private boolean wantsName() {
    return wanted == Wanted.NAME || wanted == Wanted.NAME_OR_END;
  }

  private void read() {
    wanted = wantsName() ? Wanted.COLON : open.isEmpty() ? Wanted.NOTHING : Wanted.COMMA_OR_END;
  }

  private @Nullable Found opens(char c) {
    if (!before().isEmpty()) {
      return here(before());
    }
    if (wantsName()) {
      return here("a name in double quotes is wanted here");
    }
    open.push(new Opened(c, at++));
    wanted = c == '{' ? Wanted.NAME_OR_END : Wanted.VALUE_OR_END;
    return null;
  }

  private @Nullable Found closes(char c) {
    if (open.isEmpty()) {
      return here("`" + c + "` closes nothing");
    }
    if (closing(open.peek().bracket()) != c) {
      return here(missing(open.peek()) + " is missing before `" + c + "`");
    }
    boolean ends =
        wanted == Wanted.COMMA_OR_END
            || wanted == Wanted.NAME_OR_END
            || wanted == Wanted.VALUE_OR_END;
    if (!ends) {
      boolean comma = wanted == Wanted.NAME || (wanted == Wanted.VALUE && c == ']');
      return here(
          comma
              ? "the comma before `" + c + "` is one too many"
              : wanted == Wanted.COLON
                  ? "a colon and a value are missing before `" + c + "`"
                  : "a value is missing before `" + c + "`");
    }
    open.pop();
    at++;
    wanted = open.isEmpty() ? Wanted.NOTHING : Wanted.COMMA_OR_END;
    return null;
  }

  private @Nullable Found comma() {
    if (wanted != Wanted.COMMA_OR_END) {
      return here(
          wanted == Wanted.NOTHING
              ? before()
              : wanted == Wanted.COLON
                  ? "a colon and a value are missing before the comma"
                  : "something is missing before the comma");
    }
    at++;
    wanted = open.element().bracket() == '{' ? Wanted.NAME : Wanted.VALUE;
    return null;
  }

  private @Nullable Found colon() {
    if (wanted != Wanted.COLON) {
      boolean list = !open.isEmpty() && open.peek().bracket() == '[';
      return here(list ? "a colon in a list: names need `{}`" : "a colon without a name before it");
    }
    at++;
    wanted = Wanted.VALUE;
    return null;
  }

  private @Nullable Found string() {
    if (!before().isEmpty()) {
      return here(before());
    }
    int start = at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\n') {
        return new Found(start, "the quote is not closed in its line");
      }
      if (c < ' ') {
        return here("a control character in a text; it is written as an escape, a tab as \\t");
      }
      boolean known = c != '\\' || at + 1 == text.length() || escape(text.charAt(at + 1));
      if (!known) {
        return here("a backslash that begins no escape; a backslash itself is written twice");
      }
      at += c == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      return new Found(start, "the quote is not closed");
    }
    at++;
    read();
    return null;
  }

  /** Whether a character may follow a backslash. */
  private boolean escape(char c) {
    return c == 'u'
        ? at + 6 <= text.length() && text.substring(at + 2, at + 6).matches("[0-9A-Fa-f]{4}")
        : "\"\\/bfnrt".indexOf(c) >= 0;
  }

  private @Nullable Found word() {
    if (!before().isEmpty()) {
      return here(before());
    }
    Matcher word = WORD.matcher(text).region(at, text.length());
    if (!word.lookingAt()) {
      return here("a character that begins no value");
    }
    if (wantsName()) {
      return here("a name without double quotes");
    }
    String why = why(word.group());
    if (!why.isEmpty()) {
      return here(why);
    }
    at = word.end();
    read();
    return null;
  }

  /** What is wrong with a value that has no quotes; empty for one of JSON's. */
  private static String why(String word) {
    return switch (word) {
      case "True", "TRUE" -> "JSON writes Python's `True` as `true`";
      case "False", "FALSE" -> "JSON writes Python's `False` as `false`";
      case "None", "undefined", "nil" -> "JSON writes Python's `None` as `null`";
      default -> {
        boolean number = "+-.0123456789".indexOf(word.charAt(0)) >= 0;
        boolean known = WORDS.contains(word) || NUMBER.matcher(word).matches();
        yield known
            ? ""
            : number
                ? "a number that JSON writes otherwise, or a text without double quotes"
                : "a text without double quotes";
      }
    };
  }
}
