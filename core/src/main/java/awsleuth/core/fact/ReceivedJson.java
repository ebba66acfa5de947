package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Passage;
import awsleuth.iam.policy.JsonFaults;
import java.util.Optional;

/**
 * A value that the AWS CLI shows as the JSON which it received, and which would be JSON with double
 * quotes in place of single ones.
 */
public final class ReceivedJson {

  private static final String RECEIVED = "JSON received: ";
  private static final int LONGEST = 2000;

  private ReceivedJson() {}

  /** The value with double quotes; empty where that is no JSON, or nothing was received. */
  public static Optional<String> mended(Facts facts) {
    for (Passage p : facts.failure().passages()) {
      int at = p.text().indexOf(RECEIVED);
      if (at >= 0 && p.text().length() <= LONGEST) {
        return mended(p.text().substring(at + RECEIVED.length()).strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> mended(String received) {
    String json = received.replace('\'', '"');
    boolean quotes = received.indexOf('\'') >= 0 && received.indexOf('"') < 0;
    boolean valid = quotes && received.indexOf('\\') < 0 && JsonFaults.first(json).isEmpty();
    return valid ? Optional.of(json) : Optional.empty();
  }
}
