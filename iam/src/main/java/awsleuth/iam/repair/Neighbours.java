package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.Result;
import awsleuth.iam.Samples;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Requests near the one that is to be allowed, to see what else a change allows. */
final class Neighbours {

  private static final int MOST_ACTIONS = 8;

  private final Request request;
  private final List<String> actions;
  private final Map<String, List<Condition>> keys = new LinkedHashMap<>();

  /**
   * @param actionsOf the actions that a pattern such as {@code s3:*} matches
   */
  Neighbours(Decision decision, Function<String, List<String>> actionsOf) {
    this.request = decision.request();
    for (LayerReport layer : decision.layers()) {
      for (StatementReport s : layer.statements()) {
        boolean about = s.mismatches().stream().noneMatch(m -> m instanceof Mismatch.OfAction);
        for (Condition c : about ? s.statement().conditions() : List.<Condition>of()) {
          keys.computeIfAbsent(c.key().value(), _ -> new ArrayList<>()).add(c);
        }
      }
    }
    this.actions = actionsOf.apply(request.action().replaceFirst(":.*", ":*"));
  }

  /** What the policies after a change allow that those before did not, in words. */
  List<String> widened(Authorizer before, Authorizer after, List<PolicyChange> changes) {
    List<String> found = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (String action : actions) {
      if (!action.equalsIgnoreCase(request.action())
          && isNew(before, after, with(action, request.resource()))) {
        more.add("`" + action + "`");
      }
    }
    if (!more.isEmpty()) {
      int left = more.size() - MOST_ACTIONS;
      found.add(
          String.join(", ", more.subList(0, Math.min(MOST_ACTIONS, more.size())))
              + (left > 0 ? " and " + left + " more actions" : ""));
    }
    others(changes)
        .forEach((label, other) -> {
          if (isNew(before, after, other)) {
            found.add(label);
          }
        });
    return List.copyOf(found);
  }

  private static boolean isNew(Authorizer before, Authorizer after, Request request) {
    return after.decide(request) == Result.ALLOWED && before.decide(request) != Result.ALLOWED;
  }

  private Map<String, Request> others(List<PolicyChange> changes) {
    Map<String, Request> others = new LinkedHashMap<>();
    resources(others);
    keys.forEach((key, conditions) -> context(others, key, conditions));
    if (changes.stream().anyMatch(c -> c.layer() == Layer.RESOURCE)) {
      principals(others);
    }
    return others;
  }

  private void resources(Map<String, Request> others) {
    String resource = request.resource();
    if (resource.equals("*")) {
      return;
    }
    others.put(
        "other names that begin with `" + resource + "`", with(request.action(), resource + "x"));
    int slash = resource.indexOf('/');
    if (slash > 0) {
      String inside = resource.substring(0, slash + 1) + "any-other";
      others.put(
          "everything in `" + resource.substring(0, slash) + "`", with(request.action(), inside));
    }
    int name = resource.lastIndexOf(':') + 1;
    others.put(
        "every resource of that kind",
        with(request.action(), resource.substring(0, name) + "any-other/any-other"));
  }

  /** Other values of a key that conditions look at, which a change may have made useless. */
  private void context(Map<String, Request> others, String key, List<Condition> conditions) {
    Samples.of(conditions, new ContextValue.Unknown(true))
        .forEach((label, value) -> {
          if (label.startsWith("any other") || label.equals("absent")) {
            others.put(
                "calls with " + (label.equals("absent") ? "no `" : label + " of `") + key + "`",
                request.in(request.context().with(key, value)));
          }
        });
  }

  private void principals(Map<String, Request> others) {
    String account = request.principal().account();
    principal(others, "other roles of the account", "arn:aws:iam::" + account + ":role/any-other");
    principal(others, "principals of other accounts", "arn:aws:iam::999999999999:role/any-other");
    principal(others, "everybody", Principal.ANONYMOUS);
  }

  private void principal(Map<String, Request> others, String label, String text) {
    Optional<Principal> other = Principal.parse(text);
    other.ifPresent(p ->
        others.put(
            label,
            new Request(
                p,
                request.action(),
                request.resource(),
                request.owner(),
                request.context().with("aws:PrincipalArn", text))));
  }

  private Request with(String action, String resource) {
    return new Request(request.principal(), action, resource, request.owner(), request.context());
  }
}
