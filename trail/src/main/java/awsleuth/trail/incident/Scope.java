package awsleuth.trail.incident;

import awsleuth.trail.Filter;
import awsleuth.trail.time.Group;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What is asked.
 *
 * @param at a moment in milliseconds since 1970 UTC: failures around it are looked into; empty for
 *     all that became more
 * @param group which groups are looked into
 * @param isGroup whether groups were named, so that they are looked into whatever the rule of
 *     onsets says
 * @param calls which calls are counted, and which failures are looked into; changes are of any, and
 *     so are the successes beside the failures. An onset from before its {@code since} counts where
 *     it lasts until then
 * @param window how long before the first failure changes are looked for, in milliseconds
 * @param fixed whether they are looked for no longer before, and not from the last success on
 */
public record Scope(
    OptionalLong at,
    Predicate<Group> group,
    boolean isGroup,
    Filter calls,
    long window,
    boolean fixed) {

  /** A day. */
  public static final long USUAL_WINDOW = 24L * 3_600_000;

  /** So far from the moment asked about failures are looked into. */
  public static final long AROUND = 3_600_000;

  /** All that became more, and the changes of a day before, or from the last success on. */
  public static final Scope ALL =
      new Scope(OptionalLong.empty(), g -> true, false, Filter.ALL, USUAL_WINDOW, false);

  /** The same of some calls alone. */
  public Scope of(Filter some) {
    return new Scope(at, group, isGroup, some, window, fixed);
  }

  /** Which calls are counted, whenever they were: those before show what is usual. */
  Filter everCalled() {
    return calls.between(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  Optional<Long> moment() {
    return at.isPresent() ? Optional.of(at.getAsLong()) : Optional.empty();
  }
}
