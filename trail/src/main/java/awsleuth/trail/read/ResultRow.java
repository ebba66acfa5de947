package awsleuth.trail.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A row of {@code aws cloudtrail get-query-results}: a list of columns, each an object with one
 * member ({@code [{"eventName": "GetObject"}, …]}).
 */
final class ResultRow {

  private static final JsonFactory FACTORY = new JsonFactory();

  private ResultRow() {}

  /** The event that it was made of, as JSON; empty where a column is no text. */
  static Optional<String> json(String row) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), row)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t == JsonToken.PROPERTY_NAME) {
          names.add(parser.currentName());
          if (!parser.nextToken().isScalarValue()) {
            return Optional.empty();
          }
          values.add(parser.getString());
        }
      }
    } catch (JacksonException e) {
      return Optional.empty();
    }
    return Optional.of(new RowJson(names).of(values));
  }
}
