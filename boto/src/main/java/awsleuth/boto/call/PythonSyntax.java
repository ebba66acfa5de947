package awsleuth.boto.call;

import awsleuth.boto.call.PythonLexer.Kind;
import awsleuth.boto.call.PythonLexer.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Python's grammar refuses in the brackets of a call: commas, values, quotes and brackets that
 * are missing. What stands behind the call is not looked at.
 */
final class PythonSyntax {

  private static final int SHOWN = 30;

  /** Words between values. */
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "not", "in", "is", "if", "else", "for", "lambda", "await", "async");

  /** What cannot stand in front of a comma or a closing bracket. */
  private static final Set<String> OPEN = Set.of("=", "+", "-", "/", "%", "|", "&");

  /** The end of a string whose closing quote is the next one's opening quote. */
  private static final Pattern SWALLOWED = Pattern.compile("(?s).*,\\s*(?:\\w+\\s*=|['\"]?)\\s*");

  private final String source;
  private final List<Token> tokens;
  private final Deque<Token> open = new ArrayDeque<>();
  private final Map<Integer, Set<String>> names = new HashMap<>();

  private PythonSyntax(String source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /**
   * Looks at a call that is a whole text.
   *
   * @throws NoLiteral at the first fault
   */
  static void checkWhole(String source, List<Token> tokens) throws NoLiteral {
    int end = check(source, tokens);
    if (end < tokens.size() && closes(tokens.get(end))) {
      throw new NoLiteral(tokens.get(end), "`" + tokens.get(end).text() + "` closes nothing");
    }
  }

  /**
   * Looks at a call that may stand in a larger text.
   *
   * @return the first word behind it
   * @throws NoLiteral at the first fault
   */
  static int check(String source, List<Token> tokens) throws NoLiteral {
    PythonSyntax syntax = new PythonSyntax(source, tokens);
    int i = 0;
    for (; i < tokens.size() && !syntax.behind(i); i++) {
      Token before = tokens.get(Math.max(0, i - 1));
      Optional<String> fault =
          i == 0 || syntax.open.isEmpty()
              ? Optional.empty()
              : syntax.between(before, tokens.get(i), i);
      boolean unclosed = tokens.get(i).kind() == Kind.WRONG && !syntax.open.isEmpty();
      if (fault.isPresent() || unclosed) {
        syntax.quote(tokens.size() - 1);
      }
      if (fault.isPresent()) {
        throw new NoLiteral(tokens.get(i), fault.get());
      }
      syntax.twice(i);
      syntax.bracket(tokens.get(i));
    }
    return i;
  }

  /** Refuses an argument that its call has already. */
  private void twice(int i) throws NoLiteral {
    Token name = tokens.get(i);
    Token opened = open.peek();
    boolean argument =
        opened != null
            && opened.is("(")
            && name.kind() == Kind.NAME
            && i + 2 < tokens.size()
            && (tokens.get(i - 1).is(",") || tokens.get(i - 1).is("("))
            && tokens.get(i + 1).is("=")
            && !tokens.get(i + 2).is("=");
    if (argument && !names.computeIfAbsent(opened.at(), _ -> new HashSet<>()).add(name.text())) {
      throw new NoLiteral(name, "`" + name.text() + "=` is given twice");
    }
  }

  /** Whether the call has ended before a word. */
  private boolean behind(int i) {
    boolean ended = i > 0 && open.isEmpty() && tokens.get(i - 1).is(")");
    Token t = tokens.get(i);
    return ended && !t.is(".") && !t.is("(") && !t.is("[");
  }

  /** Tells of a string that does not end, or of the one before it that ended too late. */
  private void quote(int last) throws NoLiteral {
    if (tokens.get(last).kind() != Kind.WRONG) {
      return;
    }
    for (int i = last - 1; i > 1; i--) {
      Token t = tokens.get(i);
      boolean string = t.kind() == Kind.TEXT || t.kind() == Kind.BYTES;
      boolean next =
          tokens.get(i + 1).kind() == Kind.NAME || tokens.get(i + 1).kind() == Kind.WRONG;
      if (string && next && SWALLOWED.matcher(t.text()).matches() && t.text().indexOf('=') > 0) {
        throw new NoLiteral(t, "the quote of " + shown(t) + " closes too late: one is missing");
      }
    }
    String quote = source.substring(tokens.get(last).at()).replaceAll("(?s)^\\w*(['\"]).*", "$1");
    throw new NoLiteral(tokens.get(last), "a string that does not end: `" + quote + "` is missing");
  }

  private void bracket(Token t) throws NoLiteral {
    if (t.is("(") || t.is("[") || t.is("{")) {
      open.push(t);
    } else if (closes(t) && open.isEmpty()) {
      throw new NoLiteral(t, "`" + t.text() + "` closes nothing");
    } else if (closes(t)) {
      Token opened = open.pop();
      if (!closing(opened).equals(t.text())) {
        throw new NoLiteral(t, missing(opened) + " is missing before `" + t.text() + "`");
      }
    } else if (t.kind() == Kind.END && !open.isEmpty()) {
      throw new NoLiteral(t, "the call does not end: " + missing(open.peek()) + " is missing");
    }
  }

  private static boolean closes(Token t) {
    return t.is(")") || t.is("]") || t.is("}");
  }

  private static String closing(Token opened) {
    return opened.is("(") ? ")" : opened.is("[") ? "]" : "}";
  }

  /** The bracket that closes another, with the place of that. */
  private String missing(Token opened) {
    String before = source.substring(0, opened.at());
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = opened.at() - before.lastIndexOf('\n');
    return "`%s` for the `%s` of line %d, column %d"
        .formatted(closing(opened), opened.text(), line, column);
  }

  /** What is wrong between two words beside each other. */
  private Optional<String> between(Token a, Token b, int at) {
    if (b.kind() == Kind.SIGN && "“”‘’„«»´".contains(b.text())) {
      return Optional.of("`" + b.text() + "` is no quote of Python's: ' or \" is missing");
    }
    if (isValue(a) && begins(b, a)) {
      boolean key = open.peek() != null && open.peek().is("{");
      boolean colon = key && afterKey(at) && !colonFollows(at);
      return Optional.of((colon ? "`:` or `,`" : "`,`") + " is missing before " + named(b, at));
    }
    boolean closed = closes(b) || b.is(",");
    boolean lost =
        (a.kind() == Kind.SIGN && OPEN.contains(a.text()))
            || (a.is(":") && open.peek() != null && open.peek().is("{") && !b.is("]"))
            || (b.is(",") && (a.is(",") || a.is("(") || a.is("[") || a.is("{")));
    return closed && lost
        ? Optional.of("a value is missing before `" + b.text() + "`")
        : Optional.empty();
  }

  private static boolean isString(Token t) {
    return t.kind() == Kind.TEXT
        || t.kind() == Kind.BYTES
        || (t.kind() == Kind.SIGN && t.text().endsWith("string"));
  }

  /** Whether a word ends a value. */
  private static boolean isValue(Token t) {
    return isString(t)
        || t.kind() == Kind.NUMBER
        || (t.kind() == Kind.NAME && !OPERATORS.contains(t.text()))
        || closes(t);
  }

  /** Whether a word begins another value where one has ended. */
  private static boolean begins(Token t, Token before) {
    return (isString(t) && !isString(before))
        || t.kind() == Kind.NUMBER
        || (t.kind() == Kind.NAME && !OPERATORS.contains(t.text()))
        || t.is("{");
  }

  /** Whether what stands before a word is the first behind a comma or the brace: a key. */
  private boolean afterKey(int at) {
    return at > 1 && (tokens.get(at - 2).is(",") || tokens.get(at - 2).is("{"));
  }

  private boolean colonFollows(int at) {
    return at + 1 < tokens.size() && tokens.get(at + 1).is(":");
  }

  private String named(Token t, int at) {
    boolean argument = t.kind() == Kind.NAME && tokens.get(at + 1).is("=");
    return argument ? "`" + t.text() + "=`" : shown(t);
  }

  private String shown(Token t) {
    String text = source.substring(t.at(), t.end()).replaceAll("\\s+", " ");
    return "`" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "`";
  }
}
