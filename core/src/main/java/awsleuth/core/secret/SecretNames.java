package awsleuth.core.secret;

import java.util.List;
import java.util.Locale;

/**
 * The names whose values are secrets, in any writing: {@code SecretAccessKey}, {@code secret_key}.
 */
final class SecretNames {

  private static final int SHORTEST = 6;
  private static final int LONGEST = 24;

  /** What a name ends with, in lower case and without separators. */
  private static final String[] ENDS = {
    "secretaccesskey",
    "secretkey",
    "sessiontoken",
    "securitytoken",
    "secretstring",
    "secretbinary",
    "secretvalue",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "authtoken",
    "authorizationtoken",
    "bearertoken",
    "bearertokenbedrock",
    "ssotoken",
    "apitoken",
    "devicecode",
    "identitytoken",
    "samlassertion",
    "samlresponse",
    "clientsecret",
    "appsecret",
    "apisecret",
    "consumersecret",
    "sharedsecret",
    "signingsecret",
    "jwtsecret",
    "password",
    "passwordhash",
    "passwd",
    "tokencode",
    "mfacode",
    "passphrase",
    "signature",
    "privatekey",
    "customerkey",
    "plaintext",
    "apikey",
    "cookie",
    "authorization"
  };

  /** Names that are also used for other things: their value must look like a secret. */
  private static final String[] WEAK = {"secret", "token", "pwd", "pass", "sig"};

  /** How names begin that are rather error codes: {@code InvalidPassword: …}. */
  private static final String[] CODES = {
    "Invalid", "Missing", "Malformed", "Expired", "Incorrect", "Incomplete", "Weak", "Bad"
  };

  /** How settings end that only tell where a secret is. */
  private static final String[] NO_SECRETS = {
    "_file",
    "_path",
    "_arn",
    "_name",
    "_id",
    "_region",
    "_endpoint",
    "_host",
    "_enabled",
    "_ttl",
    "_type",
    "_length",
    "_policy",
    "_version",
    "_prefix"
  };

  /** How variables end beside these, in lower case. */
  private static final String[] VARIABLES = {
    "_pat",
    "pass",
    "_pwd",
    "jwt",
    "_sk",
    "_dsn",
    "_webhook",
    "_webhook_url",
    "encryption_key",
    "signing_key"
  };

  /** Words that end as such names do. */
  private static final String[] WORDS = {"bypass", "compass"};

  private SecretNames() {}

  /** Whether a name in a text, whatever stands before it, is that of a secret. */
  static boolean isSecret(String text, int from, int to) {
    return to - from >= SHORTEST
        && endsWithAny(squeezed(text, from, to), ENDS)
        && !startsWithAny(text, from, CODES);
  }

  private static boolean startsWithAny(String text, int from, String[] starts) {
    for (String start : starts) {
      if (text.startsWith(start, from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name's last word is that of a secret where its value looks like one. */
  static boolean isWeak(String text, int from, int to) {
    int start = to;
    while (start > from && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, to).toLowerCase(Locale.ROOT);
    return List.of(WEAK).contains(word);
  }

  /** Whether a quoted member of data is named so that its text is a password. */
  static boolean isMember(String text, int from, int to) {
    String name = text.substring(from, to).toLowerCase(Locale.ROOT);
    return name.equals("pass") || name.equals("pwd");
  }

  /** Whether a quoted member of data is named so that its digits are a secret. */
  static boolean isNumber(String text, int from, int to) {
    String name = text.substring(from, to).toLowerCase(Locale.ROOT);
    return name.equals("pin") || name.equals("otp");
  }

  /** Whether a header's name is that of a secret: such names have a hyphen. */
  static boolean isHeader(String text, int from, int to) {
    String name = text.substring(from, to).toLowerCase(Locale.ROOT);
    return (name.indexOf('-') >= 0 || name.equals("authorization") || name.endsWith("cookie"))
        && isSecret(text, from, to);
  }

  /**
   * Whether the value of an environment variable or setting of this name is a secret. Such names
   * are chosen with more care than words in a text, so that less is enough.
   */
  static boolean isSecretSetting(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String end : NO_SECRETS) {
      if (lower.endsWith(end)) {
        return false;
      }
    }
    if (lower.startsWith("aws_endpoint_url")) {
      return false;
    }
    String plain = squeezed(name, 0, name.length());
    return endsWithAny(plain, ENDS)
        || lower.contains("secret")
        || lower.contains("password")
        || lower.contains("passphrase")
        || lower.contains("bearer")
        || lower.contains("private_key")
        || plain.endsWith("token")
        || (endsWithAny(lower, VARIABLES) && !endsWithAny(lower, WORDS));
  }

  /** Whether a name is written as those of environment variables are, {@code DB_PASS}. */
  static boolean isVariable(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '_' && !(c >= 'A' && c <= 'Z') && !isDigit(c)) {
        return false;
      }
    }
    return to - from >= 3;
  }

  /** The last letters and digits of a name in lower case; digits at its end do not count. */
  private static String squeezed(String text, int from, int to) {
    int end = to;
    while (end > from && isDigit(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder out = new StringBuilder();
    for (int i = Math.max(from, end - LONGEST); i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.append((char) (c + 32));
      } else if ((c >= 'a' && c <= 'z') || isDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean endsWithAny(String name, String[] ends) {
    for (String end : ends) {
      if (name.endsWith(end)) {
        return true;
      }
    }
    return false;
  }
}
