package awsleuth.iam.repair;

import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Other principals for whom a change opens something: those that the policies name, others of the
 * account, of other accounts, and everybody. Their own policies are not known: what a resource's
 * policy gives them by itself is asked without any, what limits them is asked with one that allows
 * everything.
 */
final class Others {

  private static final String OUTSIDE = "999999999999";
  private static final String IF_THEIRS = " as far as their own policies allow";
  private static final int MOST_NAMED = 4;
  private static final Policy EVERYTHING =
      PolicyParser.parse(
              "everything",
              PolicyType.IDENTITY,
              "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\","
                  + " \"Action\": \"*\", \"Resource\": \"*\"}}")
          .policy()
          .orElseThrow();

  private final Request request;
  private final PolicySet before;
  private final PolicySet after;
  private final Widened found;
  private final Alike alike;

  private Others(PolicySet before, PolicySet after, Request request, Widened found) {
    this.before = before;
    this.after = after;
    this.request = request;
    this.found = found;
    this.alike = Alike.of(before, after, request);
  }

  /** Adds whom the changes open something for. */
  static void of(
      PolicySet before,
      PolicySet after,
      Request request,
      List<PolicyChange> changes,
      Widened found) {
    if (!isShared(changes)) {
      return;
    }
    Others others = new Others(before, after, request, found);
    boolean scp = changes.stream().allMatch(c -> c.layer() == Layer.SCP);
    if (!scp) {
      others.named();
    }
    others.inAccount(request.principal().account(), "other roles of the account");
    if (!scp) {
      if (!request.owner().equals(request.principal().account())) {
        others.inAccount(request.owner(), "roles of the resource's account");
      }
      others.outside();
      others.everybody();
    }
  }

  /** Whether changes are of policies that others are decided by too. */
  static boolean isShared(List<PolicyChange> changes) {
    return changes.stream()
        .anyMatch(change ->
            switch (change.layer()) {
              case RESOURCE, VPC_ENDPOINT, SCP, RCP -> true;
              case IDENTITY, BOUNDARY, SESSION -> false;
            });
  }

  /** The principals that the resource's and the endpoint's policies name. */
  private void named() {
    List<String> opened = new ArrayList<>();
    for (String text : NamedPrincipals.of(after, request)) {
      boolean account = NamedPrincipals.isAccount(text);
      String asked = account ? anyOther(text) : text;
      String label = account ? "principals of account `" + text + "`" : "`" + text + "`";
      if (isNew(asked, List.of(), Map.of())) {
        opened.add(label);
      } else if (isNew(asked, List.of(EVERYTHING), Map.of())) {
        opened.add(label + IF_THEIRS);
      } else {
        kept(asked, label);
      }
    }
    if (!opened.isEmpty()) {
      int left = opened.size() - MOST_NAMED;
      String told = String.join(", ", opened.subList(0, Math.min(MOST_NAMED, opened.size())));
      found.principals(told + (left > 0 ? " and " + left + " more principals" : ""), opened.size());
    }
  }

  private static String anyOther(String account) {
    return "arn:aws:iam::" + account + ":role/any-other";
  }

  private void inAccount(String account, String label) {
    if (account.isEmpty() || Principal.parse(anyOther(account)).isEmpty()) {
      return;
    }
    if (isNew(anyOther(account), List.of(), Map.of())) {
      found.principals(label, 10);
    } else if (isNew(anyOther(account), List.of(EVERYTHING), Map.of())) {
      found.principals(label + IF_THEIRS, 10);
    } else if (!isNewToAlike(account, alike(account), label, 5)) {
      kept(anyOther(account), label);
    }
  }

  private Alike alike(String account) {
    return account.equals(request.principal().account()) ? alike.inAccount() : alike;
  }

  /** Asks for those who have what the caller has; says whether it was opened for them. */
  private boolean isNewToAlike(String account, Alike alike, String label, int count) {
    String other = anyOther(account);
    String like = label + alike.words();
    if (alike.isEmpty()) {
      return false;
    }
    if (isNew(other, List.of(), alike.values())) {
      found.principals(like, count);
    } else if (isNew(other, List.of(EVERYTHING), alike.values())) {
      found.principals(like + IF_THEIRS, count);
    } else {
      return false;
    }
    return true;
  }

