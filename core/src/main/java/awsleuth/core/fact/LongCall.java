package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.Source;
import java.util.Locale;

/**
 * How long the call lasted, as lines around it tell.
 *
 * @param seconds the longest time told; 0 where none is
 * @param source where it is told
 */
public record LongCall(int seconds, Source source) {

  /** NAT gateways and network load balancers forget a connection that is idle for 350 s. */
  public static final int IDLE_LIMIT = 350;

  /** The longest time that the texts of a failure tell. */
  public static LongCall of(Facts facts) {
    return facts.once(LongCall.class, LongCall::find);
  }

  private static LongCall find(Facts facts) {
    LongCall longest = new LongCall(0, facts.call().source());
    for (Passage p : facts.failure().passages()) {
      int seconds = seconds(p.text().toLowerCase(Locale.ROOT));
      if (seconds > longest.seconds) {
        longest = new LongCall(seconds, p.source());
      }
    }
    return longest;
  }

  /** A number of 350 to 3600 in a line that speaks of elapsed seconds or a duration. */
  private static int seconds(String text) {
    boolean speaks =
        text.contains("elapsed")
            || text.contains("duration")
            || text.contains(" secs")
            || text.contains("seconds");
    int best = 0;
    for (int i = 0; speaks && i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i)) && (i == 0 || !isNumber(text.charAt(i - 1)))) {
        int n = 0;
        while (i < text.length() && Character.isDigit(text.charAt(i)) && n < 100_000) {
          n = n * 10 + text.charAt(i++) - '0';
        }
        best = n >= IDLE_LIMIT && n <= 3600 ? Math.max(best, n) : best;
      }
    }
    return best;
  }

  private static boolean isNumber(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ':';
  }
}
