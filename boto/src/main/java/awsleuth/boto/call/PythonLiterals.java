package awsleuth.boto.call;

import awsleuth.boto.call.PythonLexer.Kind;
import awsleuth.boto.call.PythonLexer.Token;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads a literal of Python's, and calls of a few constructors with literals. */
final class PythonLiterals {

  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private int at;
  private final boolean partly;
  private int depth;
  private final List<Passed> passed = new ArrayList<>();

  /**
   * An expression that was passed over.
   *
   * @param from in characters
   * @param to where it has ended
   */
  record Passed(int from, int to) {}

  PythonLiterals(List<Token> tokens, int at) {
    this(tokens, at, false);
  }

  private PythonLiterals(List<Token> tokens, int at, boolean partly) {
    this.tokens = tokens;
    this.at = at;
    this.partly = partly;
  }

  /** A reader that puts {@link GivenCall#UNKNOWN} for what is no literal in lists and dicts. */
  static PythonLiterals partly(List<Token> tokens, int at) {
    return new PythonLiterals(tokens, at, true);
  }

  /** The value that a text is, such as {@code repr} gives; empty if it is no literal. */
  static Optional<PyValue> read(String text) {
    List<Token> tokens = PythonLexer.of(text);
    PythonLiterals literals = new PythonLiterals(tokens, 0);
    try {
      PyValue value = literals.value();
      return literals.token().kind() == Kind.END ? Optional.of(value) : Optional.empty();
    } catch (NoLiteral _) {
      return Optional.empty();
    }
  }

  /** The expressions for which {@link GivenCall#UNKNOWN} stands, in their order. */
  List<Passed> passed() {
    return List.copyOf(passed);
  }

  /** The first word behind what was read. */
  int at() {
    return at;
  }

  private Token token() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private Token take() {
    Token token = token();
    at++;
    return token;
  }

