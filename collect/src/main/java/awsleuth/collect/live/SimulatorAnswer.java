package awsleuth.collect.live;

import awsleuth.aws.ConditionKey;
import awsleuth.aws.IamCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What IAM's policy simulator decides for a role or user.
 *
 * @param principal ARN of the role or user; without its path where only a session's is known
 * @param resource an ARN, or {@code *}
 * @param context the condition keys of the request that are known, with their values
 */
record SimulatorAnswer(
    String principal, String action, String resource, Map<String, List<String>> context)
    implements LiveQuestion {

  @Override
  public String what() {
    return "what IAM's simulator says of " + action;
  }

  @Override
  public List<String> permissions() {
    return List.of("iam:SimulatePrincipalPolicy");
  }

  @Override
  public void ask(Asking asking) {
    if (!resource.isEmpty() && !resource.equals("*") && !resource.startsWith("arn:")) {
      asking.leaveOpen(
          what(), "it takes the ARN of a resource, and AWS told its name: " + resource);
      return;
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("PolicySourceArn", asking.whole(principal));
    parameters.put("ActionNames", List.of(action));
    parameters.put("ResourceArns", List.of(resource.isEmpty() ? "*" : resource));
    if (!context.isEmpty()) {
      parameters.put(
          "ContextEntries",
          new TreeMap<>(context)
              .entrySet().stream()
                  .filter(e -> IamCatalog.embedded().conditionKeys().find(e.getKey()).isPresent())
                  .map(e -> entry(e.getKey(), e.getValue()))
                  .toList());
    }
    asking
        .call(what(), "iam", "SimulatePrincipalPolicy", parameters)
        .ifPresent(d -> asking.keep("simulation.json", Texts.pretty(d)));
  }

  private static Map<String, Object> entry(String key, List<String> values) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("ContextKeyName", key);
    entry.put("ContextKeyValues", values);
    entry.put("ContextKeyType", type(key));
    return entry;
  }

  /** The type as the simulator names it; what is not known is a text. */
  private static String type(String key) {
    Optional<ConditionKey> known = IamCatalog.embedded().conditionKeys().find(key);
    String plain =
        switch (known.map(ConditionKey::type).orElse(ConditionKey.Type.STRING)) {
          case STRING, ARN, UNKNOWN -> "string";
          case NUMERIC -> "numeric";
          case BOOL -> "boolean";
          case DATE -> "date";
          case IP_ADDRESS -> "ip";
        };
    return known.filter(ConditionKey::multivalued).isPresent() ? plain + "List" : plain;
  }
}
