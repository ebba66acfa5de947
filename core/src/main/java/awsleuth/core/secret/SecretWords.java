package awsleuth.core.secret;

/** Finds keys and tokens by their form alone, wherever they stand. */
final class SecretWords {

  private static final int SHORTEST = 16;
  private static final int SECRET_KEY = 40;
  private static final int KEY_ID = 16;
  private static final int LONGEST_KEY_ID = 128;
  private static final int SHORTEST_TOKEN = 40;
  private static final int SHORTEST_OTHER = 20;

  /** How tokens of AWS begin: STS, SSO, Bedrock; JWTs; PEM in base64. */
  private static final String[] TOKENS = {
    "IQoJ",
    "IQoD",
    "FwoG",
    "FQoG",
    "AgoJ",
    "AgoG",
    "eyJ",
    "aoaAAAAA",
    "aorAAAAA",
    "ABSK",
    "bedrock-api-key-",
    "LS0tLS1CRUdJTi"
  };

  /** How tokens of others begin that stand in the same logs and environments. */
  private static final String[] OTHERS = {
    "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xapp-", "pypi-", "hvs."
  };

  private static final byte LETTER_OR_DIGIT = 3;
  private static final byte BASE64 = 2;

  /** By ASCII character: 0 for what is in no token. */
  private static final byte[] KINDS = kinds();

  private SecretWords() {}

