package awsleuth.iam.batch;

import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The request of a batch line, as far as it has been read. */
final class RequestFields {

  private String principal = "";
  private String action = "";
  private String resource = "*";
  private String account = "";
  private final Map<String, ContextValue> context = new HashMap<>();

  static RequestFields read(JsonParser parser, List<String> errors) {
    RequestFields fields = new RequestFields();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      errors.add("`request` is no object");
      parser.skipChildren();
      return fields;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.member(name, parser, errors);
    }
    return fields;
  }

  private void member(String name, JsonParser parser, List<String> errors) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    switch (name) {
      case "principal" -> principal = text(parser, "principal", errors);
      case "action" -> action = text(parser, "action", errors);
      case "resource" -> resource = text(parser, "resource", errors);
      case "resourceAccount" -> account = text(parser, "resourceAccount", errors);
      case "context" -> context(parser, errors);
      default -> {
        Fields.unknown(name, Fields.REQUEST, errors);
        parser.skipChildren();
      }
    }
  }

  /** A string, number or boolean as text; anything else is an error of the line. */
  static String text(JsonParser parser, String field, List<String> errors) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT
        || token == JsonToken.START_ARRAY
        || token == JsonToken.VALUE_NULL) {
      errors.add("`" + field + "` is no string");
      parser.skipChildren();
      return "";
    }
    return parser.getString();
  }

  private void context(JsonParser parser, List<String> errors) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      errors.add("`context` is no object");
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        List<String> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(text(parser, key, errors));
        }
        context.put(key, ContextValue.Present.of(values));
      } else if (token == JsonToken.START_OBJECT) {
        errors.add("the value of `" + key + "` in `context` is an object");
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        context.put(key, ContextValue.Present.of(parser.getString()));
      }
    }
  }

  /** The request in its complete context, but for keys that are said to be unknown. */
  Optional<Request> request(Set<String> unknown, List<String> errors) {
    for (String key : unknown) {
      context.keySet().removeIf(k -> k.equalsIgnoreCase(key));
      context.put(key, ContextValue.UNKNOWN);
    }
    if (action.indexOf(':') <= 0) {
      errors.add("`action` in `request` is not of the form service:Action");
      return Optional.empty();
    }
    Optional<Principal> who = Principal.parse(principal);
    if (who.isEmpty()) {
      errors.add("`principal` in `request` is no principal: `" + principal + "`");
    }
    return who.map(
        p -> new Request(p, action, resource, account, new Context(context, ContextValue.ABSENT)));
  }
}
