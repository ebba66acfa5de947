package awsleuth.core.read;

import java.util.Locale;

/**
 * Replaces secrets in text before anything else sees it: secret keys, session, bearer and SSO
 * tokens, signatures, passwords in URLs, secret values of Secrets Manager, private keys. Access key
 * ids are shortened to {@code AKIA…MPLE}.
 */
final class Secrets {

  static final String MASK = "(secret)";

  /** Names whose value is a secret; a value follows {@code =} or {@code :}. */
  private static final String[] NAMES = {
    "secret_access_key",
    "secretaccesskey",
    "secret_key",
    "secretkey",
    "session_token",
    "sessiontoken",
    "security_token",
    "security-token",
    "securitytoken",
    "secretstring",
    "secretbinary",
    "access_token",
    "accesstoken",
    "refresh_token",
    "refreshtoken",
    "id_token",
    "idtoken",
    "authorizationtoken",
    "authorization_token",
    "auth_token",
    "web_identity_token",
    "webidentitytoken",
    "samlassertion",
    "client_secret",
    "clientsecret",
    "password",
    "passwd",
    "amz-signature",
    "signature",
    "private_key",
    "privatekey",
    "plaintext",
    "api_key",
    "apikey",
    "bearer",
    "authorization: basic"
  };

  private static final String[] TOKEN_STARTS = {
    "IQoJ", "IQoD", "FwoG", "FQoG", "AgoJ", "AgoG", "eyJ"
  };
  private static final int SECRET_KEY = 40;
  private static final int SHORTEST_TOKEN = 40;

  private Secrets() {}

