package awsleuth.iam.repair;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What others may have in common with the caller: values of keys of the principal that statements
 * which change look at. Anybody may give a role or user of his account a tag or a name.
 *
 * @param values by key; empty where such statements look at none
 */
record Alike(Map<String, ContextValue> values) {

  /** Keys that tell one principal, an account or a service, who are asked for as such. */
  private static final Set<String> OF_ONE =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:principalservicenameslist",
          "aws:userid");

  static Alike of(PolicySet before, PolicySet after, Request request) {
    Map<String, ContextValue> values = new LinkedHashMap<>();
    for (ChangedStatements.Touched touched : ChangedStatements.now(before, after)) {
      for (Condition c : touched.statement().conditions()) {
        String key = c.key().value();
        ContextValue value = request.context().get(key);
        if (Others.isOfPrincipal(key)
            && !OF_ONE.contains(key.toLowerCase(Locale.ROOT))
            && value instanceof ContextValue.Present) {
          values.put(key, value);
        }
      }
    }
    return new Alike(values);
  }

  /** Likewise of others of the caller's own account, in which a name is one principal's. */
  Alike inAccount() {
    Map<String, ContextValue> values = new LinkedHashMap<>(this.values);
    values.keySet().removeIf("aws:username"::equalsIgnoreCase);
    return new Alike(values);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** {@code with `aws:PrincipalTag/team` = `web`}. */
  String words() {
    return values.entrySet().stream()
        .map(e -> "`" + e.getKey() + "` = " + told(e.getValue()))
        .collect(Collectors.joining(" and ", " with ", ""));
  }

  private static String told(ContextValue value) {
    List<String> values = value instanceof ContextValue.Present p ? p.values() : List.of();
    return values.stream().map(v -> "`" + v + "`").collect(Collectors.joining(", "));
  }
}
