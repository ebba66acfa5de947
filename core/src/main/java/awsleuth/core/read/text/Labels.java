package awsleuth.core.read.text;

import java.util.OptionalInt;

/** Values that stand after labels: {@code Status Code: 403; Error Code: AccessDenied}. */
public final class Labels {

  private static final String[] REASONS = {
    "BadRequest",
    "400",
    "Unauthorized",
    "401",
    "Forbidden",
    "403",
    "NotFound",
    "404",
    "Conflict",
    "409",
    "InternalServerError",
    "500",
    "BadGateway",
    "502",
    "ServiceUnavailable",
    "503",
    "GatewayTimeout",
    "504"
  };

  private Labels() {}

  /** The HTTP status after a label; empty where there is none. */
  public static OptionalInt status(String text, String label, int from) {
    int at = text.indexOf(label, from);
    return at < 0 ? OptionalInt.empty() : Numbers.statusAt(text, at + label.length());
  }

  /** The HTTP status of a reason phrase without spaces; empty for one that is not known. */
  public static OptionalInt statusOf(String reason) {
    for (int i = 0; i < REASONS.length; i += 2) {
      if (REASONS[i].equals(reason)) {
        return Numbers.parse(REASONS[i + 1]);
      }
    }
    return OptionalInt.empty();
  }

  /** The word after a label; empty where there is none. */
  public static String word(String text, String label, int from) {
    return upTo(" ,;)\"\n", text, label, from);
  }

  /** The words after a label, up to the next field. */
  public static String phrase(String text, String label) {
    return upTo(",;)\n", text, label, 0).strip();
  }

  private static String upTo(String stops, String text, String label, int from) {
    int at = text.indexOf(label, from);
    if (at < 0) {
      return "";
    }
    int start = at + label.length();
    int end = start;
    while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }
}
