package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What the files of a gathering do not tell themselves, and what is in none of them. */
final class Manifest {

  /** The name of its file. */
  static final String FILE = "awsleuth.json";

  private final SequencedMap<PyValue, PyValue> files = new LinkedHashMap<>();
  private final List<PyValue> unread = new ArrayList<>();

  /** Says on which level of an organization the policy of a file is. */
  void attach(String file, String level) {
    files.put(new PyValue.Str(file), dict(Map.entry("attached_to", level)));
  }

  /**
   * Says which policies of whom, or what else of a kind, were not read, why, and the command that
   * would show them.
   */
  void miss(String kind, String of, String what, String why, String how) {
    unread.add(
        dict(
            Map.entry("kind", kind),
            Map.entry("attached_to", of),
            Map.entry("what", what),
            Map.entry("why", why),
            Map.entry("how", how)));
  }

  boolean isEmpty() {
    return files.isEmpty() && unread.isEmpty();
  }

  String text() {
    SequencedMap<String, PyValue> all = new LinkedHashMap<>();
    if (!files.isEmpty()) {
      all.put("files", new PyValue.Dict(files));
    }
    if (!unread.isEmpty()) {
      all.put("unread", new PyValue.PyList(unread));
    }
    return Texts.pretty(all);
  }

  @SafeVarargs
  private static PyValue dict(Map.Entry<String, String>... entries) {
    SequencedMap<PyValue, PyValue> said = new LinkedHashMap<>();
    for (Map.Entry<String, String> e : entries) {
      said.put(new PyValue.Str(e.getKey()), new PyValue.Str(e.getValue()));
    }
    return new PyValue.Dict(said);
  }
}
