package awsleuth.trail.ask;

import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.RecordText;
import awsleuth.trail.change.EveryChange;

/**
 * The events of requests, and beside them all changes as far as there is room, so that an archive
 * need not be read again for those that have to do with the requests.
 */
public final class ByIdBeside implements Fold<ByIdBeside> {

  private static final long serialVersionUID = 1;

  private final ById calls;
  private final EveryChange changes = new EveryChange();

  /** Of some requests. */
  public ByIdBeside(ById calls) {
    this.calls = calls;
  }

  @Override
  public void add(Event event, RecordText record) {
    calls.add(event, record);
    changes.add(event, record);
  }

  @Override
  public void merge(ByIdBeside other) {
    calls.merge(other.calls);
    changes.merge(other.changes);
  }

  /** The requests' events. */
  public ById calls() {
    return calls;
  }

  /** The changes. */
  public EveryChange changes() {
    return changes;
  }
}
