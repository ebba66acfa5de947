package awsleuth.bench;

import awsleuth.iam.Result;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as it comes from outside: texts, and what must come of it.
 *
 * @param context a text, or a list of texts, by key
 */
record Asked(
    String principal,
    String action,
    String resource,
    String account,
    Map<String, Object> context,
    Result expected) {

  /** Reads a member of {@code requests}. */
  static Asked of(Map<String, Object> fields) {
    String expected = Json.text(fields, "expected");
    return new Asked(
        Json.text(fields, "principal"),
        Json.text(fields, "action"),
        Json.text(fields, "resource"),
        Json.text(fields, "resourceAccount"),
        Json.object(fields, "context"),
        Arrays.stream(Result.values())
            .filter(r -> r.text().equals(expected))
            .findFirst()
            .orElseThrow());
  }

  /** The request, made anew from its texts. */
  Request request() {
    Map<String, ContextValue> values = HashMap.newHashMap(context.size());
    for (Map.Entry<String, Object> e : context.entrySet()) {
      values.put(
          e.getKey(),
          e.getValue() instanceof List<?> many
              ? ContextValue.Present.of(Json.texts(many))
              : ContextValue.Present.of((String) e.getValue()));
    }
    return new Request(
        Principal.parse(principal).orElseThrow(),
        action,
        resource,
        account,
        new Context(values, ContextValue.ABSENT));
  }
}
