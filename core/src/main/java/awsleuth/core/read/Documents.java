package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;

/** The clean lines of a text, which may be a JSON document as a whole. */
final class Documents {

  private Documents() {}

  static List<Line> lines(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) <= ' ') {
      first++;
    }
    if (first < text.length() && (text.charAt(first) == '{' || text.charAt(first) == '[')) {
      List<JsonValue> values = JsonValue.parseAll(text, 1);
      if (!values.isEmpty() && isObject(values.getFirst())) {
        List<Line> lines = new ArrayList<>();
        for (JsonValue v : values) {
          Json.add(lines, v, 0);
        }
        return lines;
      }
    }
    return Cleaner.clean(text);
  }

  private static boolean isObject(JsonValue value) {
    return switch (value) {
      case JsonValue.Members _ -> true;
      case JsonValue.Elements e -> !e.values().isEmpty() && isObject(e.values().getFirst());
      case JsonValue.Text _ -> false;
      case JsonValue.Scalar _ -> false;
    };
  }
}
