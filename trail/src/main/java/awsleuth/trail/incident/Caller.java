package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.Fnv;
import awsleuth.trail.RecordText;
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
 * @param resource what it calls, where that has a rate of its own and is told; else empty
 */
record Caller(
    String operation,
    String principal,
    String agent,
    String account,
    String region,
    String resource)
    implements Comparable<Caller>, Serializable {

  private static final Comparator<Caller> ORDER =
      Comparator.comparingLong(Caller::number)
          .thenComparing(Caller::operation)
          .thenComparing(Caller::principal)
          .thenComparing(Caller::agent)
          .thenComparing(Caller::account)
          .thenComparing(Caller::region)
          .thenComparing(Caller::resource);

  static Caller of(Event e, RecordText record) {
    String resource = Rate.resource(e, record);
    return new Caller(e.name(), e.principal(), e.agent(), e.account(), e.region(), resource);
  }

  /** The same, whatever it calls with. */
  Caller withAnyAgent() {
    return new Caller(operation, principal, "", account, region, resource);
  }

  /** Whether it calls in the same account and Region, what has the same rate. */
  boolean isAt(Caller other) {
    return account.equals(other.account)
        && region.equals(other.region)
        && resource.equals(other.resource);
  }

  /** How many characters it has. */
  int length() {
    return operation.length()
        + principal.length()
        + agent.length()
        + account.length()
        + region.length()
        + resource.length();
  }

  /** The same on every machine. */
  private long number() {
    String all = String.join("\n", principal, agent, account, region, resource);
    return (Fnv.hash(all) ^ operation.hashCode()) * 0x9e3779b97f4a7c15L;
  }

  @Override
  public int compareTo(Caller other) {
    return ORDER.compare(this, other);
  }
}
