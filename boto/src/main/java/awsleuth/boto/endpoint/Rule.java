package awsleuth.boto.endpoint;

import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule: what happens where all of its conditions hold. */
public sealed interface Rule {

  /** What has to hold, in order; a result of false or none is a no. */
  List<Expression.Call> conditions();

  /** Asks further rules; if none of them decides, the rules after this one are asked. */
  record Tree(List<Expression.Call> conditions, List<Rule> rules) implements Rule {}

  /** Decides on an endpoint. */
  record Endpoint(
      List<Expression.Call> conditions,
      Expression url,
      Expression properties,
      Map<String, List<Expression>> headers)
      implements Rule {}

  /** Decides on an error. */
  record Failure(List<Expression.Call> conditions, Expression error) implements Rule {}

  /**
   * Of the JSON of a rule set.
   *
   * @throws Raising if it is of a type that botocore does not know
   */
  static Rule of(Map<String, Object> json) {
    List<Expression.Call> conditions = new ArrayList<>();
    for (Map<String, Object> condition : Json.objects(json, "conditions")) {
      if (Expression.of(condition) instanceof Expression.Call call) {
        conditions.add(call);
      }
    }
    return switch (Json.text(json, "type")) {
      case "tree" -> new Tree(conditions, all(Json.objects(json, "rules")));
      case "endpoint" -> endpoint(conditions, Json.object(json, "endpoint"));
      case "error" -> new Failure(conditions, Expression.of(json.getOrDefault("error", "")));
      default ->
          throw Raising.resolution(
              "Unknown rule type: "
                  + Json.text(json, "type")
                  + ". A rule must be of type tree, endpoint or error.");
    };
  }

  /** Of the JSON of several. */
  static List<Rule> all(List<Map<String, Object>> json) {
    List<Rule> rules = new ArrayList<>();
    json.forEach(each -> rules.add(of(each)));
    return List.copyOf(rules);
  }

  private static Endpoint endpoint(List<Expression.Call> conditions, Map<String, Object> json) {
    Map<String, List<Expression>> headers = new LinkedHashMap<>();
    Map<String, Object> given = Json.object(json, "headers");
    for (String name : given.keySet()) {
      List<Expression> values = new ArrayList<>();
      Json.list(given, name).forEach(value -> values.add(Expression.of(value)));
      headers.put(name, values);
    }
    return new Endpoint(
        conditions,
        Expression.of(json.getOrDefault("url", "")),
        properties(Json.object(json, "properties")),
        headers);
  }

  /** In properties an object is an object, even one with a member {@code ref}. */
  private static Expression properties(Object json) {
    return switch (json) {
      case Map<?, ?> map -> {
        Map<String, Expression> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put((String) name, properties(value)));
        yield new Expression.Members(members);
      }
      case List<?> list -> {
        List<Expression> items = new ArrayList<>();
        list.forEach(item -> items.add(properties(item)));
        yield new Expression.Items(items);
      }
      default -> Expression.of(json);
    };
  }
}
