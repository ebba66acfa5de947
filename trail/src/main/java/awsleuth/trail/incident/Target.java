package awsleuth.trail.incident;

import awsleuth.trail.time.Group;
import awsleuth.trail.time.Onset;
import java.util.Comparator;
import java.util.Optional;

/**
 * Failures that are looked into.
 *
 * @param group the failures
 * @param from the moment from which on they are looked into, in milliseconds since 1970 UTC
 * @param to the moment up to which
 * @param onset how they became more; empty where no rule found that, and where they are the first
 *     calls
 * @param asked whether they were asked about, so that they are told of whatever is found
 */
public record Target(Group group, long from, long to, Optional<Onset> onset, boolean asked) {

  static final Comparator<Target> ORDER =
      Comparator.comparingLong(Target::from).thenComparing(Target::group, Group.ORDER);

  static Target of(Onset onset, boolean asked) {
    return new Target(onset.group(), onset.from(), onset.to(), Optional.of(onset), asked);
  }
}
