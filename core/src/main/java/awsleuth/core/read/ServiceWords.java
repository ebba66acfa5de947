package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;

/** Words in which one service alone tells its errors. */
enum ServiceWords {
  DYNAMODB(
      "dynamodb",
      "resource not found: Table",
      "Transaction cancelled, please refer",
      "key element does not match the schema",
      "AttributeValue",
      "KeyConditionExpression",
      "ExpressionAttribute",
      "KeySchemaElement",
      "key schema element"),
  LOGS("logs", "specified log group", "specified log stream"),
  LAMBDA("lambda", "role defined for the function"),
  CLOUDFORMATION("cloudformation", "at 'stackName'", "Stack with id ");

  private final String service;
  private final List<String> words;

  ServiceWords(String service, String... words) {
    this.service = service;
    this.words = List.of(words);
  }

  /** The services whose words a message has. */
  static List<String> in(String message) {
    List<String> found = new ArrayList<>();
    for (ServiceWords w : values()) {
      if (w.words.stream().anyMatch(message::contains)) {
        found.add(w.service);
      }
    }
    return found;
  }
}
