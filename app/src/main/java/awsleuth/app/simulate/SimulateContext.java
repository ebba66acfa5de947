package awsleuth.app.simulate;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The context of a simulated request as options give it. */
final class SimulateContext {

  private SimulateContext() {}

  /**
   * What options say, over what an event says.
   *
   * @param given {@code key=value}; a key that is given twice, or as {@code key=[a,b]}, is
   *     multivalued
   * @param absent keys that the request does not have
   * @param complete whether the request has no other keys
   */
  static Context of(Context event, List<String> given, List<String> absent, boolean complete)
      throws InputException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, Boolean> lists = new LinkedHashMap<>();
    for (String pair : given) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw new InputException("--context takes key=value, not `" + Printable.of(pair) + "`");
      }
      String key = pair.substring(0, equals).strip();
      String value = pair.substring(equals + 1);
      boolean list = value.startsWith("[") && value.endsWith("]");
      values
          .computeIfAbsent(key, _ -> new ArrayList<>())
          .addAll(list ? split(value) : List.of(value));
      lists.merge(key, list, (a, b) -> true);
    }
    Context context = complete ? new Context(event.values(), ContextValue.ABSENT) : event;
    for (Map.Entry<String, List<String>> e : values.entrySet()) {
      GivenValues.look(e.getKey(), e.getValue());
      boolean list = lists.getOrDefault(e.getKey(), false);
      context =
          list
              ? context.with(e.getKey(), e.getValue())
              : context.with(e.getKey(), e.getValue().getFirst());
    }
    for (String key : absent) {
      context = context.with(key, ContextValue.ABSENT);
    }
    return context;
  }

  private static List<String> split(String list) {
    String inside = list.substring(1, list.length() - 1).strip();
    if (inside.isEmpty()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String value : inside.split(",", -1)) {
      String bare = value.strip();
      boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
      values.add(quoted ? bare.substring(1, bare.length() - 1) : bare);
    }
    return values;
  }
}
