package awsleuth.core.read;

import awsleuth.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;

/** The clean lines of a text, which may be a JSON document as a whole, without secrets. */
final class Documents {

  private Documents() {}

  static List<Line> lines(String text) {
    List<Line> found = found(text);
    List<String> masked = Secrets.maskLines(found.stream().map(Line::text).toList());
    List<Line> lines = new ArrayList<>(found.size());
    for (int i = 0; i < masked.size(); i++) {
      lines.add(new Line(found.get(i).number(), masked.get(i)));
    }
    return lines;
  }

  private static List<Line> found(String text) {
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
