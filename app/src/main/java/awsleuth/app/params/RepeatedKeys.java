package awsleuth.app.params;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Keys that an object of JSON has twice, of which all readers but the strict take the last. */
final class RepeatedKeys {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private RepeatedKeys() {}

  /** The first such key of a text that is JSON; empty where there is none. */
  static Optional<String> first(String json) {
    Deque<Set<String>> open = new ArrayDeque<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t == JsonToken.START_OBJECT) {
          open.push(new HashSet<>());
        } else if (t == JsonToken.END_OBJECT) {
          open.pop();
        } else if (t == JsonToken.PROPERTY_NAME && !open.element().add(parser.currentName())) {
          return Optional.of(parser.currentName());
        }
      }
    }
    return Optional.empty();
  }
}
