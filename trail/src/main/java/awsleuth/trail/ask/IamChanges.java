package awsleuth.trail.ask;

import awsleuth.core.fact.NewPrincipal;
import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import awsleuth.trail.change.EveryChange;
import java.util.TreeSet;

/** When IAM was changed, so that calls that failed moments later can be told from others. */
public final class IamChanges implements Fold<IamChanges> {

  private static final long serialVersionUID = 1;

  /** How many moments are kept; where there are more, any call may be one. */
  static final int MOST = 20_000;

  private final TreeSet<Long> times = new TreeSet<>();

  /** None yet. */
  public IamChanges() {}

  @Override
  public void add(Event event, RecordText record) {
    if (isOne(event) && event.time() != Event.UNKNOWN_TIME) {
      add(event.time());
    }
  }

  /** Whether an event changed IAM. */
  static boolean isOne(Event event) {
    return event.service().equals("iam")
        && (EveryChange.is(event)
            || (!event.isFailed() && NewPrincipal.isMade(event.source(), event.name())));
  }

  private void add(long time) {
    if (times.size() <= MOST) {
      times.add(time);
    }
  }

  @Override
  public void merge(IamChanges other) {
    other.times.forEach(this::add);
  }

  /** Whether IAM may have been changed moments before a failure that may be for that. */
  public boolean mayBeWhy(Event failed) {
    return Nearby.mayBe(failed)
        && (times.size() > MOST
            || !times.subSet(failed.time() - Nearby.BEFORE, true, failed.time(), true).isEmpty());
  }
}
