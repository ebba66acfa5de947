package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The last call in each of some folders of buckets: policies are about folders, and the last calls
 * of all may be in another. Folders that differ in digits alone, such as those of days, are one.
 * Those called last are kept, whatever the order in which calls come.
 */
final class Folders implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int MOST = 16;
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private static final Comparator<Sampled> LAST =
      Comparator.<Sampled>comparingLong(s -> s.event().time())
          .thenComparing(s -> s.event().actionId())
          .thenComparing(Comparator.<Sampled>naturalOrder().reversed());

  private final long longest;
  private final Map<String, Sampled> last = new HashMap<>();

  /**
   * None yet.
   *
   * @param room how many bytes the records may have
   */
  Folders(long room) {
    longest = room / MOST;
  }

  /** Takes a call in where it is the last of a folder so far. */
  void add(Event event, RecordText record) {
    if (event.service().equals("s3") && record.length() <= longest) {
      add(folder(record.text()), new Sampled(event, record));
    }
  }

  private void add(String folder, Sampled call) {
    Sampled known = last.get(folder);
    if (folder.isEmpty() || (known != null && LAST.compare(call, known) <= 0)) {
      return;
    }
    boolean late = known != null || last.size() < MOST || LAST.compare(call, first()) > 0;
    if (late) {
      last.put(folder, new Sampled(call.event(), call.record().kept()));
    }
    if (last.size() > MOST) {
      last.values().remove(first());
    }
  }

  private Sampled first() {
    return last.values().stream().min(LAST).orElseThrow();
  }

  /** Bucket and key up to its last slash; empty where the call has no key. */
  private static String folder(String record) {
    int parameters = Math.max(0, record.indexOf("\"requestParameters\""));
    String key = text(record, "\"key\"", parameters);
    int slash = key.lastIndexOf('/') + 1;
    return key.isEmpty()
        ? ""
        : text(record, "\"bucketName\"", parameters)
            + "/"
            + DIGITS.matcher(key.substring(0, slash)).replaceAll("0");
  }

  /** The text that a name has, as it is written. */
  private static String text(String json, String name, int from) {
    int at = json.indexOf(name, from);
    int start = at < 0 ? -1 : json.indexOf('"', at + name.length());
    int end = start < 0 ? -1 : json.indexOf('"', start + 1);
    return end < 0 ? "" : json.substring(start + 1, end);
  }

  /** Takes in what another has. */
  void merge(Folders other) {
    other.last.forEach(this::add);
  }

  /** Those that are kept, in the order of time. */
  List<Sampled> all() {
    List<Sampled> all = new ArrayList<>(last.values());
    all.sort(Comparator.naturalOrder());
    return all;
  }
}
