package awsleuth.boto.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Keys that an object of JSON has twice, of which all readers but the strict take the last. */
public final class RepeatedKeys {

  private RepeatedKeys() {}

  /** The first such key of a text that {@link TypedJson} reads; empty where there is none. */
  public static Optional<String> first(String json) {
    Deque<Set<String>> open = new ArrayDeque<>();
    try (JsonParser parser = TypedJson.FACTORY.createParser(ObjectReadContext.empty(), json)) {
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
