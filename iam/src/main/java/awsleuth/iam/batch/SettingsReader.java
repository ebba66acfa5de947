package awsleuth.iam.batch;

import awsleuth.iam.PolicySet.Settings;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The {@code settings} of a batch line. */
final class SettingsReader {

  private SettingsReader() {}

  static Settings read(JsonParser parser) {
    Set<String> on = new HashSet<>();
    read(parser, on);
    return new Settings(
        on.contains("serviceLinkedRole"),
        on.contains("managementAccount"),
        on.contains("blockPublicAccess"));
  }

  /** Collects the names of what is true, at any depth. */
  private static void read(JsonParser parser, Set<String> on) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_TRUE) {
        on.add(name);
      } else {
        read(parser, on);
      }
    }
  }
}
