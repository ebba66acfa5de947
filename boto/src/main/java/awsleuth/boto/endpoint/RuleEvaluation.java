package awsleuth.boto.endpoint;

import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules of a service as botocore does, and keeps what was asked.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/endpoint_provider.py">endpoint_provider.py</a>
 */
final class RuleEvaluation {

  /**
   * An endpoint that a rule gave.
   *
   * @param properties such as {@code authSchemes}
   * @param headers the values of each header
   */
  record Endpoint(String url, Map<String, Object> properties, Map<String, List<String>> headers) {}

  private final RuleFunctions functions;
  private final List<Trace.Step> steps = new ArrayList<>();

  RuleEvaluation(Partitions partitions) {
    this.functions = new RuleFunctions(partitions);
  }

  /**
   * The endpoint for these parameters.
   *
   * @throws Raising as botocore raises
   */
  Endpoint evaluate(RuleSet rules, Map<String, Object> given) {
    Map<String, Object> parameters = new LinkedHashMap<>(given);
    for (RuleParameter parameter : rules.parameters()) {
      Object value = parameter.process(given.get(parameter.name()));
      if (value != null) {
        parameters.put(parameter.name(), value);
      }
    }
    Endpoint endpoint = first(rules.rules(), parameters, List.of());
    if (endpoint == null) {
      StringBuilder message = new StringBuilder("No endpoint found for parameters:");
      given.forEach((name, value) ->
          message.append('\n').append(name).append(": ").append(Python.str(value)));
      throw Raising.resolution(message.toString());
    }
    return endpoint;
  }

  Trace trace() {
    return new Trace(List.copyOf(steps));
  }

  private @Nullable Endpoint first(
      List<Rule> rules, Map<String, Object> scope, List<Integer> above) {
    for (int i = 0; i < rules.size(); i++) {
      List<Integer> path = new ArrayList<>(above);
      path.add(i + 1);
      Endpoint endpoint = ask(rules.get(i), new LinkedHashMap<>(scope), List.copyOf(path));
      if (endpoint != null) {
        return endpoint;
      }
    }
    return null;
  }

  private @Nullable Endpoint ask(Rule rule, Map<String, Object> scope, List<Integer> path) {
    int at = steps.size();
    List<Trace.Condition> asked = new ArrayList<>();
    steps.add(new Trace.Step(path, rule, asked, false));
    for (Expression.Call condition : rule.conditions()) {
      Trace.Condition result = new Trace.Condition(condition, call(condition, scope));
      asked.add(result);
      if (!result.held()) {
        return null;
      }
    }
    return switch (rule) {
      case Rule.Tree tree -> {
        try {
          Endpoint endpoint = first(tree.rules(), scope, path);
          if (endpoint != null) {
            decided(at);
          }
          yield endpoint;
        } catch (Raising e) {
          decided(at);
          throw e;
        }
      }
      case Rule.Endpoint decided -> {
        decided(at);
        yield endpoint(decided, scope);
      }
      case Rule.Failure failure -> {
        decided(at);
        throw Raising.resolution(Python.str(value(failure.error(), scope)));
      }
    };
  }

  private void decided(int at) {
    Trace.Step step = steps.get(at);
    steps.set(at, new Trace.Step(step.path(), step.rule(), step.conditions(), true));
  }

  private Endpoint endpoint(Rule.Endpoint rule, Map<String, Object> scope) {
    String url = Python.str(value(rule.url(), scope));
    Map<String, Object> properties = new LinkedHashMap<>();
    if (value(rule.properties(), scope) instanceof Map<?, ?> map) {
      map.forEach((name, property) -> properties.put((String) name, property));
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    rule.headers()
        .forEach((name, values) ->
            headers.put(name, values.stream().map(v -> Python.str(value(v, scope))).toList()));
    return new Endpoint(url, properties, headers);
  }

  private @Nullable Object value(Expression expression, Map<String, Object> scope) {
    return switch (expression) {
      case Expression.Literal(Object value) -> value;
      case Expression.Reference(String name) -> scope.get(name);
      case Expression.Template(String text) -> Templates.fill(text, scope);
      case Expression.Call call -> call(call, scope);
      case Expression.Members(Map<String, Expression> members) -> {
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach((name, member) -> values.put(name, value(member, scope)));
        yield values;
      }
      case Expression.Items(List<Expression> items) -> {
        List<Object> values = new ArrayList<>();
        items.forEach(item -> values.add(value(item, scope)));
        yield values;
      }
    };
  }

  private @Nullable Object call(Expression.Call call, Map<String, Object> scope) {
    List<Object> arguments = new ArrayList<>();
    call.arguments().forEach(argument -> arguments.add(value(argument, scope)));
    Object result = functions.call(call.name(), arguments);
    if (!call.assign().isEmpty()) {
      if (scope.containsKey(call.assign())) {
        throw Raising.resolution(
            "Assignment "
                + call.assign()
                + " already exists in scoped variables and cannot be overwritten");
      }
      scope.put(call.assign(), result);
    }
    return result;
  }
}
