package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/**
 * The event that deleted the access key in the environment or made it inactive (IAM API reference,
 * DeleteAccessKey, UpdateAccessKey), the last on this key that a trail has before the failure. Key
 * ids are known by their ends alone, which is said.
 *
 * @param event which succeeded
 */
record KeyChange(TrailEvent event) {

  private static final String PARAMETERS = "requestParameters.";
  private static final String NAME = "AWS_ACCESS_KEY_ID";

  /** What a fingerprint keeps at either end. */
  private static final int KEPT = 4;

  /** Empty where no trail tells it, or the key was made active again. */
  static Optional<KeyChange> of(Facts facts) {
    Optional<String> key = facts.variable(NAME).map(EnvironmentVariable::value);
    List<TrailEvent> trail = facts.trail();
    if (key.isEmpty() || key.get().length() <= 2 * KEPT || trail.size() > Facts.MOST_EVENTS) {
      return Optional.empty();
    }
    String until = facts.event().map(TrailEvent::time).orElse("");
    return trail.reversed().stream()
        .filter(e -> e.errorCode().isEmpty() && e.eventSource().equals("iam.amazonaws.com"))
        .filter(e -> until.isEmpty() || e.time().compareTo(until) < 0)
        .filter(e -> isOn(e) && isSame(e.field(PARAMETERS + "accessKeyId"), key.get()))
        .findFirst()
        .filter(e -> !e.field(PARAMETERS + "status").equalsIgnoreCase("Active"))
        .map(KeyChange::new);
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
        "%s the key `%s…%s`%s, as which the one in the environment begins and ends"
            .formatted(
                deletes() ? "deleted" : "made inactive",
                key.substring(0, KEPT),
                key.substring(key.length() - KEPT),
                user().isEmpty() ? "" : " of user `" + user() + "`"),
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
