package awsleuth.lint;

import java.util.Locale;

/** How bad a habit is. */
public enum Level {
  /** The program fails, or a secret is out. */
  ERROR,
  /** It causes incidents, or hides them. */
  WARNING,
  /** It makes them harder to understand. */
  NOTE;

  /** The word for it, as SARIF has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
