package awsleuth.boto.call;

import java.util.ArrayList;
import java.util.List;

/** The words of Python source, as far as calls with literal arguments need them. */
final class PythonLexer {

  /** What a word is. */
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    BYTES,
    SIGN,
    END,
    WRONG
  }

  /**
   * A word.
   *
   * @param text of a string its value, of others as it is written
   * @param at where it begins, in characters
   * @param end where it has ended
   */
  record Token(Kind kind, String text, int at, int end) {

    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }
  }

  private final String source;
  private int at;

  private PythonLexer(String source) {
    this.source = source;
  }

  static List<Token> of(String source) {
    PythonLexer lexer = new PythonLexer(source);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
    } while (token.kind() != Kind.END && token.kind() != Kind.WRONG);
    return tokens;
  }

  private char peek(int ahead) {
    return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
  }

  private Token next() {
    skip();
    int start = at;
    if (at >= source.length()) {
      return new Token(Kind.END, "", at, at);
    }
    char c = source.charAt(at);
    if (c == '"' || c == '\'') {
      return string("", start);
    }
    if (Character.isJavaIdentifierStart(c) && c != '$') {
      return word(start);
    }
    if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      return number(start);
    }
    at += source.startsWith("**", at) ? 2 : 1;
    return new Token(Kind.SIGN, source.substring(start, at), start, at);
  }

  /** Spaces, ends of lines, comments and lines that are continued. */
  private void skip() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '#') {
        while (at < source.length() && source.charAt(at) != '\n') {
          at++;
        }
      } else if (Character.isWhitespace(c) || (c == '\\' && (peek(1) == '\n' || peek(1) == '\r'))) {
        at++;
      } else {
        return;
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Token word(int start) {
    while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
      at++;
    }
    String word = source.substring(start, at);
    boolean prefix = word.length() <= 2 && word.matches("[rRbBuUfF]{1,2}");
    if (prefix && (peek(0) == '"' || peek(0) == '\'')) {
      return string(word.toLowerCase(java.util.Locale.ROOT), start);
    }
    return new Token(Kind.NAME, word, start, at);
  }

  private Token number(int start) {
    while (at < source.length()) {
      char c = source.charAt(at);
      boolean exponent =
          (c == '+' || c == '-') && Character.toLowerCase(source.charAt(at - 1)) == 'e';
      boolean hex = source.startsWith("0x", start) || source.startsWith("0X", start);
      if (Character.isLetterOrDigit(c) || c == '_' || c == '.' || (exponent && !hex)) {
        at++;
      } else {
        break;
      }
    }
    return new Token(Kind.NUMBER, source.substring(start, at), start, at);
  }

  private Token string(String prefix, int start) {
    char quote = source.charAt(at);
    String three = String.valueOf(quote).repeat(3);
    boolean triple = source.startsWith(three, at);
    at += triple ? 3 : 1;
    int body = at;
    while (at < source.length()) {
      if (triple ? source.startsWith(three, at) : source.charAt(at) == quote) {
        String raw = source.substring(body, at);
        at += triple ? 3 : 1;
        return string(prefix, raw, start);
      }
      if (source.charAt(at) == '\n' && !triple) {
        break;
      }
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return new Token(Kind.WRONG, "a string that does not end", start, at);
  }

  private Token string(String prefix, String raw, int start) {
    boolean bytes = prefix.indexOf('b') >= 0;
    if (prefix.indexOf('f') >= 0 && raw.indexOf('{') >= 0) {
      return new Token(Kind.SIGN, "f-string", start, at);
    }
    String value = prefix.indexOf('r') >= 0 ? raw : PythonEscapes.undo(raw, bytes);
    return value == null
        ? new Token(Kind.SIGN, "string", start, at)
        : new Token(bytes ? Kind.BYTES : Kind.TEXT, value, start, at);
  }
}
