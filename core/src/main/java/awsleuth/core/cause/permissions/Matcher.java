package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.iam.ArnPart;
import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Glob;
import awsleuth.iam.match.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sorts the statements of policies by how they speak of one request. */
final class Matcher {

  private final Access access;
  private final List<Match> covering = new ArrayList<>();
  private final List<Match> actionOnly = new ArrayList<>();
  private final List<Match> resourceOnly = new ArrayList<>();
  private final List<Match> denying = new ArrayList<>();
  private int given;
  private boolean unsure;

  private final Optional<Simulated> simulated;

  /**
   * No policy yet.
   *
   * @param whole whether no identity-based policy is known to be missing
   */
  Matcher(Access access, Optional<Simulated> simulated, boolean whole) {
    this.access = access;
    this.simulated = simulated;
    this.unsure = !whole;
  }

  void add(PolicyDocument policy) {
    boolean identity =
        policy.type() == PolicyDocument.Type.IDENTITY
            || policy.type() == PolicyDocument.Type.UNKNOWN;
    given += identity ? 1 : 0;
    unsure |= identity && policy.unread().isPresent();
    for (Statement s : policy.statements()) {
      if (!s.allow()) {
        if (denies(policy, s)) {
          boolean surely = report(policy, s).filter(r -> r.applies() == Truth.TRUE).isPresent();
          denying.add(new Match(policy, s, Optional.empty(), surely));
        }
      } else if (identity) {
        allow(policy, s);
      }
    }
  }

  PolicyMatch result() {
    actionOnly.sort((a, b) -> Integer.compare(nearness(b), nearness(a)));
    denying.sort((a, b) -> Boolean.compare(isSure(b), isSure(a)));
    return new PolicyMatch(
        unsure ? 0 : given,
        List.copyOf(covering),
        List.copyOf(actionOnly),
        List.copyOf(resourceOnly),
        List.copyOf(denying));
  }

  /** Whether a Deny applies for certain; such are named before those that may. */
  private static boolean isSure(Match m) {
    return m.surely() || m.statement().conditions().isEmpty();
  }

  /** Whether a Deny applies; where the request was not decided, whether it may. */
  private boolean denies(PolicyDocument policy, Statement s) {
    Optional<StatementReport> report = report(policy, s);
    return report.isPresent()
        ? report.get().applies() != Truth.FALSE
        : coversAction(s) && coversResource(s);
  }

  private Optional<StatementReport> report(PolicyDocument policy, Statement s) {
    return simulated.flatMap(each -> each.report(policy, policy.statements().indexOf(s)));
  }

  private void allow(PolicyDocument policy, Statement s) {
    Optional<StatementReport> report = report(policy, s);
    boolean action =
        report.map(r -> lacksNo(r, Mismatch.OfAction.class)).orElseGet(() -> coversAction(s));
    boolean resource =
        report.map(r -> lacksNo(r, Mismatch.OfResource.class)).orElseGet(() -> coversResource(s));
    if (action && !resource && mayCover(s) && !isSurelyMissed(report)) {
      unsure = true;
    } else if (action && resource) {
      boolean surely = report.filter(r -> r.applies() == Truth.TRUE).isPresent();
      covering.add(new Match(policy, s, Optional.empty(), surely));
    } else if (action && !access.resource().isEmpty()) {
      actionOnly.add(new Match(policy, s, nearest(s)));
    } else if (resource && hasService(s)) {
      resourceOnly.add(new Match(policy, s, Optional.empty()));
    }
  }

  /** Whether the request is known so well that no value of a policy variable lets it be covered. */
  private static boolean isSurelyMissed(Optional<StatementReport> report) {
    return report.stream()
        .flatMap(r -> r.mismatches().stream())
        .anyMatch(m -> m instanceof Mismatch.OfResource && m.truth() == Truth.FALSE);
  }

  private static boolean lacksNo(StatementReport report, Class<? extends Mismatch> element) {
    return report.mismatches().stream().noneMatch(element::isInstance);
  }

  private boolean coversAction(Statement s) {
    if (access.action().isEmpty()) {
      return false;
    }
    if (s.actions().isEmpty()) {
      return !s.notActions().isEmpty() && !anyAction(s.notActions());
    }
    return anyAction(s.actions());
  }

  private boolean anyAction(List<Element> patterns) {
    for (Element e : patterns) {
      if (access.isCoveredBy(e.value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the resource is covered; one that AWS did not name is covered by {@code *} alone. */
  private boolean coversResource(Statement s) {
    if (s.resources().isEmpty()) {
      return !s.notResources().isEmpty()
          && !access.resource().isEmpty()
          && !anyResource(s.notResources());
    }
    return anyResource(s.resources());
  }

  private boolean anyResource(List<Element> patterns) {
    for (Element e : patterns) {
      if (Glob.of(e.value()).matches(access.resource())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the resource is covered for some value of the policy variables in the pattern. */
  private boolean mayCover(Statement s) {
    for (Element e : s.resources()) {
      if (e.value().contains("${") && Glob.of(variables(e.value())).matches(access.resource())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The unique id of a user begins with AIDA (IAM reference, "Understanding unique ID prefixes").
   */
  private String value(String variable) {
    boolean id = variable.strip().equalsIgnoreCase("aws:userid");
    return id && access.owner().startsWith("user/") ? "AIDA*" : "*";
  }

  /** A pattern with each policy variable as a star, since its value is not known here. */
  private String variables(String pattern) {
    StringBuilder out = new StringBuilder(pattern.length());
    int from = 0;
    for (int at = pattern.indexOf("${"); at >= 0; at = pattern.indexOf("${", from)) {
      int close = pattern.indexOf('}', at);
      if (close < 0) {
        break;
      }
      out.append(pattern, from, at).append(value(pattern.substring(at + 2, close)));
      from = close + 1;
    }
    return out.append(pattern, from, pattern.length()).toString();
  }

  private boolean hasService(Statement s) {
    for (Element e : s.actions()) {
      if (e.value().toLowerCase(Locale.ROOT).startsWith(access.prefix() + ":")) {
        return true;
      }
    }
    return false;
  }

  private Optional<Element> nearest(Statement s) {
    return s.resources().stream()
        .max(
            Comparator.comparingInt((Element e) -> Parting.agreement(e.value(), access.resource()))
                .thenComparingInt(e -> ArnPart.ending(e.value(), access.resource())));
  }

  private int nearness(Match m) {
    return m.near().map(e -> Parting.agreement(e.value(), access.resource())).orElse(-1);
  }
}
