package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.Fnv;
import java.io.Serializable;
import java.util.Comparator;

/**
 * Who calls what, where a rate is shared.
 *
 * @param operation the event's name
 * @param principal the role's or user's ARN
 * @param agent what it calls with
 * @param account the account
 * @param region the Region
 */
record Caller(String operation, String principal, String agent, String account, String region)
    implements Comparable<Caller>, Serializable {

  private static final Comparator<Caller> ORDER =
      Comparator.comparingLong(Caller::number)
          .thenComparing(Caller::operation)
          .thenComparing(Caller::principal)
          .thenComparing(Caller::agent)
          .thenComparing(Caller::account)
          .thenComparing(Caller::region);

  static Caller of(Event e) {
    return new Caller(e.name(), e.principal(), e.agent(), e.account(), e.region());
  }

  /** The same, whatever it calls with. */
  Caller withAnyAgent() {
    return new Caller(operation, principal, "", account, region);
  }

  /** How many characters it has. */
  int length() {
    return operation.length()
        + principal.length()
        + agent.length()
        + account.length()
        + region.length();
  }

  /** The same on every machine. */
  private long number() {
    String all = String.join("\n", principal, agent, account, region);
    return (Fnv.hash(all) ^ operation.hashCode()) * 0x9e3779b97f4a7c15L;
  }

  @Override
  public int compareTo(Caller other) {
    return ORDER.compare(this, other);
  }
}
