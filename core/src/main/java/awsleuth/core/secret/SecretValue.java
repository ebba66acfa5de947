package awsleuth.core.secret;

import java.util.Locale;

/**
 * The value that begins at a place: quoted at any depth of escapes, in brackets, or bare.
 *
 * @param text the text that it stands in
 * @param from where it begins, after its quote
 * @param to the index after its last character
 * @param mask what is to stand for it
 */
record SecretValue(String text, int from, int to, String mask) {

  private static final int MOST_BLANKS = 200;
  private static final int NEAR = 300;
  private static final String ENDS = " \t\n\r\"'`<)}]&|";
  private static final String DUMPS = "json.dumps(";
  private static final String[] SCHEMES = {"bearer ", "basic ", "digest ", "token ", "aws "};

  /**
   * The value after a separator.
   *
   * @param quotedName whether the name before it was quoted, so that the value may stand on another
   *     line
   */
  static SecretValue after(String text, int separatorEnd, boolean quotedName) {
    return of(text, separatorEnd, quotedName, text.length());
  }

  /** The value after a separator as far as it is near. */
  static SecretValue near(String text, int separatorEnd) {
    return of(text, separatorEnd, true, Math.min(text.length(), separatorEnd + NEAR));
  }

  /** The value up to the next tag. */
  static SecretValue inTag(String text, int from) {
    int end = text.indexOf('<', from);
    return new SecretValue(text, from, end < 0 ? text.length() : end, Secrets.MASK);
  }

  /** The word that begins at a place. */
  static SecretValue word(String text, int from) {
    int start = skipSpaces(text, from);
    return new SecretValue(text, start, bareEnd(text, start, text.length()), Secrets.MASK);
  }

  private static SecretValue of(String text, int separatorEnd, boolean quotedName, int limit) {
    int start = quotedName ? skipBlanks(text, separatorEnd) : skipSpaces(text, separatorEnd);
    if (start < limit && (text.charAt(start) == '>' || text.charAt(start) == '=')) {
      start = skipSpaces(text, start + 1);
    }
    start = Math.min(limit, skipPrefix(text, skipDumps(text, start)));
    int quote = skipBackslashes(text, start);
    if (quote < limit && isQuote(text.charAt(quote))) {
      int from = scheme(text, quote + 1);
      int to = Math.max(from, quotedEnd(text, quote, quote - start, limit));
      return new SecretValue(text, from, to, Secrets.MASK);
    }
    int from = Math.min(limit, scheme(text, start));
    int typed = from < limit ? typedValue(text, from) : -1;
    if (typed > 0) {
      return of(text, typed, true, limit);
    }
    if (from < limit && "{[".indexOf(text.charAt(from)) >= 0) {
      String mask = quotedName ? "\"" + Secrets.MASK + "\"" : Secrets.MASK;
      return new SecretValue(text, from, bracketEnd(text, from, limit), mask);
    }
    int to = from > start ? lineEnd(text, from, limit) : bareEnd(text, from, limit);
    return new SecretValue(text, from, to, Secrets.MASK);
  }

  /** The value as it is written, without its quotes. */
  String written() {
    return text.substring(from, to);
  }

  /** The place after blanks and line breaks, escaped ones too. */
  static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < MOST_BLANKS) {
      int escaped = skipBackslashes(text, i);
      if (escaped > i && escaped < text.length() && "nrt".indexOf(text.charAt(escaped)) >= 0) {
        i = escaped + 1;
      } else if (text.charAt(i) <= ' ') {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length()
        && (text.charAt(i) == ' ' || text.charAt(i) == '\t')
        && i - from < MOST_BLANKS) {
      i++;
    }
    return i;
  }

  /** The colon after the quoted word {@code value} that begins at a place; -1 where none does. */
  static int colonAfterValue(String text, int from) {
    int word = skipBackslashes(text, from);
    if (word >= text.length()
        || !isQuote(text.charAt(word))
        || !(text.regionMatches(true, word + 1, "value", 0, 5)
            || text.startsWith("ParameterValue", word + 1))) {
      return -1;
    }
    return text.indexOf(':', word, Math.min(text.length(), word + 30));
  }

  /** The place after {@code json.dumps(}, whose argument is the value. */
  private static int skipDumps(String text, int from) {
    return text.startsWith(DUMPS, from) ? from + DUMPS.length() : from;
  }

  /** The place after {@code b} or another prefix of a Python string. */
  private static int skipPrefix(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < 2 && "bBuUrRfF".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    int quote = skipBackslashes(text, i);
    return quote < text.length() && isQuote(text.charAt(quote)) ? i : from;
  }

  static int skipBackslashes(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == '\\' && i - from < 64) {
      i++;
    }
    return i;
  }

  /** The place after the scheme of an Authorization header; a signature's scheme stays whole. */
  private static int scheme(String text, int from) {
    int end = Math.min(text.length(), from + 8);
    String head = text.substring(Math.min(from, end), end).toLowerCase(Locale.ROOT);
    for (String scheme : SCHEMES) {
      if (head.startsWith(scheme)) {
        return from + scheme.length();
      }
    }
    return from;
  }

  /** Where a quoted value ends; quotes that are escaped more often than its own belong to it. */
  private static int quotedEnd(String text, int quote, int depth, int limit) {
    int backslashes = 0;
    for (int i = quote + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == text.charAt(quote) && closes(backslashes, depth)) {
        return i - Math.min(backslashes, depth);
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return limit;
  }

  private static boolean closes(int backslashes, int depth) {
    return depth == 0 ? backslashes % 2 == 0 : backslashes <= depth;
  }

  /**
   * Where the value of {@code {'S': 'value'}} follows, DynamoDB's form; -1 where it is not that.
   */
  private static int typedValue(String text, int from) {
    int quote = skipBackslashes(text, skipBlanks(text, from + 1));
    if (text.charAt(from) != '{' || quote + 1 >= text.length() || !isQuote(text.charAt(quote))) {
      return -1;
    }
    int close = skipBackslashes(text, quote + 2);
    int colon = skipBlanks(text, close + 1);
    return "SNB".indexOf(text.charAt(quote + 1)) >= 0
            && close < text.length()
            && text.charAt(close) == text.charAt(quote)
            && colon < text.length()
            && text.charAt(colon) == ':'
        ? colon + 1
        : -1;
  }

  /** Where a value in brackets ends; at the text's end where they are not closed. */
  private static int bracketEnd(String text, int from, int limit) {
    int open = 0;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (open == 0) {
        return i + 1;
      }
    }
    return limit;
  }

  private static int lineEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit && "\n\r\"'`<".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static int bareEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit && ENDS.indexOf(text.charAt(i)) < 0 && !ends(text, i)) {
      i++;
    }
    return i;
  }

  /** Whether a comma, semicolon or backslash ends a bare value: another name or a blank follows. */
  private static boolean ends(String text, int i) {
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    if (c == '\\') {
      return "nrt\"'".indexOf(next) >= 0;
    }
    return (c == ',' || c == ';') && (next <= ' ' || isQuote(next) || startsName(text, i + 1));
  }

  private static boolean startsName(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < 40 && isWord(text.charAt(i))) {
      i++;
    }
    return i > from && i < text.length() && (text.charAt(i) == '=' || text.charAt(i) == ':');
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }
}
