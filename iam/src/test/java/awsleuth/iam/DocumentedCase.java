package awsleuth.iam;

import awsleuth.iam.batch.BatchLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of {@code cases.jsonl}: a line of the batch contract with the decision that AWS's
 * documentation asks for.
 *
 * @param fields the texts of its outermost members
 * @param line the whole line
 */
record DocumentedCase(Map<String, String> fields, String line) {

  private static final JsonFactory FACTORY = new JsonFactory();

  static List<DocumentedCase> all() {
    try (InputStream in = DocumentedCase.class.getResourceAsStream("cases.jsonl")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(DocumentedCase::parse).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static DocumentedCase parse(String line) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          fields.put(name, parser.getString());
        }
        parser.skipChildren();
      }
    }
    return new DocumentedCase(fields, line);
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  Result expected() {
    return Arrays.stream(Result.values())
        .filter(result -> result.text().equals(field("expected")))
        .findFirst()
        .orElseThrow();
  }

  /** Whether it says that keys are unknown, of which the reference knows nothing. */
  boolean hasUnknownKeys() {
    return line.contains("\"unknown\":[");
  }

  BatchLine read() {
    return BatchLine.read(line);
  }

  @Override
  public String toString() {
    return field("rule") + ": " + field("name");
  }
}