  /** The text with every secret replaced. */
  static String mask(String text) {
    if (text.length() < 8) {
      return text;
    }
    String masked = text;
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() == text.length()) {
      for (String name : NAMES) {
        if (lower.contains(name)) {
          masked = named(masked, name);
          lower = masked.toLowerCase(Locale.ROOT);
        }
      }
    }
    masked = masked.contains("PRIVATE KEY-----") ? privateKey(masked) : masked;
    masked = masked.contains("@") && masked.contains("://") ? urlPasswords(masked) : masked;
    return words(masked);
  }

  /** Replaces the values that follow a name. */
  private static String named(String text, String name) {
    StringBuilder out = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    int copied = 0;
    for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
      int value =
          valueAfter(text, at + name.length(), name.startsWith("bearer") || name.endsWith("basic"));
      if (value < copied || value >= text.length()) {
        continue;
      }
      int end = valueEnd(text, value);
      if (end - value >= 4 && !text.startsWith(MASK, value) && !isPlain(text, value, end)) {
        out.append(text, copied, value).append(MASK);
        copied = end;
      }
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  /** Where the value begins after a name and its separator; -1 where no value follows. */
  private static int valueAfter(String text, int from, boolean spaceSeparates) {
    int i = from;
    int n = text.length();
    while (i < n && isQuoteOrSlash(text.charAt(i))) {
      i++;
    }
    int before = i;
    while (i < n && text.charAt(i) == ' ') {
      i++;
    }
    boolean separated = i < n && (text.charAt(i) == '=' || text.charAt(i) == ':');
    if (!separated) {
      return spaceSeparates && i > before ? i : -1;
    }
    i++;
    while (i < n && text.charAt(i) == ' ') {
      i++;
    }
    if (i + 1 < n && text.charAt(i) == 'b' && isQuoteOrSlash(text.charAt(i + 1))) {
      i++;
    }
    return i;
  }

  private static boolean isQuoteOrSlash(char c) {
    return c == '"' || c == '\'' || c == '\\';
  }

  private static int valueEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == '\\') {
      i++;
    }
    if (i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'')) {
      int close = i + 1;
      while (close < text.length() && text.charAt(close) != text.charAt(i)) {
        close += text.charAt(close) == '\\' && i == from ? 2 : 1;
      }
      return Math.min(text.length(), close + 1);
    }
    while (i < text.length() && " \t\n,;&)}]'\"<".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Values that tell nothing: stars, placeholders, None. */
  private static boolean isPlain(String text, int from, int end) {
    String value = Quotes.bare(text.substring(from, end));
    boolean stars = !value.isEmpty();
    for (int i = 0; i < value.length(); i++) {
      stars &= value.charAt(i) == '*' || value.charAt(i) == 'x' || value.charAt(i) == 'X';
    }
    return stars
        || value.isEmpty()
        || value.equals("None")
        || value.startsWith("<")
        || value.equals("null");
  }

  private static String privateKey(String text) {
    int begin = text.indexOf("-----BEGIN");
    int end = text.indexOf("-----END");
    if (begin < 0) {
      return end < 0 ? text : MASK + text.substring(end);
    }
    return text.substring(0, begin)
        + "PRIVATE KEY "
        + MASK
        + (end > begin ? text.substring(end) : "");
  }

  /** {@code scheme://user:password@host}. */
  private static String urlPasswords(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int i = at + 3;
      int colon = -1;
      while (i < text.length() && " \t\"'<>\n@".indexOf(text.charAt(i)) < 0) {
        char c = text.charAt(i);
        if (colon < 0 && (c == '/' || c == '?' || isPort(text, i))) {
          break;
        }
        colon = colon < 0 && c == ':' ? i : colon;
        i++;
      }
      if (colon > 0 && i < text.length() && text.charAt(i) == '@' && colon >= copied) {
        out.append(text, copied, colon + 1).append(MASK);
        copied = i;
      }
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  /** Whether a colon begins a port: digits, then the path or the end. */
  private static boolean isPort(String text, int colon) {
    if (text.charAt(colon) != ':') {
      return false;
    }
    int i = colon + 1;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i > colon + 1 && (i == text.length() || "/?# \t\"'<>,)".indexOf(text.charAt(i)) >= 0);
  }

  /** Replaces words that look like keys and tokens wherever they stand. */
  private static String words(String text) {
    StringBuilder out = null;
    int copied = 0;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean part = i < text.length() && isTokenPart(text.charAt(i));
      if (part && start < 0) {
        start = i;
      } else if (!part && start >= 0) {
        String replacement = i - start < 16 ? "" : replacement(text, start, i);
        if (!replacement.isEmpty()) {
          out = out == null ? new StringBuilder(text.length()) : out;
          out.append(text, copied, start).append(replacement);
          copied = i;
        }
        start = -1;
      }
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private static boolean isTokenPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '='
        || c == '%'
        || c == '_'
        || c == '-'
        || c == '.';
  }

  /** What stands for a word; empty where the word may stay. */
  private static String replacement(String text, int start, int wordEnd) {
    int from = start;
    int end = text.charAt(wordEnd - 1) == '.' ? wordEnd - 1 : wordEnd;
    String keyId = keyId(text, start, end);
    if (!keyId.isEmpty()) {
      return keyId;
    }
    int equals = text.indexOf('=', start);
    if (equals > start && equals < end - 1 && text.charAt(equals + 1) != '=') {
      from = equals + 1;
    }
    from += text.startsWith("AWS4", from) && end - from >= SECRET_KEY + 4 ? 4 : 0;
    for (String token : TOKEN_STARTS) {
      if (end - from >= SHORTEST_TOKEN && text.startsWith(token, from)) {
        return text.substring(start, from) + MASK;
      }
    }
    return end - from == SECRET_KEY && isSecretKey(text, from, end)
        ? text.substring(start, from) + MASK + text.substring(end, wordEnd)
        : "";
  }

  /** The word with the access key ids in it shortened; empty where it has none. */
  private static String keyId(String text, int start, int end) {
    StringBuilder out = null;
    int copied = start;
    for (int i = start; i + 20 <= end; i++) {
      if (isKeyId(text, i) && (i == start || !isUpperOrDigit(text.charAt(i - 1)))) {
        int stop = i + 16;
        while (stop < end && isUpperOrDigit(text.charAt(stop))) {
          stop++;
        }
        if (stop - i >= 16 && stop - i <= 128) {
          out = out == null ? new StringBuilder() : out;
          out.append(text, copied, i + 4).append('…').append(text, stop - 4, stop);
          copied = stop;
          i = stop;
        }
      }
    }
    return out == null ? "" : out.append(text, copied, end).toString();
  }

  private static boolean isKeyId(String text, int at) {
    if (!text.startsWith("AKIA", at) && !text.startsWith("ASIA", at)) {
      return false;
    }
    for (int i = at; i < at + 16; i++) {
      if (!isUpperOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUpperOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Forty characters of base64 with upper case, lower case and a digit among them. */
  private static boolean isSecretKey(String text, int from, int end) {
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '_' || c == '-' || c == '%') {
        return false;
      }
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
      digit |= c >= '0' && c <= '9';
    }
    return upper && lower && digit;
  }
}
