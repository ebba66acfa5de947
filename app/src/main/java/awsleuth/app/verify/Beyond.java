package awsleuth.app.verify;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.PolicySet;
import awsleuth.iam.diff.Change;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.PolicyDiff;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What policies allow now, or do not deny any more, that they did neither before a proven change
 * nor after it, of all requests and not of those alone that the proof has examples of.
 *
 * @param allowed in words
 * @param open what is not decided, in words
 */
record Beyond(List<String> allowed, List<String> open) {

  private static final String NOTHING_ELSE = "whether nothing else is allowed now";

  /** Of a proof that does not have its policies. */
  static final Beyond UNDECIDED = new Beyond(List.of(), List.of(NOTHING_ELSE));

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
    boolean undecided = !more.undecided().isEmpty();
    Set<String> found = new LinkedHashSet<>();
    Optional<Earlier> earlier = Earlier.of(before);
    for (Difference d : more.differences()) {
      if (d.change() == Change.ALLOWED || d.change() == Change.NO_LONGER_DENIED) {
        switch (earlier.map(e -> e.keptOut(d)).orElse(Truth.of(d.change() == Change.ALLOWED))) {
          case TRUE -> found.add(words(d));
          case UNKNOWN -> undecided = true;
          case FALSE -> {}
        }
      }
    }
    if (undecided) {
      open.add(NOTHING_ELSE);
    }
    found.stream().limit(MOST).forEach(allowed::add);
    if (found.size() > MOST) {
      allowed.add((found.size() - MOST) + " more");
    }
  }

  /** What policies of one layer decided before the proven change. */
  private record Earlier(Authorizer authorizer, Layer layer) {

    /** Empty where there were none. */
    static Optional<Earlier> of(List<Policy> before) {
      List<RecordedPolicies.Leveled> policies =
          before.stream().map(p -> new RecordedPolicies.Leveled("", p)).toList();
      return before.stream()
          .findFirst()
          .map(p -> new Earlier(Authorizer.of(RecordedPolicies.set(policies)), Layer.of(p.type())));
    }

    /** Whether they kept a request out as they did after the change. */
    Truth keptOut(Difference d) {
      return authorizer.explain(d.witness()).layers().stream()
          .filter(l -> l.layer() == layer)
          .map(l -> isKeptOut(l.outcome(), d.change()))
          .findFirst()
          .orElse(Truth.UNKNOWN);
    }
  }

  private static Truth isKeptOut(LayerReport.Outcome outcome, Change change) {
    return switch (outcome) {
      case DENIES -> Truth.TRUE;
      case SILENT, NONE_ATTACHED -> Truth.of(change == Change.ALLOWED);
      case ALLOWS -> Truth.FALSE;
      case UNKNOWN, NOT_APPLICABLE -> Truth.UNKNOWN;
    };
  }

  private static boolean isSame(List<Policy> some, List<Policy> others) {
    return some.stream()
        .map(Policy::own)
        .toList()
        .equals(others.stream().map(Policy::own).toList());
  }

  private static String words(Difference d) {
    int more = d.actions().size() - 1;
    return (d.change() == Change.ALLOWED ? "" : "no longer denied ")
        + "`"
        + d.witness().action()
        + "`"
        + (d.others() ? " and actions of other services" : more > 0 ? " and " + more + " more" : "")
        + " on `"
        + d.witness().resource()
        + "`"
        + (d.who().isEmpty() ? "" : " by " + d.who());
  }
}
