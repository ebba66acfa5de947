package awsleuth.iam.batch;

import awsleuth.iam.PolicySet.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The {@code settings} of a batch line. */
final class SettingsReader {

  private SettingsReader() {}

  static Settings read(JsonParser parser, List<String> errors) {
    Set<String> on = new HashSet<>();
    read(parser, on, errors);
    return new Settings(
        on.contains("serviceLinkedRole"),
        on.contains("managementAccount"),
        on.contains("blockPublicAccess"),
        Set.of());
  }

  /** Collects the names of what is true, at any depth. */
  private static void read(JsonParser parser, Set<String> on, List<String> errors) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (!Fields.SETTINGS.contains(name)) {
        Fields.unknown(name, Fields.SETTINGS, errors);
      }
      if (token == JsonToken.VALUE_TRUE) {
        on.add(name);
      } else {
        read(parser, on, errors);
      }
    }
  }
}
