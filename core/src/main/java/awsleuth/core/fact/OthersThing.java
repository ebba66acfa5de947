package awsleuth.core.fact;

import java.util.List;
import java.util.Locale;

/**
 * That EC2 refuses a call for something of another account: it knows who called, whatever the code
 * (EC2 API reference, "Error codes", {@code AuthFailure}).
 */
public final class OthersThing {

  /** What its messages have, in small letters. */
  public static final List<String> TEXTS =
      List.of("not authorized for images", "does not belong to you");

  private OthersThing() {}

  /** Whether a message says so. */
  public static boolean isSaidBy(String message) {
    String small = message.toLowerCase(Locale.ROOT);
    return TEXTS.stream().anyMatch(small::contains);
  }
}
