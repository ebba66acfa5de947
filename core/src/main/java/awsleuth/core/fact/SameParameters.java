package awsleuth.core.fact;

import awsleuth.core.evidence.TrailEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether calls asked for the same: what asks for the same word by word is about the same, however
 * AWS names it when it refuses ({@code log-group:/app:*} of a log stream, {@code instance/*}).
 */
public final class SameParameters {

  /** What is made anew for each call, so that it is done once. */
  private static final Set<String> TOKENS =
      Set.of("clienttoken", "clientrequesttoken", "idempotencytoken", "callerreference");

  private SameParameters() {}

  /** Whether two calls of an operation asked for the same for certain. */
  public static boolean areOf(TrailEvent one, TrailEvent other) {
    return one.field("awsRegion").equals(other.field("awsRegion"))
        && mayBeOnSame(one, other)
        && of(one).filter(p -> Optional.of(p).equals(of(other))).isPresent();
  }

  /** One event may list less than the other, but not others. */
  private static boolean mayBeOnSame(TrailEvent one, TrailEvent other) {
    Set<String> ones = listed(one);
    Set<String> others = listed(other);
    return ones.containsAll(others) || others.containsAll(ones);
  }

  private static Set<String> listed(TrailEvent event) {
    return event.fields().entrySet().stream()
        .filter(f -> f.getKey().startsWith("resources.") && f.getKey().endsWith(".ARN"))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /** Word by word; empty where an event hides some of it, or has nothing. */
  private static Optional<Map<String, String>> of(TrailEvent event) {
    Map<String, String> all = new HashMap<>();
    event
        .fields()
        .forEach((path, value) -> {
          if (path.startsWith("requestParameters.") && !isToken(path)) {
            all.put(path, value);
          }
        });
    // What is decrypted tells its key, and is not in the event.
    boolean unsaid = event.eventSource().startsWith("kms.");
    boolean hidden = all.values().stream().anyMatch(SameParameters::isHidden);
    return all.isEmpty() || unsaid || hidden ? Optional.empty() : Optional.of(all);
  }

  private static boolean isToken(String path) {
    return TOKENS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** By CloudTrail, or by a reader that took it for a secret. */
  private static boolean isHidden(String value) {
    return value.isEmpty() || value.contains("HIDDEN") || value.contains("(secret");
  }
}
