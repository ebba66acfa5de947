package awsleuth.core.secret;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Replaces secrets in text before anything else sees it: secret keys, session, bearer and SSO
 * tokens, signatures, passwords in URLs, secret values of Secrets Manager, private keys. Access key
 * ids are shortened to {@code AKIA…MPLE}. All of it takes time linear in the text.
 */
public final class Secrets {

  /** What stands for a secret. */
  public static final String MASK = "(secret)";

  private static final int SHORTEST = 4;

  private Secrets() {}

  /**
   * The text with every secret replaced; the text itself where it has none. Secrets are also found
   * behind URL encoding, JSON and HTML escapes. What is masked already stays as it is.
   */
  public static String mask(String text) {
    return text.length() < SHORTEST ? text : find(text).applied();
  }

  /** A whole text without secrets, line by line; the text itself where it has none. */
  public static String maskText(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    List<String> masked = maskLines(lines);
    return masked.equals(lines) ? text : String.join("\n", masked);
  }

  /** The lines with every secret replaced, those that go over several lines too. */
  public static List<String> maskLines(List<String> lines) {
    return new SecretLines(lines).mask();
  }

  /** Whether the value of a member, parameter or header of this name is a secret. */
  public static boolean isName(String name) {
    return SecretNames.isSecret(name, 0, name.length());
  }

  /** Whether the value of an environment variable or setting of this name is a secret. */
  public static boolean isSetting(String name) {
    return SecretNames.isSecretSetting(name);
  }

  /** Whether a value tells nothing: empty, stars, a placeholder, {@code null}. */
  public static boolean isPlain(String value) {
    return PlainValues.isPlain(value);
  }

  static Ranges find(String text) {
    return find(text, SecureStrings.tells(text));
  }

  /**
   * The secrets of a text.
   *
   * @param parameter whether it is, or stands near, one that puts or shows a secret parameter
   */
  static Ranges find(String text, boolean parameter) {
    Ranges ranges = new Ranges(text);
    search(text, parameter, ranges.sink(IntUnaryOperator.identity()));
    Decoded decoded = Decoded.of(text);
    if (decoded != null) {
      search(decoded.text(), parameter, ranges.sink(decoded::position));
    }
    return ranges;
  }

  private static void search(String text, boolean parameter, Ranges.Sink sink) {
    if (parameter) {
      SecureStrings.find(text, sink);
    }
    PrivateKeys.find(text, sink);
    UrlPasswords.find(text, sink);
    NamedSecrets.find(text, sink);
    RefusedSecrets.find(text, sink);
    SecretWords.find(text, sink);
  }
}
