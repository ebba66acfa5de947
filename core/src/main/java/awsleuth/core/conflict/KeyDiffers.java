package awsleuth.core.conflict;

import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * The environment has another access key of the same kind than the one that signed the request, as
 * CloudTrail recorded it. A key of another kind is no contradiction: programs assume roles.
 */
public final class KeyDiffers implements Contradiction {

  private static final String NAME = "AWS_ACCESS_KEY_ID";
  private static final String FIELD = "userIdentity.accessKeyId";

  /** What a fingerprint keeps at either end. */
  private static final int KEPT = 4;

  @Override
  public List<Conflict> in(Facts facts) {
    Optional<EnvironmentVariable> variable = facts.variable(NAME);
    Optional<TrailEvent> event = facts.event();
    if (variable.isEmpty() || event.isEmpty() || facts.ownSession()) {
      return List.of();
    }
    String set = variable.get().value();
    String signed = event.get().field(FIELD);
    boolean sameKind =
        set.length() > 2 * KEPT
            && signed.length() > 2 * KEPT
            && set.startsWith(signed.substring(0, KEPT));
    if (!sameKind || end(set).equals(end(signed))) {
      return List.of();
    }
    return List.of(
        new Conflict(
            "access-key",
            "the environment's key did not sign the request",
            List.of(
                Facts.cite("`" + NAME + "` is " + shown(set), variable.get().source()),
                Facts.cite("the event has the key " + shown(signed), event.get().at(FIELD))),
            new Conflict.Taken.One(
                "the event is taken for who called; the environment is of another time or process,"
                    + " or the program makes a session of its own")));
  }

  private static String end(String key) {
    return key.substring(key.length() - KEPT);
  }

  private static String shown(String key) {
    return "`" + key.substring(0, KEPT) + "…" + end(key) + "`";
  }
}
