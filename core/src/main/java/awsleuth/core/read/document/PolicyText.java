package awsleuth.core.read.document;

import awsleuth.core.read.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A policy document that is written as a string: JSON, or JSON with URL encoding (RFC 3986). */
final class PolicyText {

  private PolicyText() {}

  /** The document in a string; empty where it is none. All its lines are the string's line. */
  static Optional<JsonValue> decode(JsonValue.Text text) {
    String value = text.value().strip();
    String json = value.startsWith("%7B") || value.startsWith("%7b") ? unescape(value) : value;
    if (!json.startsWith("{") || !json.contains("Statement")) {
      return Optional.empty();
    }
    return JsonValue.parse(json.replace('\n', ' ').replace('\r', ' '), text.line());
  }

  private static String unescape(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int code = c == '%' && i + 2 < value.length() ? hex(value, i + 1) : -1;
      if (code >= 0) {
        bytes.write(code);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(String value, int at) {
    int high = Character.digit(value.charAt(at), 16);
    int low = Character.digit(value.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
