package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Others who have a policy that changes: the same request by each, decided by all its policies. */
final class OtherHolders {

  private static final int MOST_NAMED = 8;
  private static final int MOST_ASKED = 200;

  private final PolicySet before;
  private final PolicySet after;
  private final Request request;
  private final List<String> opened = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();

  OtherHolders(PolicySet before, PolicySet after, Request request) {
    this.before = before;
    this.after = after;
    this.request = request;
  }

  /** Adds those for whom the changes open the request, and those who are still denied it. */
  static void of(
      PolicySet before, PolicySet after, Request request, List<Holder> holders, Widened found) {
    OtherHolders others = new OtherHolders(before, after, request);
    List<Holder> changed = holders.stream().filter(others::isChanged).toList();
    changed.stream().limit(MOST_ASKED).forEach(others::ask);
    int left = Math.max(0, changed.size() - MOST_ASKED);
    if (left > 0) {
      others.opened.add(
          left + (left == 1 ? " more, who was" : " more, who were") + " not asked for");
    }
    if (!others.opened.isEmpty()) {
      found.principals(
          named(others.opened) + ", by the same policy",
          others.opened.size() + Math.max(0, left - 1));
    }
    if (!others.lost.isEmpty()) {
      found.lost(named(others.lost) + ", by the same policy", others.lost.size());
    }
    if (!others.kept.isEmpty()) {
      found.keptOut(named(others.kept) + ", who " + has(others.kept) + " the same policy");
    }
  }

  private static String has(List<String> labels) {
    return labels.size() == 1 ? "has" : "have";
  }

  private static String named(List<String> labels) {
    int left = labels.size() - MOST_NAMED;
    return labels.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (left > 0 ? " and " + left + " more" : "");
  }

  private boolean isChanged(Holder holder) {
    return holder.identity().stream().anyMatch(this::isChanged)
        || holder.boundary().stream().anyMatch(this::isChanged);
  }

  private boolean isChanged(Policy policy) {
    return !changed(policy).own().equals(policy.own());
  }

  /** A policy as it is after the change: by its place in the sets, as its text has moved. */
  private Policy changed(Policy policy) {
    List<Policy> old = before.all();
    for (int i = 0; i < old.size(); i++) {
      if (Beside.isSame(old.get(i), policy)) {
        return after.all().get(i);
      }
    }
    return policy;
  }

  private void ask(Holder holder) {
    Request asked = Others.by(request, holder.principal());
    PolicySet old = with(before, holder.identity(), holder.boundary());
    PolicySet now = after(holder);
    Result was = Authorizer.of(old).decide(asked);
    Decision is = Authorizer.of(now).explain(asked);
    if (is.denied()) {
      if (was == Result.ALLOWED) {
        lost.add(holder.label());
      } else if (was.denied()) {
        kept.add(holder.label());
      }
    } else if (was != Result.ALLOWED) {
      opened.add(holder.label() + (is.result() == Result.UNKNOWN ? onlyWhere(is) : ""));
    }
  }

  private static String onlyWhere(Decision open) {
    return open.dependencies().stream()
        .flatMap(d -> d.keys().stream())
        .distinct()
        .findFirst()
        .map(key -> " (as far as its `" + key + "` allows)")
        .orElse(" (as far as what is not known allows)");
  }

  /** The policies that decide a request of another after the change. */
  PolicySet after(Holder holder) {
    return with(
        after,
        holder.identity().stream().map(this::changed).toList(),
        holder.boundary().stream().map(this::changed).toList());
  }

  static PolicySet with(PolicySet set, List<Policy> identity, List<Policy> boundary) {
    return set.withIdentity(identity).withBoundary(boundary).withSession(List.of());
  }
}
