package awsleuth.iam;

import awsleuth.iam.policy.Effect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which allowing statement misses by least. */
final class Nearness {

  private static final int OTHER_SERVICE = 1_000_000;
  private static final int OTHER_ACTION = 100_000;
  private static final int OTHER_PRINCIPAL = 10_000;
  private static final int OTHER_RESOURCE = 2_000;
  private static final int CONDITION = 500;
  private static final int SLIP = 1_000;

  private Nearness() {}

  /** The nearest one in the first layer that lacks an allow; empty where none is of the service. */
  static Optional<StatementReport> nearest(List<LayerReport> layers, List<Blocker> blockers) {
    for (Blocker blocker : blockers) {
      if (blocker.explicit()) {
        continue;
      }
      Optional<StatementReport> nearest =
          layers.stream()
              .filter(l -> l.layer() == blocker.layer() && l.level() == blocker.level())
              .findFirst()
              .flatMap(Nearness::nearest);
      if (nearest.isPresent()) {
        return nearest;
      }
    }
    return Optional.empty();
  }

  /** The nearest one of a layer; empty where none is of the service. */
  static Optional<StatementReport> nearest(LayerReport layer) {
    return layer.statements().stream()
        .filter(s -> s.statement().effect() == Effect.ALLOW)
        .filter(s -> distance(s) < OTHER_SERVICE)
        .min(Comparator.comparingInt(s -> distance(s)));
  }

  private static int distance(StatementReport s) {
    return s.mismatches().stream().mapToInt(Nearness::distance).sum();
  }

  private static int distance(Mismatch mismatch) {
    return switch (mismatch) {
      case Mismatch.OfAction a -> ofAction(a);
      case Mismatch.OfPrincipal _ -> OTHER_PRINCIPAL;
      case Mismatch.OfResource r -> OTHER_RESOURCE - likeness(r.resolved(), r.resource());
      case Mismatch.OfCondition _ -> CONDITION;
    };
  }

  /** A bucket for its objects, or the reverse, is a smaller slip than another name. */
  private static int likeness(String pattern, String resource) {
    boolean inside =
        resource.startsWith(pattern + "/")
            || pattern.equals(resource + "/*")
            || pattern.equals(resource + ":*");
    return inside ? SLIP : Math.min(Parting.agreement(pattern, resource), SLIP - 1);
  }

  private static int ofAction(Mismatch.OfAction a) {
    String action = a.action();
    int colon = action.indexOf(':') + 1;
    boolean same = a.nearest().value().regionMatches(true, 0, action, 0, colon);
    return same || a.actions().negated() ? OTHER_ACTION : OTHER_SERVICE;
  }
}
