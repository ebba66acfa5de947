package awsleuth.trail.incident;

import awsleuth.trail.Event;
import java.util.List;
import java.util.Optional;

/**
 * Failures that have one cause.
 *
 * @param targets the groups of failures, the one that began first foremost
 * @param first the first failed call that is like most of them; empty where none was found again
 * @param message what AWS said of it, without secrets; empty where it said nothing
 * @param lastSuccess the last time that the same call succeeded before, or else the same on another
 *     object; empty where the archive has none
 * @param cause why
 * @param suspects the changes that may be why, the likeliest first; empty where another cause is
 *     certain
 * @param others how many more changes in the time before have to do with the calls
 * @param unrelated how many changes in that time have nothing to do with the calls
 */
public record Incident(
    List<Target> targets,
    Optional<Event> first,
    String message,
    Optional<LastSuccess> lastSuccess,
    Cause cause,
    List<Suspect> suspects,
    Others others,
    long unrelated) {

  /** The same with a cause that may be it. */
  Incident by(Cause other) {
    return new Incident(targets, first, message, lastSuccess, other, suspects, others, unrelated);
  }

  /** The failures that began first. */
  public Target target() {
    return targets.getFirst();
  }
}
