package awsleuth.app.simulate;

import awsleuth.app.input.InputException;
import awsleuth.app.policy.ContextText;
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
      ContextValue.Present value = ContextText.read(pair.substring(equals + 1));
      values.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(value.values());
      lists.merge(key, value.multivalued(), (a, b) -> true);
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
}
