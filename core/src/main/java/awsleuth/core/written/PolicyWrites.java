package awsleuth.core.written;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import java.util.List;

/**
 * All events given that wrote a policy or took one away.
 *
 * @param all in the order of their time
 */
public record PolicyWrites(List<PolicyWrite> all) {

  /** Those around a failed call, found once for all failed calls. */
  public static PolicyWrites of(Facts facts) {
    return facts.ofTrail(PolicyWrites.class, PolicyWrites::in);
  }

  private static PolicyWrites in(List<TrailEvent> trail) {
    return new PolicyWrites(trail.stream().flatMap(e -> PolicyWrite.of(e).stream()).toList());
  }

  /** Those at a time and after it. */
  public List<PolicyWrite> from(String time) {
    return all.stream().filter(w -> w.event().time().compareTo(time) >= 0).toList();
  }
}
