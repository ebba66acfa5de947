package awsleuth.core.fact;

import awsleuth.core.evidence.TrailEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A role, user or instance profile that a failed call names, and that was made moments before:
 * services may not see it yet (IAM user guide, "Changes that I make are not always immediately
 * visible").
 *
 * @param name its name
 * @param made the last event that made it, or put a role into the profile, within two minutes
 *     before the failure
 * @param success the same call, which names it too, within ten minutes after the failure and
 *     without a change of it in between; empty where none is known
 */
public record NewPrincipal(String name, TrailEvent made, Optional<TrailEvent> success) {

  /** So long before a failure it may have been made. */
  public static final Duration BEFORE = Duration.ofMinutes(2);

  private static final Duration AFTER = Duration.ofMinutes(10);

  private static final Map<String, String> NAMED =
      Map.of(
          "CreateRole", "requestParameters.roleName",
          "CreateUser", "requestParameters.userName",
          "CreateInstanceProfile", "requestParameters.instanceProfileName",
          "AddRoleToInstanceProfile", "requestParameters.instanceProfileName");

  /** What a message speaks of that complains of such a one. */
  private static final List<String> WORDS =
      List.of("role", "profile", "principal", "assume", "authorized", "user");

  /** Codes that say that something else is wrong. */
  private static final Set<CodeFamily> OTHERS =
      EnumSet.of(
          CodeFamily.RATE,
          CodeFamily.CAPACITY,
          CodeFamily.QUOTA,
          CodeFamily.EXISTING,
          CodeFamily.CONDITION);

  private record Looked(Optional<NewPrincipal> found) {}

  /** The one that the failed call's event names, by the other events; empty where none is known. */
  public static Optional<NewPrincipal> of(Facts facts) {
    return facts.once(Looked.class, f -> new Looked(f.event().flatMap(e -> look(e, f)))).found();
  }

  /** Whether an event makes one. */
  public static boolean isMade(String source, String name) {
    return source.equals("iam.amazonaws.com") && NAMED.containsKey(name);
  }

  /** Whether a failure may be for want of such a one, by its code and message. */
  public static boolean mayBeWhy(String code, String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return !OTHERS.contains(CodeFamily.of(code)) && WORDS.stream().anyMatch(lower::contains);
  }

  private static Optional<NewPrincipal> look(TrailEvent failed, Facts facts) {
    if (!mayBeWhy(facts.call().code(), facts.call().message())) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.parse(failed.time()).truncatedTo(ChronoUnit.SECONDS);
      List<TrailEvent> before =
          facts.trail(time.minus(BEFORE).toString(), time.plusSeconds(1).toString());
      for (TrailEvent e : before.reversed()) {
        String name = made(e);
        if (!name.isEmpty() && e.errorCode().isEmpty() && names(failed, name)) {
          List<TrailEvent> after = facts.trail(failed.time(), time.plus(AFTER).toString());
          Optional<TrailEvent> success = success(failed, name, after);
          boolean changed = success.filter(s -> isChanged(failed, name, after, s)).isPresent();
          return changed ? Optional.empty() : Optional.of(new NewPrincipal(name, e, success));
        }
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String made(TrailEvent e) {
    String field = NAMED.get(e.eventName());
    return field != null && e.eventSource().equals("iam.amazonaws.com") ? e.field(field) : "";
  }

  private static Optional<TrailEvent> success(
      TrailEvent failed, String name, List<TrailEvent> after) {
    boolean denied = CodeFamily.of(failed.errorCode()) == CodeFamily.DENIED;
    for (TrailEvent e : after) {
      if (!e.errorCode().isEmpty() || !names(e, name) || e.equals(failed)) {
        continue;
      }
      boolean same =
          e.eventName().equals(failed.eventName())
              && e.eventSource().equals(failed.eventSource())
              && e.principal().equals(failed.principal())
              && !(denied && LaterChange.isAnotherWay(e, failed));
      if (same) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** Whether something was changed in between by which the call may have come to succeed. */
  private static boolean isChanged(
      TrailEvent failed, String name, List<TrailEvent> after, TrailEvent success) {
    Set<String> names = new HashSet<>(List.of(name, owner(failed)));
    names.remove(""); // of the root user and of services
    return after.stream()
        .takeWhile(e -> !e.equals(success))
        .anyMatch(e -> LaterChange.mayBeWhy(e, failed, names));
  }

  /** The name of the caller's role or user. */
  private static String owner(TrailEvent event) {
    String issuer = event.field("userIdentity.sessionContext.sessionIssuer.userName");
    String[] parts = event.principal().split("/", 3);
    return !issuer.isEmpty() ? issuer : parts.length > 1 ? parts[1] : "";
  }

  /**
   * Whether the parameters of a call have the name, as a whole or in an ARN; of one that failed
   * what AWS says may have it, where CloudTrail leaves the parameters out.
   */
  public static boolean names(TrailEvent event, String name) {
    return isNamed(event.field("errorMessage"), name)
        || event.fields().entrySet().stream()
            .filter(field -> field.getKey().startsWith("requestParameters."))
            .anyMatch(field -> isNamed(field.getValue(), name));
  }

  private static boolean isNamed(String value, String name) {
    for (int at = value.indexOf(name); at >= 0; at = value.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || value.charAt(at - 1) == '/';
      if (begins && (end == value.length() || !isPart(value.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || "+=,.@_-/".indexOf(c) >= 0;
  }
}
