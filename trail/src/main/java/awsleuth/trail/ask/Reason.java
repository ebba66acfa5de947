package awsleuth.trail.ask;

import java.util.List;

/**
 * What AWS says behind {@code because} of a denial: which kind of policy, and by what ("Access
 * denied error message format", IAM user guide). Denials of one operation with different reasons
 * have different causes.
 */
final class Reason {

  private static final List<String> STARTS =
      List.of(" because no ", " with an explicit deny in ", " because it is ");

  private static final int LONGEST = 160;

  private Reason() {}

  /** The reason in a message; empty where it tells none. */
  static String of(String message) {
    for (String start : STARTS) {
      int at = message.lastIndexOf(start);
      if (at >= 0) {
        int from = at + 1;
        return message.substring(from, Math.min(message.length(), from + LONGEST));
      }
    }
    return "";
  }
}
