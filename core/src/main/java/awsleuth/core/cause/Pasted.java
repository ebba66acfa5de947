package awsleuth.core.cause;

import awsleuth.core.secret.Secrets;

/** What is to be pasted, in which no mark of a secret may pass for the value. */
final class Pasted {

  private static final String PLACEHOLDER = "<secret>";

  private Pasted() {}

  /** Whether nothing was left out of it. */
  static boolean isWhole(String text) {
    return !text.contains(Secrets.MASK);
  }

  /** With a {@code <placeholder>} for each secret that was left out. */
  static String of(String text) {
    return text.replace(Secrets.MASK, PLACEHOLDER);
  }
}
