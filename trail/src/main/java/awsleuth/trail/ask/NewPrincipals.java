package awsleuth.trail.ask;

import awsleuth.core.fact.NewPrincipal;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Roles, users and instance profiles that were made, so that calls which name one moments later can
 * be told from others. The earliest are kept, at most {@link #MOST}.
 */
final class NewPrincipals implements Serializable {

  private static final long serialVersionUID = 1;

  /** How many are kept. */
  static final int MOST = 4096;

  private static final int LARGEST_RECORD = 16 << 10;

  /** How many bytes their records have together at most. */
  private static final long ROOM = 8L << 20;

  private long bytes;

  /** The first that found no room, behind which none finds any; null for none. */
  private ById.@Nullable Match end;

  private final TreeSet<ById.Match> made = new TreeSet<>(new ById.InOrder());

  void add(Event event, RecordText record) {
    boolean makes =
        !event.isFailed()
            && event.time() != Event.UNKNOWN_TIME
            && NewPrincipal.isMade(event.source(), event.name());
    if (makes && record.length() <= LARGEST_RECORD) {
      keep(new ById.Match(event, record.kept()));
    }
  }

  private void keep(ById.Match match) {
    if (!isBehind(match) && made.add(match)) {
      bytes += match.record().length();
      while (made.size() > MOST || bytes > ROOM) {
        close(made.last());
      }
    }
  }

  private boolean isBehind(ById.Match match) {
    return end != null && Event.ORDER.compare(match.event(), end.event()) >= 0;
  }

  private void close(ById.Match from) {
    end = from;
    while (!made.isEmpty() && isBehind(made.last())) {
      bytes -= made.last().record().length();
      made.pollLast();
    }
  }

  void merge(NewPrincipals other) {
    if (other.end != null && !isBehind(other.end)) {
      close(other.end);
    }
    other.made.forEach(this::keep);
  }

  /** The records of those that were made within moments before a call. */
  List<RecordText> before(Event call) {
    List<RecordText> records = new ArrayList<>();
    for (ById.Match match : made) {
      long ago = call.time() - match.event().time();
      if (call.time() != Event.UNKNOWN_TIME && ago >= 0 && ago <= NewPrincipal.BEFORE.toMillis()) {
        records.add(match.record());
      }
    }
    return records;
  }
}
