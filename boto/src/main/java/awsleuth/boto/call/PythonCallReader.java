package awsleuth.boto.call;

import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.PythonLexer.Kind;
import awsleuth.boto.call.PythonLexer.Token;
import awsleuth.boto.call.PythonLink.Span;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a call of a boto3 client out of Python source: {@code s3.put_object(Bucket='b')}, {@code r
 * = boto3.client('s3').put_object(**{'Bucket': 'b'})}. Arguments that are no literals are told as
 * unread.
 */
public final class PythonCallReader {

  /** Characters of an expression that a message shows. */
  private static final int SHOWN = 40;

  private static final String NO_CALL =
      "this is no call such as s3.get_object(Bucket='b', Key='k')";

  private final String source;
  private final List<Token> tokens;
  private int at;
  private final LinkedHashMap<PyValue, PyValue> params = new LinkedHashMap<>();
  private final List<Unread> unread = new ArrayList<>();
  private @Nullable Chained chained;

  private PythonCallReader(String source) {
    this.source = source;
    this.tokens = PythonLexer.of(source);
  }

  /** Reads the one call that a text is. */
  public static GivenCall.Reading read(String source) {
    PythonCallReader reader = new PythonCallReader(source);
    try {
      return reader.statement();
    } catch (NoLiteral e) {
      return reader.wrong(e.token(), e.why());
    }
  }

  private Token token() {
    return tokens.get(at);
  }

  private GivenCall.Reading wrong(Token token, String why) {
    String before = source.substring(0, token.at());
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new GivenCall.Unreadable(line, token.at() - before.lastIndexOf('\n'), why);
  }

  private GivenCall.Reading statement() throws NoLiteral {
    PythonSyntax.check(source, tokens);
    beginning();
    return call();
  }

  /**
   * What may stand before the call: {@code return}, {@code await}, {@code print(}, a name that it
   * is given to.
   */
  private void beginning() {
    if (token().kind() == Kind.NAME
        && token().text().equals("print")
        && tokens.get(at + 1).is("(")) {
      at += 2;
    }
    while (token().kind() == Kind.NAME
        && (token().text().equals("return") || token().text().equals("await"))) {
      at++;
    }
    for (int i = at; i + 1 < tokens.size() && tokens.get(i).kind() == Kind.NAME; i += 2) {
      boolean assigns =
          tokens.get(i + 1).is("=") && i + 2 < tokens.size() && !tokens.get(i + 2).is("=");
      if (assigns) {
        at = i + 2;
        break;
      }
      if (!tokens.get(i + 1).is(".")) {
        break;
      }
    }
    if (token().kind() == Kind.NAME && token().text().equals("await")) {
      at++;
    }
  }

  /**
   * All names of the one chain of names and calls that a text is, in their order.
   *
   * @throws NoLiteral if it is none
   */
  static List<PythonLink> chain(String source) throws NoLiteral {
    PythonCallReader reader = new PythonCallReader(source);
    reader.chained = new Chained();
    PythonSyntax.checkWhole(source, reader.tokens);
    reader.beginning();
    List<PythonLink> links = new ArrayList<>();
    do {
      links.add(reader.link());
    } while (reader.token().is(".") && ++reader.at > 0);
    if (reader.token().kind() == Kind.WRONG) {
      throw new NoLiteral(reader.token(), reader.token().text());
    }
    return links;
  }

  private PythonLink link() throws NoLiteral {
    Token name = token();
    if (name.kind() != Kind.NAME) {
      throw new NoLiteral(name, NO_CALL);
    }
    at++;
    params.clear();
    unread.clear();
    chained = new Chained();
    int open = token().at();
    boolean called = token().is("(");
    if (called) {
      arguments();
    }
    return new PythonLink(
        name.text(),
        called,
        List.copyOf(chained.placed()),
        new Dict(new LinkedHashMap<>(params)),
        new Dict(chained.known()),
        List.copyOf(unread),
        open,
        List.copyOf(chained.spans()),
        called ? tokens.get(at - 1).at() : open);
  }

