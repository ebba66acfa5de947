package awsleuth.core.read.json;

import java.util.Map;

/** Writes a JSON value on one line, strings as they are: for reading on, not for machines. */
final class JsonText {

  private JsonText() {}

  static void write(StringBuilder out, JsonValue value) {
    switch (value) {
      case JsonValue.Members m -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> e : m.values().entrySet()) {
          out.append(separator).append('"').append(e.getKey()).append("\": ");
          write(out, e.getValue());
          separator = ", ";
        }
        out.append('}');
      }
      case JsonValue.Elements e -> {
        out.append('[');
        String separator = "";
        for (JsonValue v : e.values()) {
          out.append(separator);
          write(out, v);
          separator = ", ";
        }
        out.append(']');
      }
      case JsonValue.Text t -> out.append('"').append(t.value().replace("\"", "\\\"")).append('"');
      case JsonValue.Scalar s -> out.append(s.literal());
    }
  }
}
