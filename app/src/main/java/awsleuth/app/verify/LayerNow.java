package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.verify.Verified.State;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the account's policies say now of one cause, where they do not allow the request: a request
 * may be denied by another policy than the one that the cause is about.
 *
 * @param decision what they come to
 * @param untold the type of policy of causes that may be about any; empty where it is not told
 */
record LayerNow(Decision decision, Optional<Layer> untold) {

  private static final Map<String, Layer> MISSED =
      Map.of(
          "permissions/no-identity-allow", Layer.IDENTITY,
          "permissions/resource-not-covered", Layer.IDENTITY,
          "permissions/wrong-action", Layer.IDENTITY,
          "permissions/pass-role", Layer.IDENTITY,
          "permissions/no-resource-allow", Layer.RESOURCE);

  private static final Map<String, Layer> DENIED =
      Map.of(
          "permissions/explicit-deny-identity", Layer.IDENTITY,
          "permissions/explicit-deny-resource", Layer.RESOURCE);

  /** Those that may be about a condition of any policy. */
  private static final Set<String> OF_CONDITIONS =
      Set.of("permissions/condition-not-met", "permissions/mfa-required");

  /**
   * Of a cause.
   *
   * @param code of the failed call
   */
  Verified of(ToldCause cause, String code) {
    return isGone(cause.id())
        .map(gone -> gone ? gone(cause, code) : there(cause))
        .orElseGet(() -> decision.denied() ? there(cause) : open(cause, ""));
  }

  /** Whether what the cause is about is so no more; empty where that cannot be told. */
  private Optional<Boolean> isGone(String id) {
    Layer missed = OF_CONDITIONS.contains(id) ? untold.orElse(null) : MISSED.get(id);
    if (missed != null) {
      return isBlocked(missed, false)
          ? Optional.of(false)
          : Optional.of(true).filter(_ -> allowing(missed).isPresent());
    }
    Layer denied = DENIED.get(id);
    if (denied != null) {
      return isBlocked(denied, true)
          ? Optional.of(false)
          : Optional.of(true)
              .filter(_ ->
                  statements(denied)
                      .filter(s -> s.statement().effect() == Effect.DENY)
                      .allMatch(s -> s.applies() == Truth.FALSE));
    }
    return Optional.empty();
  }

  private boolean isBlocked(Layer layer, boolean explicit) {
    return decision.blockers().stream()
        .anyMatch(b -> b.layer() == layer && b.explicit() == explicit);
  }

  private Stream<StatementReport> statements(Layer layer) {
    return decision.layers().stream()
        .filter(l -> l.layer() == layer)
        .flatMap(l -> l.statements().stream());
  }

  private Optional<StatementReport> allowing(Layer layer) {
    return statements(layer)
        .filter(s -> s.statement().effect() == Effect.ALLOW && s.applies() == Truth.TRUE)
        .findFirst();
  }

  private Verified gone(ToldCause cause, String code) {
    Layer missed =
        OF_CONDITIONS.contains(cause.id()) ? untold.orElse(null) : MISSED.get(cause.id());
    Optional<StatementReport> allowing = missed == null ? Optional.empty() : allowing(missed);
    String words =
        allowing
            .map(s -> name(s) + " allows it now")
            .orElse("no such policy of the account denies it now");
    return decision.denied()
        ? new Verified(
            cause.id(),
            State.RULED_OUT,
            words + "; the call is still denied: " + why(),
            cause.command(),
            code)
        : open(cause, words + "; ");
  }

  private Verified there(ToldCause cause) {
    return new Verified(
        cause.id(),
        State.STILL_THERE,
        "the account's policies deny it all the same: " + why(),
        cause.command());
  }

  /** What else decides depends on what is not known. */
  private Verified open(ToldCause cause, String words) {
    String keys =
        decision.dependencies().stream()
            .flatMap(d -> d.keys().stream())
            .distinct()
            .map(k -> "`" + k + "`")
            .collect(Collectors.joining(", "));
    String by =
        decision.layers().stream()
            .flatMap(l -> l.statements().stream())
            .filter(s -> s.applies() == Truth.UNKNOWN && s.statement().effect() == Effect.DENY)
            .findFirst()
            .map(s -> ", by " + name(s))
            .orElse("");
    return new Verified(
        cause.id(),
        State.UNKNOWN,
        words
            + "whether the call is allowed depends on "
            + (keys.isEmpty() ? "what is not known" : keys)
            + by,
        cause.command());
  }

  /** What keeps the request from being allowed, in words. */
  private String why() {
    return decision.blockers().stream()
        .map(LayerNow::words)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String words(Blocker blocker) {
    List<StatementReport> denying = blocker.denying();
    if (!blocker.explicit()) {
      return "no " + blocker.layer().words() + " allows it";
    }
    return denying.isEmpty()
        ? "a " + blocker.layer().words() + " denies it"
        : name(denying.getFirst()) + " denies it";
  }

  /** {@code Sid `Lock` of the account's resource-based policy}. */
  private static String name(StatementReport s) {
    String sid = s.statement().sid();
    String file = s.policy().name().substring(s.policy().name().indexOf('/') + 1);
    return sid.isEmpty()
        ? "a statement of the account's " + s.layer().words() + " (" + file + ")"
        : "Sid `" + sid + "` of the account's " + s.layer().words();
  }
}
