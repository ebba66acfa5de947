package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;

/**
 * Some events of a target: its first failures, and the calls of the same kind that succeeded around
 * them.
 */
final class Sample implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many bytes the records of all samples of a question may have. */
  private static final long ROOM = 64L << 20;

  /** How many they may have of one target: more are not needed. */
  private static final long MOST_OF_ONE = 8L << 20;

  private static final int MOST = 24;
  private static final int MOST_DELETED = 500;

  private final Target target;
  private final Few failed;
  private final Few before;
  private final Few after;
  private final Folders folders;
  private final Few deleted;

  /**
   * Of a target.
   *
   * @param samples how many samples share the room
   */
  Sample(Target target, int samples) {
    this.target = target;
    long room = Math.min(MOST_OF_ONE, ROOM / Math.max(1, samples)) / 4;
    failed = new Few(true, MOST, room);
    before = new Few(false, MOST, room);
    after = new Few(true, MOST, room);
    folders = new Folders(room);
    deleted = new Few(false, MOST_DELETED, room);
  }

  Target target() {
    return target;
  }

  void add(Event event, RecordText record) {
    long time = event.time();
    if (event.isFailed()) {
      if (event.code().equals(target.group().code())
          && time >= target.from()
          && time < target.to()) {
        failed.add(event, record);
      }
    } else if (time < target.from() + target.width()) {
      before.add(event, record);
      if (time < target.from()) {
        folders.add(event, record);
      }
    }
    if (!event.isFailed() && time >= target.from()) {
      after.add(event, record);
    }
  }

  /** Takes in the deletion of an object, where the failures may be for that. */
  void addDeletion(Event event, RecordText record) {
    if (target.group().code().equals(DeletedObject.CODE) && event.time() < target.to()) {
      deleted.add(event, record);
    }
  }

  void merge(Sample other) {
    deleted.merge(other.deleted);
    failed.merge(other.failed);
    before.merge(other.before);
    after.merge(other.after);
    folders.merge(other.folders);
  }

  /** The first failures, in the order of time. */
  List<Sampled> failed() {
    return failed.all();
  }

  /**
   * The last successes before the failures or in the stretch of the first of them, and the last in
   * each folder of a bucket, in the order of time.
   */
  List<Sampled> before() {
    TreeSet<Sampled> all = new TreeSet<>(before.all());
    all.addAll(folders.all());
    return List.copyOf(all);
  }

  /** Whether there were more before than are kept, so that a call may have succeeded unseen. */
  boolean isBeforeOver() {
    return before.isOver();
  }

  /** The last deletions of objects, in the order of time. */
  List<Sampled> deleted() {
    return deleted.all();
  }

  /** The first successes after the failures began, in the order of time. */
  List<Sampled> after() {
    return after.all();
  }
}