  /** Principals of any other account, else those of the caller's organization. */
  private void outside() {
    String other = anyOther(OUTSIDE);
    String label = "principals of other accounts";
    if (isNew(other, List.of(EVERYTHING), Map.of())) {
      found.principals(label + IF_THEIRS, 100);
      return;
    }
    String key = "aws:PrincipalOrgID";
    if (request.context().get(key) instanceof ContextValue.Present p
        && isNew(other, List.of(EVERYTHING), Map.of(key, p))) {
      found.principals(label + " of `" + String.join("`, `", p.values()) + "`" + IF_THEIRS, 50);
    } else if (!isNewToAlike(OUTSIDE, alike, label, 40)) {
      kept(other, label);
    }
  }

  private void everybody() {
    if (isNew(Principal.ANONYMOUS, List.of(), Map.of())) {
      found.principals("everybody, also without signing in", 1_000);
    } else {
      kept(Principal.ANONYMOUS, "everybody, without signing in");
    }
  }

  /** Tells of another principal that is denied before and after, whatever its own policies are. */
  private void kept(String text, String label) {
    if (ask(text, List.of(EVERYTHING), Map.of(), Widening::staysDenied)) {
      found.keptOut(label);
    }
  }

  /** Whether another principal with these identity-based policies is newly allowed. */
  private boolean isNew(String text, List<Policy> identity, Map<String, ContextValue> told) {
    return ask(text, identity, told, Widening::isNew);
  }

  private boolean ask(
      String text,
      List<Policy> identity,
      Map<String, ContextValue> told,
      BiPredicate<Widening, Request> question) {
    Principal other = Principal.parse(text).orElseThrow();
    boolean own = isOwn(request, other);
    return question.test(
        new Widening(with(before, identity, own), with(after, identity, own)),
        by(request, other, told));
  }

  private static boolean isOwn(Request request, Principal other) {
    return other.account().equals(request.principal().account());
  }

  /** The same request by another, with what is known of the account where that is the caller's. */
  static Request by(Request request, Principal other) {
    return by(request, other, Map.of());
  }

  private static Request by(Request request, Principal other, Map<String, ContextValue> told) {
    Map<String, ContextValue> values = new HashMap<>(request.context().values());
    boolean own = isOwn(request, other);
    values.keySet().removeIf(key -> isOfPrincipal(key) && !(own && isOfAccount(key)));
    values.putAll(told);
    if (!other.account().isEmpty()) {
      values.put("aws:PrincipalArn", ContextValue.Present.of(other.text()));
    }
    Context context = new Context(values, request.context().rest());
    return new Request(other, request.action(), request.resource(), request.owner(), context);
  }

  /**
   * A set with other identity-based policies and nothing else of the principal's own; of another
   * account not even the service control policies.
   */
  private static PolicySet with(PolicySet set, List<Policy> identity, boolean own) {
    PolicySet others = set.withIdentity(identity).withBoundary(List.of()).withSession(List.of());
    return own ? others : others.withScps(List.of());
  }

  /** A set for another whose own policies are not known, and are taken to allow everything. */
  static PolicySet with(PolicySet set, boolean own) {
    return with(set, List.of(EVERYTHING), own);
  }

  /** Whether all principals of an account have the same. */
  private static boolean isOfAccount(String key) {
    return key.equalsIgnoreCase("aws:PrincipalAccount")
        || key.equalsIgnoreCase("aws:PrincipalOrgID")
        || key.equalsIgnoreCase("aws:PrincipalOrgPaths");
  }

  static boolean isOfPrincipal(String key) {
    return key.regionMatches(true, 0, "aws:Principal", 0, 13)
        || key.equalsIgnoreCase("aws:userid")
        || key.equalsIgnoreCase("aws:username");
  }
}