  private GivenCall.Reading call() throws NoLiteral {
    String receiver = "";
    String name = "";
    String service = "";
    while (true) {
      if (token().kind() != Kind.NAME) {
        return wrong(token(), NO_CALL);
      }
      receiver = name;
      name = token().text();
      at++;
      if (token().is("(")) {
        Token open = token();
        arguments();
        boolean factory = name.equals("client") || name.equals("resource");
        boolean last = !factory && !name.equals("Session");
        if (last || !token().is(".")) {
          return done(service.isEmpty() ? receiver : service, name, open);
        }
        if (factory && service.isEmpty() && positional instanceof Str s) {
          service = s.value();
        }
        params.clear();
        unread.clear();
      }
      if (!token().is(".")) {
        return wrong(token(), NO_CALL);
      }
      at++;
    }
  }

  private PyValue positional = new PyValue.None();

  private GivenCall.Reading done(String service, String operation, Token open) {
    if (token().kind() == Kind.WRONG) {
      return wrong(token(), token().text());
    }
    if (!(positional instanceof PyValue.None)) {
      return wrong(open, "a boto3 operation takes its parameters by name");
    }
    return new GivenCall.Read(
        GivenCall.of(service, operation, new Dict(params), List.copyOf(unread)));
  }

  /** From the opening bracket to behind the closing one. */
  private void arguments() throws NoLiteral {
    at++;
    positional = new PyValue.None();
    while (!token().is(")")) {
      int first = at;
      argument();
      if (chained != null) {
        chained.spans().add(span(first));
      }
      if (token().is(",")) {
        at++;
      } else if (!token().is(")")) {
        throw new NoLiteral(
            token(), token().kind() == Kind.WRONG ? token().text() : "`,` or `)` is missing here");
      }
    }
    at++;
  }

  /** Where the argument stands that was just read. */
  private Span span(int start) {
    Token first = tokens.get(start);
    boolean named = first.kind() == Kind.NAME && tokens.get(start + 1).is("=");
    String name = named ? first.text() : first.is("**") ? "**" : "";
    int value = named ? tokens.get(start + 2).at() : first.at();
    return new Span(name, first.at(), value, tokens.get(at - 1).end());
  }

  private void argument() throws NoLiteral {
    Token first = token();
    boolean named = first.kind() == Kind.NAME && tokens.get(at + 1).is("=");
    boolean spread = first.is("**");
    at += named ? 2 : spread ? 1 : 0;
    int start = at;
    try {
      PythonLiterals literals = new PythonLiterals(tokens, at);
      PyValue value = literals.value();
      at = literals.at();
      if (!token().is(",") && !token().is(")")) {
        throw new NoLiteral(token(), "an expression");
      }
      give(named, spread, first, value);
    } catch (NoLiteral e) {
      at = start;
      String written = (spread ? "**" : "") + pass();
      if (chained != null) {
        chained.partly(tokens, start, at, named ? first.text() : "", spread);
      }
      String shown = written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written;
      unread.add(
          new Unread(
              named ? first.text() : "", line(first), "`" + shown + "` is no literal", written));
    }
  }

  private void give(boolean named, boolean spread, Token first, PyValue value) throws NoLiteral {
    if (named) {
      params.put(new Str(first.text()), value);
    } else if (!spread) {
      positional = value;
      if (chained != null) {
        chained.placed().add(value);
      }
    } else if (value instanceof Dict d) {
      for (Map.Entry<PyValue, PyValue> e : d.entries().entrySet()) {
        params.put(e.getKey(), e.getValue());
      }
    } else {
      throw new NoLiteral(first, "what follows ** is no dict");
    }
  }

  private int line(Token token) {
    return 1 + (int) source.substring(0, token.at()).chars().filter(c -> c == '\n').count();
  }

  /** Passes over an argument that is no literal; gives it as it is written. */
  private String pass() throws NoLiteral {
    Token first = token();
    int depth = 0;
    while (depth > 0 || (!token().is(",") && !token().is(")"))) {
      if (token().kind() == Kind.END || token().kind() == Kind.WRONG) {
        throw new NoLiteral(
            token(), token().kind() == Kind.END ? "the call does not end" : token().text());
      }
      boolean opens = token().is("(") || token().is("[") || token().is("{");
      boolean closes = token().is(")") || token().is("]") || token().is("}");
      depth += opens ? 1 : closes ? -1 : 0;
      at++;
    }
    return source.substring(first.at(), token().at()).strip().replaceAll("\\s+", " ");
  }
}
