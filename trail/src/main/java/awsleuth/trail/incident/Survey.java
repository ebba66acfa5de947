package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import awsleuth.trail.change.Changes;
import awsleuth.trail.time.Loads;

/** The first pass over an archive: calls and failures over time, and the changes. */
public final class Survey implements Fold<Survey> {

  private static final long serialVersionUID = 1;

  private final Filter calls;
  private final boolean all;
  private final Loads loads = new Loads();
  private final Changes changes = new Changes(false);

  /** Of all calls. */
  public Survey() {
    this(Filter.ALL);
  }

  /**
   * Of some calls.
   *
   * @param calls which; changes are kept of any
   */
  Survey(Filter calls) {
    this.calls = calls;
    this.all = calls.equals(Filter.ALL);
  }

  @Override
  public void add(Event event, RecordText record) {
    if (all || calls.keeps(event)) {
      loads.add(event, record);
    }
    changes.add(event, record);
  }

  @Override
  public void merge(Survey other) {
    loads.merge(other.loads);
    changes.merge(other.changes);
  }

  /** Calls and failures over time. */
  public Loads loads() {
    return loads;
  }

  /** The changes that succeeded. */
  public Changes changes() {
    return changes;
  }
}
