package awsleuth.core.secret;

/**
 * Finds the values that follow a secret's name: {@code NAME=value}, {@code "Name": "value"}, {@code
 * --name value}, {@code <Name>value</Name>}, {@code ('Header', 'value')}, {@code "name": "NAME",
 * "value": "value"}.
 */
final class NamedSecrets {

  /** How much may stand between a name and its separator. */
  private static final int NEAR = 12;

  private static final int LONGEST_NAME = 80;

  /** What stands before a quoted password in a sentence. */
  private static final String[] SAID = {"password to ", "password is ", "password was "};

  private static final int LONGEST_PLAIN = 200;

  private final String text;
  private final Ranges.Sink sink;

  /** Whether it has what a {@code credential_process} said, which prints what it works with. */
  private final boolean saidByProcess;

  /** Where the last ARN ends. */
  private int arnEnd;

  private NamedSecrets(String text, Ranges.Sink sink) {
    this.text = text;
    this.sink = sink;
    this.saidByProcess = text.contains("from custom-process: ");
  }

  static void find(String text, Ranges.Sink sink) {
    NamedSecrets search = new NamedSecrets(text, sink);
    int i = 1;
    while (i < text.length()) {
      int next =
          switch (text.charAt(i)) {
            case '=' -> search.separator(i);
            case ':' -> search.isOfArn(i) ? i : search.separator(i);
            case '>' -> search.tag(i);
            case ',' -> search.pair(i);
            case '-' -> search.option(i);
            case ' ' -> search.scheme(i);
            case '"', '\'' -> search.said(i);
            default -> i;
          };
      i = Math.max(next, i + 1);
    }
  }

  /** Whether a colon is one of an ARN's: no name and value stand around it. */
  private boolean isOfArn(int colon) {
    if (colon >= arnEnd) {
      arnEnd = ArnText.end(text, colon);
    }
    return colon < arnEnd;
  }

  /** Looks at what stands around a separator; returns where a secret ends, else the separator. */
  private int separator(int at) {
    int end = nameEnd(at);
    int start = nameStart(end);
    if (start == end) {
      return at;
    }
    if (SecretNames.isSecret(text, start, end)) {
      boolean prose = text.charAt(at) == ':' && end == at;
      return add(SecretValue.after(text, at + 1, end < at), prose, at);
    }
    if (SecretNames.isVariable(text, start, end)) {
      return variable(start, end, at);
    }
    if (SecretNames.isMember(text, start, end) && isQuotedText(start, end, at)) {
      SecretValue value = SecretValue.after(text, at + 1, true);
      return PlainValues.isPath(value.written()) ? at : add(value, false, at);
    }
    if (SecretNames.isNumber(text, start, end) && end < at) {
      SecretValue value = SecretValue.near(text, at + 1);
      return PlainValues.isDigits(value.written()) ? add(value, false, at) : at;
    }
    if (SecretNames.isWeak(text, start, end)) {
      SecretValue value = SecretValue.near(text, at + 1);
      boolean secret =
          SecretWords.isRandom(text, value.from(), value.to())
              || (isAssigned(end, at, value)
                  && (saidByProcess || PlainValues.isMixed(value.written())));
      return secret ? add(value, false, at) : at;
    }
    return at;
  }

  /** {@code DB_PASS=value}, {@code "DB_PASS": "value"}: what names the secret's place is none. */
  private int variable(int start, int end, int separator) {
    SecretValue value = SecretValue.after(text, separator + 1, end < separator);
    boolean given = isAssigned(end, separator, value) || isQuotedText(start, end, separator);
    return given
            && SecretNames.isSecretSetting(text.substring(start, end))
            && !PlainValues.isPath(value.written())
            && !text.startsWith("arn:", value.from())
            && !text.startsWith("{{resolve:", value.from())
        ? add(value, false, separator)
        : separator;
  }

  /** Whether it is {@code name=value} without a blank, as programs print what they were given. */
  private boolean isAssigned(int end, int separator, SecretValue value) {
    return end == separator
        && text.charAt(separator) == '='
        && (value.from() == separator + 1
            || (value.from() == separator + 2 && isQuote(text.charAt(separator + 1))));
  }

  /** Whether a member and its value are both quoted. */
  private boolean isQuotedText(int start, int end, int separator) {
    int value = SecretValue.skipBackslashes(text, SecretValue.skipBlanks(text, separator + 1));
    return start > 0
        && isQuote(text.charAt(start - 1))
        && end < separator
        && value < text.length()
        && isQuote(text.charAt(value));
  }

