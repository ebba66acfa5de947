package awsleuth.boto.endpoint;

import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules that decide the endpoint of a service.
 *
 * @param parameters in the order of the file
 * @param rules asked in order; the first that decides counts
 */
public record RuleSet(List<RuleParameter> parameters, List<Rule> rules) {

  /**
   * Of the JSON of {@code endpoint-rule-set-1.json}.
   *
   * @throws Raising if it has a rule or a type that botocore does not know
   */
  static RuleSet of(Map<String, Object> json) {
    List<RuleParameter> parameters = new ArrayList<>();
    Map<String, Object> given = Json.object(json, "parameters");
    for (String name : given.keySet()) {
      parameters.add(RuleParameter.of(name, Json.object(given, name)));
    }
    return new RuleSet(List.copyOf(parameters), Rule.all(Json.objects(json, "rules")));
  }
}
