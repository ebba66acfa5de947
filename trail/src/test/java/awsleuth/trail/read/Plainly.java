package awsleuth.trail.read;

import awsleuth.trail.Event;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The columns of a record, read as plainly as can be: the whole as a tree, by Jackson's parser. */
final class Plainly {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Names in small letters, as tables have them, and as records do. */
  private static final Map<String, String> NAMES =
      Stream.concat(
              RandomRecord.COLUMNS.stream(),
              Stream.of(
                  "userIdentity",
                  "accountId",
                  "invokedBy",
                  "userName",
                  "principalId",
                  "onBehalfOf",
                  "userId",
                  "sessionContext",
                  "sessionIssuer"))
          .collect(Collectors.toMap(n -> n.toLowerCase(Locale.ROOT), n -> n));

  private Plainly() {}

  /** The event of a record; empty where it is no JSON object. */
  static Optional<Event> event(byte[] record) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), record)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, Object> tree = object(parser);
      return parser.nextToken() == null ? Optional.of(event(tree)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(NAMES.getOrDefault(name, name), value(parser));
    }
    return members;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value(parser);
        }
        yield 0;
      }
      case VALUE_NULL -> 0;
      default -> parser.getString();
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> in(Map<String, Object> tree, String name) {
    return tree.get(name) instanceof Map<?, ?> m ? (Map<String, Object>) m : Map.of();
  }

  private static String text(Map<String, Object> tree, String name) {
    @Nullable Object value = tree.get(name);
    return value instanceof String s ? s : "";
  }

  private static Event event(Map<String, Object> tree) {
    Map<String, Object> who = in(tree, "userIdentity");
    String role = text(in(in(who, "sessionContext"), "sessionIssuer"), "arn");
    String account = text(tree, "recipientAccountId");
    String code = text(tree, "errorCode");
    return new Event(
        EventTimes.of(text(tree, "eventTime").strip()),
        text(tree, "eventSource"),
        text(tree, "eventName"),
        text(tree, "awsRegion"),
        account.isEmpty() ? text(who, "accountId") : account,
        principal(who, role),
        text(tree, "userAgent"),
        text(tree, "sourceIPAddress"),
        code(code, text(tree, "errorMessage")),
        text(tree, "errorMessage"),
        text(tree, "requestID"),
        text(tree, "eventID"),
        text(tree, "sharedEventID"),
        "f",
        0);
  }

  private static String code(String code, String message) {
    if (code.isEmpty()) {
      return message.isEmpty() ? "" : "Failure";
    }
    return code.startsWith("Client.") || code.startsWith("Server.") ? code.substring(7) : code;
  }

  private static String principal(Map<String, Object> who, String role) {
    if (text(who, "type").equals("AssumedRole") && !role.isEmpty()) {
      return role;
    }
    String account = text(who, "accountId");
    String type = text(who, "type");
    String arn =
        text(who, "arn")
            .replaceFirst("(?s)^(.*?):sts:(.*?):assumed-role/([^/]*)/.*$", "$1:iam:$2:role/$3");
    String named = first(arn, text(who, "invokedBy"));
    String name = first(text(who, "userName"), text(in(who, "onBehalfOf"), "userId"));
    String id = text(who, "principalId");
    name = first(name, id.startsWith("arn:") || id.startsWith(":") ? id : id.split(":")[0]);
    if (!named.isEmpty() || name.isEmpty()) {
      return first(named, first(account, type));
    }
    return (type.isEmpty() ? "" : type + " ") + name + (account.isEmpty() ? "" : " of " + account);
  }

  private static String first(String some, String other) {
    return some.isEmpty() ? other : some;
  }
}