  /** Adds a value unless it tells nothing; a long one always tells something. */
  private int add(SecretValue value, boolean prose, int otherwise) {
    int length = value.to() - value.from();
    boolean plain =
        length <= LONGEST_PLAIN
            && (PlainValues.isPlain(value.written())
                || (prose && PlainValues.beginsSentence(value.written())));
    if (plain) {
      return otherwise;
    }
    sink.add(value.from(), value.to(), value.mask());
    sink.password(value.written());
    return value.to();
  }

  /** Where the name before a separator ends: quotes, brackets and blanks may stand between. */
  private int nameEnd(int separator) {
    int i = separator;
    int least = Math.max(0, separator - NEAR);
    while (i > least && " \t\"'\\]".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i;
  }

  private int nameStart(int end) {
    int i = end;
    int least = Math.max(0, end - LONGEST_NAME);
    while (i > least && isNamePart(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** {@code <Password>value</Password>}. */
  private int tag(int close) {
    int start = nameStart(close);
    boolean opens = start > 0 && start < close && text.charAt(start - 1) == '<';
    if (!opens
        || isPlaceholder(start - 1, close + 1)
        || !SecretNames.isSecret(text, start, close)) {
      return close;
    }
    return add(SecretValue.inTag(text, close + 1), false, close);
  }

  /**
   * Whether it is {@code '<Password>'} in quotes, or the argument {@code (<Password>)}, for a value
   * that is to be put in.
   */
  private boolean isPlaceholder(int open, int end) {
    if (open <= 0 || end >= text.length()) {
      return false;
    }
    char before = text.charAt(open - 1);
    char after = text.charAt(end);
    return before == '(' ? after == ')' : isQuote(before) && before == after;
  }

  /** {@code ('Authorization', 'value')}, {@code '--password', 'value'}, a name and its value. */
  private int pair(int comma) {
    int end = nameEnd(comma);
    int quote = SecretValue.skipBackslashes(text, end);
    if (quote >= comma || !isQuote(text.charAt(quote))) {
      return comma;
    }
    int start = nameStart(end);
    int next = SecretValue.skipBlanks(text, comma + 1);
    boolean whole = start > 0 && isQuote(text.charAt(start - 1));
    if (whole && SecretNames.isHeader(text, start, end)) {
      return add(SecretValue.after(text, next, true), false, comma);
    }
    int colon = SecretValue.colonAfterValue(text, next);
    return colon > 0 && SecretNames.isSecretSetting(text.substring(start, end))
        ? add(SecretValue.after(text, colon + 1, true), false, comma)
        : comma;
  }

  /** {@code --password value}. */
  private int option(int dash) {
    if (text.charAt(dash - 1) != '-' || (dash > 1 && isNamePart(text.charAt(dash - 2)))) {
      return dash;
    }
    int end = dash + 1;
    while (end < text.length() && isNamePart(text.charAt(end)) && end - dash < LONGEST_NAME) {
      end++;
    }
    boolean value =
        end < text.length() && text.charAt(end) == ' ' && !text.startsWith("--", end + 1);
    return value && SecretNames.isSecret(text, dash + 1, end)
        ? add(SecretValue.after(text, end, false), false, dash)
        : dash;
  }

  /** {@code set password to "value"}. */
  private int said(int quote) {
    boolean named = false;
    for (String words : SAID) {
      named |= text.regionMatches(true, quote - words.length(), words, 0, words.length());
    }
    int end = named ? text.indexOf(text.charAt(quote), quote + 1) : -1;
    return end > 0
            && end - quote <= LONGEST_PLAIN
            && PlainValues.isMixed(text.substring(quote + 1, end))
        ? add(new SecretValue(text, quote + 1, end, Secrets.MASK), false, quote)
        : quote;
  }

  /** {@code Bearer value} and {@code Basic value}, where the value is no mere word. */
  private int scheme(int blank) {
    char last = text.charAt(blank - 1);
    if (last != 'r' && last != 'R' && last != 'c' && last != 'C') {
      return blank;
    }
    boolean bearer = text.regionMatches(true, blank - 6, "bearer", 0, 6);
    if (!bearer && !text.regionMatches(true, blank - 5, "basic", 0, 5)) {
      return blank;
    }
    SecretValue value = SecretValue.word(text, blank + 1);
    return SecretWords.isCredential(text, value.from(), value.to())
        ? add(value, false, blank)
        : blank;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }
}
