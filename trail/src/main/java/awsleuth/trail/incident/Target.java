package awsleuth.trail.incident;

import awsleuth.trail.time.Group;
import awsleuth.trail.time.Onset;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Failures that are looked into.
 *
 * @param group the failures
 * @param from the moment from which on they are looked into, in milliseconds since 1970 UTC
 * @param to the moment up to which
 * @param width how long after {@code from} the first failure may be, in milliseconds; 0 where it is
 *     there
 * @param onset how they became more; empty where no rule found that, and where they are the first
 *     calls
 * @param why why they are looked into
 */
public record Target(Group group, long from, long to, long width, Optional<Onset> onset, Why why)
    implements Serializable {

  /** Why failures are looked into. */
  public enum Why {
    /** They became more. */
    ONSET,
    /** The group was asked for. */
    GROUP,
    /** They are around the moment that was asked for. */
    MOMENT,
    /** They say that requests come too fast; told of where it is seen who used up the rate. */
    THROTTLED,
    /** They are the first calls that a principal makes; told of where IAM was late. */
    FIRST_CALLS
  }

  /** As it is written, since an {@link Optional} cannot be. */
  private record Written(
      Group group, long from, long to, long width, @Nullable Onset onset, Why why)
      implements Serializable {

    private Object readResolve() {
      return new Target(group, from, to, width, Optional.ofNullable(onset), why);
    }
  }

  private Object writeReplace() {
    return new Written(group, from, to, width, onset.orElse(null), why);
  }

  static final Comparator<Target> ORDER =
      Comparator.comparingLong(Target::from).thenComparing(Target::group, Group.ORDER);

  /** Those that were found or asked for first, then those of the greatest score. */
  static final Comparator<Target> WEIGHT =
      Comparator.comparing(Target::why)
          .thenComparing(Comparator.comparingDouble(Target::score).reversed())
          .thenComparing(ORDER);

  private double score() {
    return onset.map(Onset::score).orElse(0.0);
  }

  static Target of(Onset onset) {
    return new Target(
        onset.group(),
        onset.from(),
        onset.to(),
        onset.times().width(),
        Optional.of(onset),
        Why.ONSET);
  }

  /**
   * The same, its calls counted from the first failure on.
   *
   * @param successes calls of the group that succeeded
   */
  Target counted(List<Sampled> successes) {
    if (onset.isEmpty() || onset.get().times().logged() || width <= 0) {
      return this;
    }
    long start = Math.floorDiv(from, width) * width;
    long early =
        successes.stream()
            .filter(s -> s.event().time() >= start && s.event().time() < from)
            .count();
    return new Target(group, from, to, width, onset.map(o -> o.without(early)), why);
  }

  /** Whether they are told of though nothing explains them. */
  boolean isToldAnyhow() {
    return why != Why.FIRST_CALLS && why != Why.THROTTLED;
  }
}
