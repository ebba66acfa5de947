package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Place;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudTrail events: one event, a log file's {@code {"Records": […]}}, an array, one event a
 * line, and what {@code aws cloudtrail lookup-events} prints (CloudTrail user guide, "CloudTrail
 * record contents").
 */
public final class TrailReader {

  private static final int DEEPEST = 60;
  private static final int LONGEST = 4000;
  private static final int LONGEST_PATH = 400;
  private static final int MOST_FIELDS = 2000;

  /** Members that are objects, which some exports have as texts. */
  private static final Set<String> OBJECTS =
      Set.of("userIdentity", "requestParameters", "responseElements", "additionalEventData");

  private final String artifact;
  private final List<TrailEvent> found = new ArrayList<>();

  private TrailReader(String artifact) {
    this.artifact = artifact;
  }

  /** The events in their order in the text; lines that are no JSON are passed over. */
  public static List<TrailEvent> read(Artifact artifact) {
    TrailReader reader = new TrailReader(artifact.name());
    List<JsonValue> values = JsonValue.parseAll(artifact.text(), 1);
    values.forEach(value -> reader.look(value, 0, 0, null));
    if (values.isEmpty()) {
      reader.byLine(artifact.text());
    }
    return List.copyOf(reader.found);
  }

  /** The one event that a text is, which begins in a line of an artifact. */
  public static Optional<TrailEvent> event(String artifact, String text, int line) {
    TrailReader reader = new TrailReader(artifact);
    JsonValue.parse(text, line).ifPresent(value -> reader.look(value, 0, 0, null));
    return reader.found.size() == 1 ? Optional.of(reader.found.getFirst()) : Optional.empty();
  }

  private void byLine(String text) {
    int number = 1;
    for (int from = 0; from < text.length(); number++) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end);
      int open = line.indexOf('{');
      if (open >= 0) {
        JsonValue.parse(line.substring(open), number)
            .ifPresent(value -> look(value, 0, open, null));
      }
      from = end < 0 ? text.length() : end + 1;
    }
  }

  /**
   * @param shift how many characters stand before the value's text in its line
   * @param inside where the text begins that the value is written in; null where it stands as such
   */
  private void look(JsonValue value, int depth, int shift, @Nullable Place inside) {
    if (depth > DEEPEST) {
      return;
    }
    switch (value) {
      case JsonValue.Members m -> {
        if (!m.text("eventName").isEmpty() && !m.text("eventSource").isEmpty()) {
          Fields fields = new Fields(new LinkedHashMap<>(), new LinkedHashMap<>(), shift, inside);
          fields.add("", m, 0);
          found.add(
              new TrailEvent(
                  Map.copyOf(fields.values),
                  Map.copyOf(fields.places),
                  new Source(artifact, m.line())));
          return;
        }
        for (JsonValue v : m.values().values()) {
          look(v, depth + 1, shift, inside);
        }
      }
      case JsonValue.Elements e -> {
        for (JsonValue v : e.values()) {
          look(v, depth + 1, shift, inside);
        }
      }
      case JsonValue.Text t -> {
        if (t.value().startsWith("{") && t.value().contains("\"eventName\"")) {
          String oneLine = t.value().replace('\n', ' ').replace('\r', ' ');
          Place place = inside == null ? new Place(t.line(), t.column() + shift) : inside;
          JsonValue.parse(oneLine, t.line()).ifPresent(v -> look(v, depth + 1, 0, place));
        }
      }
      case JsonValue.Scalar _ -> {}
    }
  }

  /** The scalars of one event. */
  private record Fields(
      Map<String, String> values, Map<String, Place> places, int shift, @Nullable Place inside) {

    void add(String path, JsonValue value, int depth) {
      if (depth > DEEPEST || path.length() > LONGEST_PATH || values.size() >= MOST_FIELDS) {
        return;
      }
      switch (value) {
        case JsonValue.Members m -> {
          for (Map.Entry<String, JsonValue> e : m.values().entrySet()) {
            String name = path.isEmpty() ? e.getKey() : path + "." + e.getKey();
            add(name, e.getValue(), depth + 1);
          }
        }
        case JsonValue.Elements e -> {
          for (int i = 0; i < e.values().size(); i++) {
            add(path + "." + i, e.values().get(i), depth + 1);
          }
        }
        case JsonValue.Text t -> {
          Optional<JsonValue> object = OBJECTS.contains(path) ? object(t) : Optional.empty();
          if (object.isPresent()) {
            Place place = inside == null ? new Place(t.line(), t.column() + shift) : inside;
            new Fields(values, places, 0, place).add(path, object.get(), depth + 1);
          } else {
            put(path, cut(t.value()), t.line(), t.column());
          }
        }
        case JsonValue.Scalar s -> {
          if (!s.literal().equals("null")) {
            put(path, s.literal(), s.line(), s.column());
          }
        }
      }
    }

    /** What some exports have as a text, which it is JSON in. */
    private static Optional<JsonValue> object(JsonValue.Text text) {
      return text.value().startsWith("{")
          ? JsonValue.parse(text.value().replace('\n', ' ').replace('\r', ' '), text.line())
          : Optional.empty();
    }

    private void put(String path, String value, int line, int column) {
      values.put(path, value);
      places.put(path, inside == null ? new Place(line, column + shift) : inside);
    }
  }

  private static String cut(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }
}
