package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * A role as which the refused request was made before and allowed, while now an IAM user makes it
 * whose keys are in the environment. botocore asks the environment before the role of an instance
 * or container (botocore/credentials.py, create_credential_resolver).
 *
 * @param event the newest such request of the role
 * @param key the variable of the key id
 */
record EarlierCaller(TrailEvent event, EnvironmentVariable key) {

  private static final String LONG_TERM = "AKIA";

  /** Empty too where the user was allowed it before, since then both are meant to call. */
  static Optional<EarlierCaller> of(Facts facts) {
    Access access = Access.of(facts);
    Optional<EnvironmentVariable> key =
        facts.variable("AWS_ACCESS_KEY_ID").filter(v -> v.value().startsWith(LONG_TERM));
    if (key.isEmpty() || !access.owner().startsWith("user/") || access.resource().isEmpty()) {
      return Optional.empty();
    }
    List<TrailEvent> trail = facts.trail();
    List<TrailEvent> allowed =
        trail.subList(Math.max(0, trail.size() - Facts.MOST_EVENTS), trail.size()).stream()
            .filter(e -> e.errorCode().isEmpty() && isSame(e, facts, access))
            .toList();
    boolean own = allowed.stream().anyMatch(e -> e.principal().equals(access.principal()));
    return own
        ? Optional.empty()
        : allowed.reversed().stream()
            .filter(e -> Principals.owner(e.principal()).startsWith("role/"))
            .findFirst()
            .map(e -> new EarlierCaller(e, key.get()));
  }

  private static boolean isSame(TrailEvent e, Facts facts, Access access) {
    return e.operation().equals(facts.call().operation())
        && EventRequest.resource(e, access.action()).equals(access.resource());
  }

  /** {@code role/NAME}. */
  String owner() {
    return Principals.owner(event.principal());
  }

  /** The request of the role, and the key. */
  List<Citation> cite() {
    return List.of(
        new Citation(
            "`" + event.principal() + "` was allowed the same request at " + event.time(),
            event.source()),
        new Citation(
            "AWS_ACCESS_KEY_ID is set, so botocore does not ask for a role's credentials",
            key.source()));
  }
}
