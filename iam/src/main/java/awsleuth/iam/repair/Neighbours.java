package awsleuth.iam.repair;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.Decision;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Samples;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Requests near the one that is to be allowed, to see what else a change allows. */
final class Neighbours {

  private static final int MOST_ACTIONS = 8;

  private final Request request;
  private final List<String> actions;
  private final List<Holder> holders;
  private final Map<String, List<Condition>> keys = new LinkedHashMap<>();

  /**
   * @param actionsOf the actions that a pattern such as {@code s3:*} matches
   * @param holders others who have some of the caller's policies
   */
  Neighbours(Decision decision, Function<String, List<String>> actionsOf, List<Holder> holders) {
    this.request = decision.request();
    this.holders = holders;
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

  private Neighbours(Neighbours other, Request request) {
    this.request = request;
    this.actions = other.actions;
    this.holders = other.holders;
    this.keys.putAll(other.keys);
  }

  /**
   * Likewise of the request with values that nothing tells, without which most of what is near it
   * would be undecided too. One that stands for many is left open.
   *
   * @param values by key: a value in backticks, {@code absent} or other words
   */
  Neighbours supposing(Map<String, String> values) {
    Context context = request.context();
    for (Map.Entry<String, String> e : values.entrySet()) {
      String label = e.getValue();
      if (label.equals("absent")) {
        context = context.with(e.getKey(), ContextValue.ABSENT);
      } else if (label.length() > 2 && label.startsWith("`") && label.endsWith("`")) {
        context = context.with(e.getKey(), label.substring(1, label.length() - 1));
      }
    }
    return new Neighbours(this, request.in(context));
  }

  /** What the policies after a change allow that those before did not, in words. */
  Widened widened(PolicySet before, PolicySet after, List<PolicyChange> changes) {
    Widened found = new Widened();
    Widening own = new Widening(before, after);
    actions(own, found);
    if (isOnAny(changes)) {
      onEverything(own, found);
    } else {
      resources(own, changes, found);
    }
    ServiceCalls.around(request).forEach((label, other) -> add(own, label, other, found));
    keys.forEach((key, conditions) -> {
      if (ServiceCalls.is(request) && DocumentedKeys.isOfAccountsAlone(key)) {
        return; // no request of a service has it
      }
      // Of policies that are about others too those are asked as such.
      if (!Others.isShared(changes) || !key.equalsIgnoreCase("aws:PrincipalArn")) {
        context(key, conditions).forEach((label, other) -> add(own, label, other, found));
      }
    });
    Set<String> told = Set.copyOf(OtherResources.of(request.resource(), changes).values());
    List<ChangedStatements.Touched> touched = ChangedStatements.opening(before, after);
    OwnPatterns.of(touched, after.all(), request, own, told, found);
    OtherServices.of(touched, before, after, request, Others.isShared(changes), found);
    Others.of(before, after, request, changes, found);
    OtherHolders.of(before, after, request, holders, found);
    return found;
  }

  private boolean isOnAny(List<PolicyChange> changes) {
    return request.resource().equals("*")
        || changes.stream().anyMatch(c -> NamedResource.isAny(request, c.layer()));
  }

  private static void add(Widening own, String label, Request other, Widened found) {
    if (own.isNew(other)) {
      found.requests(label);
    } else if (own.staysDenied(other)) {
      found.kept(label, List.of(other));
    }
  }

  /**
   * The actions of the service that take resources, on any resource: {@code *} in a policy is all
   * of them too.
   */
  private void onEverything(Widening own, Widened found) {
    String service = request.action().substring(0, request.action().indexOf(':'));
    String any =
        "arn:aws:" + service + ":eu-west-1:" + request.resourceAccount() + ":any-other/any";
    List<String> opened = new ArrayList<>();
    List<Request> kept = new ArrayList<>();
    for (String action : IamCatalog.embedded().expand(service + ":*")) {
      Request asked = with(action, any);
      if (actions.contains(action) || action.equalsIgnoreCase(request.action())) {
        continue;
      }
      if (own.isNew(asked)) {
        opened.add("`" + action + "`");
      } else if (own.staysDenied(asked)) {
        kept.add(asked);
      }
    }
    if (!opened.isEmpty()) {
      found.resources(some(opened) + " on every resource", opened.size());
    } else if (!kept.isEmpty()) {
      found.kept("the actions of `" + service + "` that take resources, on every resource", kept);
    }
  }

  /** Of the kinds of other resources the widest alone is told, as it holds the others. */
  private void resources(Widening own, List<PolicyChange> changes, Widened found) {
    List<String> opened = new ArrayList<>();
    OtherResources.of(request.resource(), changes)
        .forEach((label, other) -> {
          Request asked = with(request.action(), other);
          if (own.isNew(asked)) {
            opened.add(label);
          } else if (own.staysDenied(asked)) {
            found.kept(label, List.of(asked));
          }
        });
    if (!opened.isEmpty()) {
      found.resources(opened.getLast(), opened.size());
    }
  }

  private void actions(Widening own, Widened found) {
    List<String> more = new ArrayList<>();
    List<Request> kept = new ArrayList<>();
    for (String action : actions) {
      Request asked = with(action, request.resource());
      if (!action.equalsIgnoreCase(request.action()) && own.isNew(asked)) {
        more.add("`" + action + "`");
      } else if (!action.equalsIgnoreCase(request.action()) && own.staysDenied(asked)) {
        kept.add(asked);
      }
    }
    int count = kept.size();
    if (count > 0) {
      found.kept(
          count + (count == 1 ? " other action" : " other actions") + " on the same resource",
          kept);
    }
    if (!more.isEmpty()) {
      found.actions(some(more), more.size());
    }
  }

  private static String some(List<String> actions) {
    int left = actions.size() - MOST_ACTIONS;
    return String.join(", ", actions.subList(0, Math.min(MOST_ACTIONS, actions.size())))
        + (left > 0 ? " and " + left + " more actions" : "");
  }

  /** Other values of a key that conditions look at, which a change may have made useless. */
  private Map<String, Request> context(String key, List<Condition> conditions) {
    Map<String, Request> others =
        new LinkedHashMap<>(LaterEnd.isTime(key) ? LaterEnd.around(request, conditions) : Map.of());
    boolean always = DocumentedKeys.isInEveryRequest(key);
    Samples.of(conditions, new ContextValue.Unknown(!always))
        .forEach((label, value) -> {
          boolean same = request.context().get(key).equals(value);
          if (!same && (label.startsWith("any other") || label.equals("absent"))) {
            others.put(
                "calls with " + words(label, key, conditions),
                request.in(DocumentedKeys.with(request.context(), key, value)));
          }
        });
    return others;
  }

  /**
   * Where a change may give wildcards and ranges their meaning, other values are other than those.
   */
  private static String words(String label, String key, List<Condition> conditions) {
    if (label.equals("absent")) {
      return "no `" + key + "`";
    }
    List<String> meant = conditions.stream().flatMap(MeantCondition::literal).distinct().toList();
    return meant.isEmpty()
        ? label + " of `" + key + "`"
        : "a `" + key + "` that is none of `" + String.join("`, `", meant) + "`";
  }

  private Request with(String action, String resource) {
    return new Request(request.principal(), action, resource, request.owner(), request.context());
  }
}
