package awsleuth.app.verify;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.PolicySet;
import awsleuth.iam.diff.Change;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.PolicyDiff;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What policies allow now that they allowed neither before a proven change nor after it, of all
 * requests and not of those alone that the proof has examples of.
 *
 * @param allowed in words
 * @param open what is not decided, in words
 */
record Beyond(List<String> allowed, List<String> open) {

  private static final int MOST = 3;

  private static final IamCatalog CATALOG = IamCatalog.embedded();

  /** Of the policies as they are now. */
  static Beyond of(RecordedPolicies recorded, PolicySet now) {
    List<Policy> before = recorded.before().stream().map(RecordedPolicies.Leveled::policy).toList();
    List<Policy> after = recorded.after().stream().map(RecordedPolicies.Leveled::policy).toList();
    Set<String> groups = new LinkedHashSet<>();
    Stream.of(before, after, now.all().stream().filter(Beyond::allowsByItself).toList())
        .flatMap(List::stream)
        .forEach(p -> groups.add(group(p)));
    List<String> allowed = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String group : groups) {
      compare(in(group, before), in(group, after), in(group, now.all()), allowed, open);
    }
    return new Beyond(List.copyOf(allowed), open.stream().distinct().toList());
  }

  /** Policies of the principal are decided on together, others each by itself. */
  private static String group(Policy policy) {
    return policy.type() == PolicyType.IDENTITY ? "" : policy.type() + " " + policy.name();
  }

  private static boolean allowsByItself(Policy policy) {
    return switch (policy.type()) {
      case IDENTITY, RESOURCE, TRUST -> true;
      case BOUNDARY, SESSION, SCP, RCP, VPC_ENDPOINT -> false;
    };
  }

  private static List<Policy> in(String group, List<Policy> policies) {
    return policies.stream().filter(p -> group(p).equals(group)).toList();
  }

  private static void compare(
      List<Policy> before,
      List<Policy> after,
      List<Policy> now,
      List<String> allowed,
      List<String> open) {
    if (isSame(after, now) || isSame(before, now)) {
      return;
    }
    PolicyDiff.Report more = PolicyDiff.of(after, now, CATALOG);
    List<Difference> found = of(Change.ALLOWED, more);
    boolean taken = !of(Change.NO_LONGER_ALLOWED, PolicyDiff.of(before, after, CATALOG)).isEmpty();
    if (!more.undecided().isEmpty() || (taken && !found.isEmpty())) {
      open.add("whether nothing else is allowed now");
    }
    if (!taken) {
      found.stream().limit(MOST).map(Beyond::words).distinct().forEach(allowed::add);
    }
  }

  private static boolean isSame(List<Policy> some, List<Policy> others) {
    return some.stream()
        .map(Policy::own)
        .toList()
        .equals(others.stream().map(Policy::own).toList());
  }

  private static List<Difference> of(Change change, PolicyDiff.Report report) {
    return report.differences().stream().filter(d -> d.change() == change).toList();
  }

  private static String words(Difference d) {
    int more = d.actions().size() - 1;
    return "`"
        + d.witness().action()
        + "`"
        + (d.others() ? " and actions of other services" : more > 0 ? " and " + more + " more" : "")
        + " on `"
        + d.witness().resource()
        + "`";
  }
}
