package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.timeline.LineTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The event that deleted the access key in the environment or made it inactive (IAM API reference,
 * DeleteAccessKey, UpdateAccessKey), the last on this key that a trail has before the failure. Key
 * ids are known by their ends alone, which is said.
 *
 * @param event which succeeded
 * @param before whether it is known to be before the failure, as the time of that is told
 */
record KeyChange(TrailEvent event, boolean before) {

  private static final String PARAMETERS = "requestParameters.";
  private static final String NAME = "AWS_ACCESS_KEY_ID";

  /** What a fingerprint keeps at either end. */
  private static final int KEPT = 4;

  /** Empty where no trail tells it, another key is in use, or it was made active again. */
  static Optional<KeyChange> of(Facts facts) {
    KeySource used = KeySource.in(facts);
    Optional<String> key =
        facts
            .variable(NAME)
            .filter(v -> used.profile().isEmpty() && used.place().equals(Optional.of(v.source())))
            .map(EnvironmentVariable::value);
    List<TrailEvent> trail = facts.trail();
    if (key.isEmpty() || key.get().length() <= 2 * KEPT || trail.size() > Facts.MOST_EVENTS) {
      return Optional.empty();
    }
    Optional<Instant> until =
        facts.event().isPresent()
            ? facts.event().flatMap(KeyChange::time)
            : LineTime.of(facts).map(LineTime::time);
    return trail.reversed().stream()
        .filter(e -> e.errorCode().isEmpty() && e.eventSource().equals("iam.amazonaws.com"))
        .filter(e -> until.isEmpty() || time(e).filter(until.get()::isAfter).isPresent())
        .filter(e -> isOn(e) && isSame(e.field(PARAMETERS + "accessKeyId"), key.get()))
        .findFirst()
        .filter(e -> !e.field(PARAMETERS + "status").equalsIgnoreCase("Active"))
        .map(e -> new KeyChange(e, until.isPresent()));
  }

  private static Optional<Instant> time(TrailEvent e) {
    try {
      return Optional.of(Instant.parse(e.time()));
    } catch (DateTimeParseException unread) {
      return Optional.empty();
    }
  }

  private static boolean isOn(TrailEvent e) {
    return e.eventName().equals("DeleteAccessKey") || e.eventName().equals("UpdateAccessKey");
  }

  private static boolean isSame(String one, String other) {
    return one.length() > 2 * KEPT
        && one.regionMatches(0, other, 0, KEPT)
        && one.substring(one.length() - KEPT).equals(other.substring(other.length() - KEPT));
  }

  private boolean deletes() {
    return event.eventName().startsWith("Delete");
  }

  private String user() {
    return event.field(PARAMETERS + "userName");
  }

  Citation cite() {
    String key = event.field(PARAMETERS + "accessKeyId");
    return Citation.of(
        event,
        "%s the key `%s…%s`%s, as which the one in the environment begins and ends%s"
            .formatted(
                deletes() ? "deleted" : "made inactive",
                key.substring(0, KEPT),
                key.substring(key.length() - KEPT),
                user().isEmpty() ? "" : " of user `" + user() + "`",
                before ? "" : "; whether before the failure is not told"),
        event.at(PARAMETERS + "accessKeyId"));
  }

  /** Who did that is to be asked: it was meant, where the key was known to others. */
  Fix fix() {
    String user = Literal.shell(user(), "<user>");
    String who = event.principal().isEmpty() ? "who did that" : "`" + event.principal() + "`";
    return Fix.askAdministrator(
        (deletes()
                ? "ask " + who + ", and take a new key"
                : "ask " + who + ", and take another key")
            + " or, better, a role",
        "aws iam create-access-key --user-name " + user);
  }
}
