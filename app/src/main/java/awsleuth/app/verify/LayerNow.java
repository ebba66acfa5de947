package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.verify.Verified.State;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport.Outcome;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the account's policies say now of one cause, where they do not allow the request: a request
 * may be denied by another policy than the one that the cause is about.
 *
 * @param decision what they come to
 * @param concern what of them the cause is about
 */
record LayerNow(Decision decision, Concern concern) {

  /**
   * Of a cause.
   *
   * @param code of the failed call
   */
  Verified of(ToldCause cause, String code) {
    return switch (held()) {
      case TRUE -> there(cause);
      case FALSE -> gone(cause, code);
      case UNKNOWN -> open(cause, "");
    };
  }

  /** Whether what the cause is about is so still. */
  private Truth held() {
    return switch (concern) {
      case Concern.Misses(Layer layer) ->
          isBlocked(layer, false)
              ? Truth.TRUE
              : allowing(layer).isPresent() ? Truth.FALSE : Truth.UNKNOWN;
      case Concern.Denies(Layer layer) ->
          isBlocked(layer, true)
              ? Truth.TRUE
              : statements(layer)
                      .filter(s -> s.statement().effect() == Effect.DENY)
                      .allMatch(s -> s.applies() == Truth.FALSE)
                  ? Truth.FALSE
                  : Truth.UNKNOWN;
      case Concern.Limits(Layer layer) ->
          isBlocked(layer, true) || isBlocked(layer, false)
              ? Truth.TRUE
              : decision.layers().stream()
                      .filter(l -> l.layer() == layer)
                      .allMatch(l -> isOpenTo(l.outcome()))
                  ? Truth.FALSE
                  : Truth.UNKNOWN;
      case Concern.Conditions conditions -> new ConditionsNow(decision, conditions).held();
      case Concern.Whole _ -> decision.denied() ? Truth.TRUE : Truth.UNKNOWN;
      case Concern.Beside _ -> Truth.UNKNOWN;
    };
  }

  private static boolean isOpenTo(Outcome outcome) {
    return switch (outcome) {
      case ALLOWS, NONE_ATTACHED, NOT_APPLICABLE -> true;
      case SILENT, DENIES, UNKNOWN -> false;
    };
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
    String words =
        switch (concern) {
          case Concern.Misses(Layer layer) -> allowedIn(layer);
          case Concern.Limits(Layer layer) -> allowedIn(layer);
          case Concern.Conditions _ -> "no such condition of the account's policies refuses it now";
          case Concern.Denies _, Concern.Whole _, Concern.Beside _ ->
              "no such policy of the account denies it now";
        };
    return decision.denied()
        ? new Verified(
            cause.id(),
            State.RULED_OUT,
            words + "; the call is still denied: " + why(),
            cause.command(),
            code)
        : open(cause, words + "; ");
  }

  private String allowedIn(Layer layer) {
    return allowing(layer)
        .map(s -> name(s) + " allows it now")
        .orElse("no such policy of the account denies it now");
  }

  private Verified there(ToldCause cause) {
    return new Verified(
        cause.id(),
        State.STILL_THERE,
        "the account's policies deny it all the same: " + why(),
        cause.command());
  }

  /** What else decides depends on what is not known; or it is denied, and this cause is open. */
  private Verified open(ToldCause cause, String words) {
    String what =
        decision.denied()
            ? "the account's policies deny it, which does not tell of this cause: " + why()
            : words + "whether the call is allowed depends on " + dependsOn();
    return new Verified(cause.id(), State.UNKNOWN, what, cause.command());
  }

  private String dependsOn() {
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
    return (keys.isEmpty() ? "what is not known" : keys) + by;
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
