package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads CloudTrail events: one event, a log file's {@code {"Records": […]}}, an array, one event a
 * line, and what {@code aws cloudtrail lookup-events} prints (CloudTrail user guide, "CloudTrail
 * record contents").
 */
final class TrailReader {

  private static final int DEEPEST = 60;
  private static final int LONGEST = 4000;
  private static final int LONGEST_PATH = 400;
  private static final int MOST_FIELDS = 2000;

  private final String artifact;
  private final List<TrailEvent> found = new ArrayList<>();

  private TrailReader(String artifact) {
    this.artifact = artifact;
  }

  /** The events in their order in the text; lines that are no JSON are passed over. */
  static List<TrailEvent> read(Artifact artifact) {
    TrailReader reader = new TrailReader(artifact.name());
    List<JsonValue> values = JsonValue.parseAll(artifact.text(), 1);
    for (JsonValue value : values.isEmpty() ? byLine(artifact.text()) : values) {
      reader.look(value, 0);
    }
    return List.copyOf(reader.found);
  }

  private static List<JsonValue> byLine(String text) {
    List<JsonValue> values = new ArrayList<>();
    int number = 1;
    for (int from = 0; from < text.length(); number++) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end);
      int open = line.indexOf('{');
      if (open >= 0) {
        JsonValue.parse(line.substring(open), number).ifPresent(values::add);
      }
      from = end < 0 ? text.length() : end + 1;
    }
    return values;
  }

  private void look(JsonValue value, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (value) {
      case JsonValue.Members m -> {
        if (!m.text("eventName").isEmpty() && !m.text("eventSource").isEmpty()) {
          Map<String, String> fields = new LinkedHashMap<>();
          flatten(fields, "", m, 0);
          found.add(new TrailEvent(Map.copyOf(fields), new Source(artifact, m.line())));
          return;
        }
        for (JsonValue v : m.values().values()) {
          look(v, depth + 1);
        }
      }
      case JsonValue.Elements e -> {
        for (JsonValue v : e.values()) {
          look(v, depth + 1);
        }
      }
      case JsonValue.Text t -> {
        if (t.value().startsWith("{") && t.value().contains("\"eventName\"")) {
          String oneLine = t.value().replace('\n', ' ').replace('\r', ' ');
          JsonValue.parse(oneLine, t.line()).ifPresent(v -> look(v, depth + 1));
        }
      }
      case JsonValue.Scalar _ -> {}
    }
  }

  private static void flatten(Map<String, String> out, String path, JsonValue value, int depth) {
    if (depth > DEEPEST || path.length() > LONGEST_PATH || out.size() >= MOST_FIELDS) {
      return;
    }
    switch (value) {
      case JsonValue.Members m -> {
        for (Map.Entry<String, JsonValue> e : m.values().entrySet()) {
          String name = path.isEmpty() ? e.getKey() : path + "." + e.getKey();
          flatten(out, name, e.getValue(), depth + 1);
        }
      }
      case JsonValue.Elements e -> {
        for (int i = 0; i < e.values().size(); i++) {
          flatten(out, path + "." + i, e.values().get(i), depth + 1);
        }
      }
      case JsonValue.Text t -> out.put(path, cut(t.value()));
      case JsonValue.Scalar s -> {
        if (!s.literal().equals("null")) {
          out.put(path, s.literal());
        }
      }
    }
  }

  private static String cut(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }
}