  private boolean took(String sign) {
    if (token().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  /** The value. */
  PyValue value() throws NoLiteral {
    if (++depth > DEEPEST) {
      throw new NoLiteral(token(), "too deep");
    }
    PyValue value = partly && depth > 1 ? readOrPass() : read();
    depth--;
    return value;
  }

  /** The value, or that it is not known, in front of what may follow a value. */
  private PyValue readOrPass() throws NoLiteral {
    int start = at;
    int deep = depth;
    int before = passed.size();
    try {
      PyValue value = read();
      if (ends()) {
        return value;
      }
    } catch (NoLiteral _) {
      depth = deep;
    }
    at = start;
    passed.subList(before, passed.size()).clear();
    pass();
    passed.add(new Passed(tokens.get(start).at(), tokens.get(at - 1).end()));
    return GivenCall.UNKNOWN;
  }

  private boolean ends() {
    Token t = token();
    return t.is(",") || t.is(":") || t.is(")") || t.is("]") || t.is("}");
  }

  private void pass() throws NoLiteral {
    int open = 0;
    while (open > 0 || !ends()) {
      Token t = take();
      if (t.kind() == Kind.END || t.kind() == Kind.WRONG) {
        throw new NoLiteral(t, "a value is missing");
      }
      boolean opens = t.is("(") || t.is("[") || t.is("{");
      boolean closes = t.is(")") || t.is("]") || t.is("}");
      open += opens ? 1 : closes ? -1 : 0;
    }
  }

  private PyValue read() throws NoLiteral {
    Token first = take();
    return switch (first.kind()) {
      case TEXT -> new Str(joined(first, Kind.TEXT));
      case BYTES -> new Bytes(joined(first, Kind.BYTES), false);
      case NUMBER -> PythonNumbers.of(first, false);
      case NAME -> name(first);
      case SIGN -> sign(first);
      case END, WRONG -> throw new NoLiteral(first, "a value is missing");
    };
  }

  /** Strings beside each other are one. */
  private String joined(Token first, Kind kind) throws NoLiteral {
    StringBuilder all = new StringBuilder(first.text());
    while (token().kind() == kind) {
      all.append(take().text());
    }
    if (token().kind() == Kind.TEXT || token().kind() == Kind.BYTES) {
      throw new NoLiteral(token(), "text and bytes cannot be joined");
    }
    return all.toString();
  }

  private PyValue sign(Token sign) throws NoLiteral {
    return switch (sign.text()) {
      case "[" -> new PyList(items("]"));
      case "(" -> brackets();
      case "{" -> braces();
      case "-", "+" -> {
        if (token().kind() != Kind.NUMBER) {
          throw new NoLiteral(sign, "an expression");
        }
        yield PythonNumbers.of(take(), sign.text().equals("-"));
      }
      default -> throw new NoLiteral(sign, "an expression");
    };
  }

  private List<PyValue> items(String close) throws NoLiteral {
    List<PyValue> items = new ArrayList<>();
    while (!took(close)) {
      items.add(value());
      if (!took(",") && !token().is(close)) {
        throw new NoLiteral(token(), "an expression");
      }
    }
    return items;
  }

  /** A tuple, or a value in brackets. */
  private PyValue brackets() throws NoLiteral {
    if (took(")")) {
      return new Tuple(List.of());
    }
    PyValue first = value();
    if (took(")")) {
      return first;
    }
    List<PyValue> items = new ArrayList<>(List.of(first));
    if (!took(",")) {
      throw new NoLiteral(token(), "an expression");
    }
    items.addAll(items(")"));
    return new Tuple(items);
  }

  private PyValue braces() throws NoLiteral {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    List<PyValue> members = new ArrayList<>();
    while (!took("}")) {
      if (partly && took("**")) {
        pass();
        entries.put(GivenCall.UNKNOWN, GivenCall.UNKNOWN);
        took(",");
        continue;
      }
      PyValue key = value();
      if (members.isEmpty() && took(":")) {
        entries.put(key, value());
      } else if (entries.isEmpty()) {
        members.add(key);
      } else {
        throw new NoLiteral(token(), "an expression");
      }
      if (!took(",") && !token().is("}")) {
        throw new NoLiteral(token(), "an expression");
      }
    }
    return members.isEmpty() ? new Dict(entries) : new PySet(members);
  }

  private PyValue name(Token name) throws NoLiteral {
    StringBuilder dotted = new StringBuilder(name.text());
    while (token().is(".") && tokens.get(at + 1).kind() == Kind.NAME) {
      at++;
      dotted.append('.').append(take().text());
    }
    return switch (dotted.toString()) {
      case "True" -> new Bool(true);
      case "False" -> new Bool(false);
      case "None" -> new PyValue.None();
      default -> {
        if (!took("(")) {
          throw new NoLiteral(name, "a name");
        }
        yield PythonConstructors.make(dotted.toString(), arguments(), name);
      }
    };
  }

  /** The arguments of a constructor; those that are named have their names before them. */
  private List<PythonConstructors.Argument> arguments() throws NoLiteral {
    List<PythonConstructors.Argument> all = new ArrayList<>();
    while (!took(")")) {
      String name = "";
      if (token().kind() == Kind.NAME && tokens.get(at + 1).is("=")) {
        name = take().text();
        at++;
      }
      boolean zone = name.equals("tzinfo") || (name.isEmpty() && zoneNext());
      if (zone) {
        utc();
        all.add(new PythonConstructors.Argument("tzinfo", new Str("UTC")));
      } else {
        all.add(new PythonConstructors.Argument(name, value()));
      }
      if (!took(",") && !token().is(")")) {
        throw new NoLiteral(token(), "an expression");
      }
    }
    return all;
  }

  private boolean zoneNext() {
    return token().kind() == Kind.NAME
        && (token().text().equals("timezone") || token().text().equals("UTC"));
  }

  /** {@code timezone.utc}, {@code datetime.timezone.utc} or {@code UTC}. */
  private void utc() throws NoLiteral {
    Token last = take();
    while (token().is(".")) {
      at++;
      last = take();
    }
    if (!last.text().equalsIgnoreCase("utc")) {
      throw new NoLiteral(last, "a time zone");
    }
  }
}
