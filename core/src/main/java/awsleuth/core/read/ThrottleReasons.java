package awsleuth.core.read;

import awsleuth.core.evidence.ThrottleReason;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the member {@code Reason} of Lambda's TooManyRequestsException in a body, a printed
 * response or an object of any SDK: {@code "Reason": "ConcurrentInvocationLimitExceeded"}. The
 * capture {@code reason} holds it.
 */
final class ThrottleReasons {

  private static final String ANCHOR = "LimitExceeded";
  private static final int LABEL = 14;
  private static final int NEAR = 300;

  private ThrottleReasons() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    String t = flat.text;
    for (int at = t.indexOf(ANCHOR); at >= 0; at = t.indexOf(ANCHOR, at + 1)) {
      int end = at + ANCHOR.length();
      String reason = ClassNames.endingAt(t, end);
      int start = end - reason.length();
      boolean named = t.substring(Math.max(0, start - LABEL), start).contains("Reason");
      if (named && ThrottleReason.of(reason).isPresent()) {
        found.add(sighting(flat, start, end, reason));
      }
    }
    return found;
  }

  private static Sighting sighting(Flat flat, int start, int end, String reason) {
    Sighting s = new Sighting(start, flat.numberAt(start));
    s.strength = Sighting.Strength.LIKELY;
    s.code = "TooManyRequestsException";
    s.captures.put("reason", reason);
    int to = Math.min(flat.text.length(), end + NEAR);
    String near = flat.text.substring(Math.max(0, start - NEAR), to);
    s.message = JavaScriptFields.value(near, "message");
    s.message = s.message.isEmpty() ? JavaScriptFields.value(near, "Message") : s.message;
    s.end = end;
    return s;
  }
}