  static void find(String text, Ranges.Sink sink) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean part = i < text.length() && isTokenPart(text.charAt(i));
      if (part && start < 0) {
        start = i;
      } else if (!part && start >= 0) {
        if (i - start >= SHORTEST) {
          word(text, start, i, sink);
        }
        start = -1;
      }
    }
  }

  private static void word(String text, int start, int end, Ranges.Sink sink) {
    int token = tokenStart(text, start, end);
    if (token >= 0) {
      sink.add(token, tokenEnd(text, end), Secrets.MASK);
    }
    int run = start;
    for (int i = start; i <= end; i++) {
      if (i == end || !isBase64(text.charAt(i))) {
        if (i - run >= SHORTEST) {
          base64(text, run, i, sink);
        }
        run = i + 1;
      }
    }
  }

  /** Where in a word a token begins; -1 where none does. */
  private static int tokenStart(String text, int start, int end) {
    for (int i = start; i + SHORTEST_OTHER <= end; i++) {
      if (begins(text, start, i) && isToken(text, i, end)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a token can begin there: where the word does, after a sign, after {@code AWS4}. */
  private static boolean begins(String text, int start, int at) {
    return at == start
        || !isLetterOrDigit(text.charAt(at - 1))
        || (at == start + 4 && text.startsWith("AWS4", start));
  }

  private static boolean isToken(String text, int at, int end) {
    int length = end - at;
    return (length >= SHORTEST_TOKEN && startsWithAny(text, at, TOKENS))
        || (length >= SHORTEST_OTHER && startsWithAny(text, at, OTHERS));
  }

  private static boolean startsWithAny(String text, int at, String[] starts) {
    for (String s : starts) {
      if (text.startsWith(s, at)) {
        return true;
      }
    }
    return false;
  }

  /** Where a token ends: not with a sentence's period; an SSO token has a second half. */
  private static int tokenEnd(String text, int end) {
    int i = end;
    if (i + SHORTEST_OTHER < text.length() && text.charAt(i) == ':') {
      int half = i + 1;
      while (half < text.length() && isTokenPart(text.charAt(half))) {
        half++;
      }
      i = half - i > SHORTEST_OTHER ? half : i;
    }
    return text.charAt(i - 1) == '.' ? i - 1 : i;
  }

  /** A run of letters, digits, {@code +} and {@code /}: key ids and secret keys, also glued. */
  private static void base64(String text, int from, int to, Ranges.Sink sink) {
    int start = from;
    for (int i = from; i + KEY_ID <= to; i++) {
      boolean begins = i == from || !isUpperOrDigit(text.charAt(i - 1));
      int end = begins ? keyIdEnd(text, i, to) : -1;
      if (end > 0) {
        String shown = text.substring(i, i + 4) + "…" + text.substring(end - 4, end);
        sink.add(i, end, shown);
        start = end;
        i = end;
      }
    }
    start += text.startsWith("AWS4", start) && to - start == SECRET_KEY + 4 ? 4 : 0;
    if (to - start == SECRET_KEY && isSecretKey(text, start, to)) {
      sink.add(start, to, Secrets.MASK);
    } else if (to - start > SECRET_KEY) {
      inPath(text, start, to, sink);
    }
  }

  /** A secret key between slashes, which belong to its alphabet. */
  private static void inPath(String text, int from, int to, Ranges.Sink sink) {
    for (int start = from; start + SECRET_KEY <= to; start++) {
      int end = start + SECRET_KEY;
      boolean begins = start == from || text.charAt(start - 1) == '/';
      if (begins && (end == to || text.charAt(end) == '/') && isSecretKeyInPath(text, start, end)) {
        sink.add(start, end, Secrets.MASK);
        start = end;
      }
    }
  }

  /** Stricter than for a key that stands alone: folders, too, are letters and slashes. */
  private static boolean isSecretKeyInPath(String text, int from, int to) {
    int slashes = 0;
    int beside = 0;
    for (int i = from; i < to; i++) {
      boolean slash = text.charAt(i) == '/';
      slashes += slash ? 1 : 0;
      beside += slash && i > from && i < to - 1 ? 2 : slash ? 1 : 0;
    }
    return slashes <= 3 && changes(text, from, to) - beside >= 14 && isSecretKey(text, from, to);
  }

  /** Where the access key id that begins at a place ends; -1 where none begins there. */
  private static int keyIdEnd(String text, int at, int to) {
    if (!text.startsWith("AKIA", at) && !text.startsWith("ASIA", at)) {
      return -1;
    }
    int end = at + 4;
    while (end < to && isUpperOrDigit(text.charAt(end)) && end - at <= LONGEST_KEY_ID) {
      end++;
    }
    return end - at >= KEY_ID && end - at <= LONGEST_KEY_ID ? end : -1;
  }

  /**
   * Forty characters of base64 whose cases and digits change as often as by chance. Of one that has
   * letters alone, single lower-case letters tell that it is no name.
   */
  private static boolean isSecretKey(String text, int from, int to) {
    boolean upper = false;
    boolean other = false;
    int single = 0;
    for (int i = from; i < to; i++) {
      int kind = kind(text.charAt(i));
      upper |= kind == 1;
      other |= kind > 1;
      boolean alone =
          kind == 0
              && (i == from || kind(text.charAt(i - 1)) != 0)
              && (i == to - 1 || kind(text.charAt(i + 1)) != 0);
      single += alone ? 1 : 0;
    }
    return upper
        && changes(text, from, to) >= 12
        && (other || single >= 3)
        && !isOfArchive(text, from, to);
  }

  /** Whether it is a piece of the path of CloudTrail's files, whose folders are of its alphabet. */
  private static boolean isOfArchive(String text, int from, int to) {
    return text.indexOf("AWSLogs/", from, to) >= 0 || text.indexOf("/CloudTrail/", from, to) >= 0;
  }

  /** How often lower case, upper case, digits and others follow one another. */
  static int changes(String text, int from, int to) {
    int changes = 0;
    for (int i = from + 1; i < to; i++) {
      changes += kind(text.charAt(i)) == kind(text.charAt(i - 1)) ? 0 : 1;
    }
    return changes;
  }

  private static int kind(char c) {
    return c >= 'a' && c <= 'z' ? 0 : c >= 'A' && c <= 'Z' ? 1 : c >= '0' && c <= '9' ? 2 : 3;
  }

  /** Whether a value is no word that people write: long, with digits, of many changes. */
  static boolean isRandom(String text, int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!isTokenPart(c)) {
        return false;
      }
      digit |= c >= '0' && c <= '9';
    }
    return to - from >= SHORTEST && digit && changes(text, from, to) >= 8;
  }

  /** Whether what follows {@code Bearer} is a credential and not the next word of a sentence. */
  static boolean isCredential(String text, int from, int to) {
    boolean letters = true;
    int end = to > from && ".,:".indexOf(text.charAt(to - 1)) >= 0 ? to - 1 : to;
    for (int i = from; i < end; i++) {
      if (!isTokenPart(text.charAt(i)) && text.charAt(i) != '~' && text.charAt(i) != ':') {
        return false;
      }
      letters &= Character.isLetter(text.charAt(i));
    }
    return end - from >= (letters ? SHORTEST_OTHER : 8);
  }

  static boolean isTokenPart(char c) {
    return c < KINDS.length && KINDS[c] != 0;
  }

  private static boolean isBase64(char c) {
    return c < KINDS.length && KINDS[c] >= BASE64;
  }

  private static boolean isLetterOrDigit(char c) {
    return c < KINDS.length && KINDS[c] >= LETTER_OR_DIGIT;
  }

  private static boolean isUpperOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    for (char c : "=%_-.".toCharArray()) {
      kinds[c] = 1;
    }
    for (char c : "+/".toCharArray()) {
      kinds[c] = BASE64;
    }
    for (char c = '0'; c <= 'z'; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || isUpperOrDigit(c);
      kinds[c] = letter ? LETTER_OR_DIGIT : kinds[c];
    }
    return kinds;
  }
}
