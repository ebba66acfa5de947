package awsleuth.iam.repair;

import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Other principals for whom a change opens something. Their own policies are not known: what a
 * resource's policy gives them by itself is asked without any, what limits them is asked with one
 * that allows everything.
 */
final class Others {

  private static final String OUTSIDE = "999999999999";
  private static final String IF_THEIRS = " as far as their own policies allow";
  private static final Policy EVERYTHING =
      PolicyParser.parse(
              "everything",
              PolicyType.IDENTITY,
              "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\","
                  + " \"Action\": \"*\", \"Resource\": \"*\"}}")
          .policy()
          .orElseThrow();

  private final Request request;
  private final List<String> found;

  private Others(Request request, List<String> found) {
    this.request = request;
    this.found = found;
  }

  /** Adds whom the changes open something for. */
  static void of(
      PolicySet before,
      PolicySet after,
      Request request,
      List<PolicyChange> changes,
      List<String> found) {
    if (changes.stream().noneMatch(c -> isShared(c.layer()))) {
      return;
    }
    Others others = new Others(request, found);
    Widening granted = new Widening(with(before, List.of()), with(after, List.of()));
    Widening limited =
        new Widening(with(before, List.of(EVERYTHING)), with(after, List.of(EVERYTHING)));
    boolean resource = changes.stream().allMatch(c -> c.layer() == Layer.RESOURCE);
    boolean scp = changes.stream().allMatch(c -> c.layer() == Layer.SCP);
    others.inAccount(granted, limited, resource);
    if (!scp) {
      others.outside(limited);
      others.ask("everybody, also without signing in", Principal.ANONYMOUS, granted);
    }
  }

  private static boolean isShared(Layer layer) {
    return switch (layer) {
      case RESOURCE, VPC_ENDPOINT, SCP, RCP -> true;
      case IDENTITY, BOUNDARY, SESSION -> false;
    };
  }

  /** A set with other identity-based policies and nothing else of the principal's own. */
  private static PolicySet with(PolicySet set, List<Policy> identity) {
    return set.withIdentity(identity).withBoundary(List.of()).withSession(List.of());
  }

  private void inAccount(Widening granted, Widening limited, boolean resource) {
    String account = request.principal().account();
    if (account.isEmpty()) {
      return;
    }
    String role = "arn:aws:iam::" + account + ":role/any-other";
    List<String> byItself = new ArrayList<>();
    new Others(request, byItself).ask("other roles of the account", role, granted);
    found.addAll(byItself);
    boolean delegates = account.equals(request.owner()) && resource;
    if (byItself.isEmpty() && !delegates) {
      ask("other roles of the account" + IF_THEIRS, role, limited);
    }
  }

  private void outside(Widening limited) {
    ask(
        "principals of other accounts" + IF_THEIRS,
        "arn:aws:iam::" + OUTSIDE + ":role/any-other",
        limited);
  }

  private void ask(String label, String text, Widening widening) {
    Principal other = Principal.parse(text).orElseThrow();
    Map<String, ContextValue> values = new java.util.HashMap<>(request.context().values());
    values.keySet().removeIf(Others::isOfPrincipal);
    if (!other.account().isEmpty()) {
      values.put("aws:PrincipalArn", ContextValue.Present.of(text));
    }
    awsleuth.iam.request.Context context =
        new awsleuth.iam.request.Context(values, request.context().rest());
    widening.add(
        label,
        new Request(other, request.action(), request.resource(), request.owner(), context),
        found);
  }

  private static boolean isOfPrincipal(String key) {
    return key.regionMatches(true, 0, "aws:Principal", 0, 13)
        || key.equalsIgnoreCase("aws:userid")
        || key.equalsIgnoreCase("aws:username");
  }
}
