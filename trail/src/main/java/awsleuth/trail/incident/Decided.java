package awsleuth.trail.incident;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.MismatchWords;
import awsleuth.iam.PolicySet;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.StatementChange;
import java.util.List;
import java.util.Optional;

/**
 * What one document says of a request, by itself.
 *
 * @param verdict what it says
 * @param statement the statement that decides, or the one that misses by least; empty where none
 *     does
 * @param conditional whether conditions have a part in it, so that another context could be decided
 *     otherwise
 * @param near whether a statement would allow but for its conditions
 * @param narrow whether the same call on another resource could be decided otherwise
 */
record Decided(
    Verdict verdict,
    Optional<StatementReport> statement,
    boolean conditional,
    boolean near,
    boolean narrow) {

  /** What a document says. */
  enum Verdict {
    ALLOWS,
    DENIES,
    /** No statement applies. */
    SILENT,
    /** It depends on what the event does not tell, or the document cannot be read. */
    OPEN
  }

  static final Decided OPEN = new Decided(Verdict.OPEN, Optional.empty(), true, false, true);

  /** What a policy says that is not there. */
  static final Decided NOTHING = new Decided(Verdict.SILENT, Optional.empty(), false, false, true);

  static Decided of(PolicyType type, Layer layer, String document, Request request) {
    return PolicyParser.parse("document", type, document)
        .policy()
        .map(p -> of(layer, p, request))
        .orElse(OPEN);
  }

  /** Whether an identity-based policy has a statement that may be about a request's action. */
  static boolean mayBeAbout(String document, Request request) {
    return PolicyParser.parse("document", PolicyType.IDENTITY, document)
        .policy()
        .map(p ->
            Authorizer.of(set(Layer.IDENTITY, p)).explain(request).layers().stream()
                .filter(r -> r.layer() == Layer.IDENTITY)
                .flatMap(r -> r.statements().stream())
                .anyMatch(
                    s -> s.mismatches().stream().noneMatch(Mismatch.OfAction.class::isInstance)))
        .orElse(true);
  }

  private static Decided of(Layer layer, Policy policy, Request request) {
    for (LayerReport report : Authorizer.of(set(layer, policy)).explain(request).layers()) {
      if (report.layer() == layer) {
        return of(report);
      }
    }
    return OPEN;
  }

  private static PolicySet set(Layer layer, Policy policy) {
    List<Policy> one = List.of(policy);
    return switch (layer) {
      case IDENTITY -> PolicySet.NONE.withIdentity(one);
      case RESOURCE -> PolicySet.NONE.withResource(one);
      case BOUNDARY -> PolicySet.NONE.withBoundary(one);
      case SESSION -> PolicySet.NONE.withSession(one);
      case VPC_ENDPOINT -> PolicySet.NONE.withEndpoint(one);
      case SCP -> PolicySet.NONE.withScps(List.of(new PolicySet.Level("", one)));
      case RCP -> PolicySet.NONE.withRcps(List.of(new PolicySet.Level("", one)));
    };
  }

  private static Decided of(LayerReport report) {
    return switch (report.outcome()) {
      case ALLOWS -> applying(report, Effect.ALLOW, Verdict.ALLOWS);
      case DENIES -> applying(report, Effect.DENY, Verdict.DENIES);
      case SILENT -> {
        boolean near = report.statements().stream().anyMatch(Decided::missesByConditions);
        boolean narrow = report.statements().stream().anyMatch(Decided::missesByResource);
        yield new Decided(Verdict.SILENT, report.nearest(), near, near, narrow);
      }
      case UNKNOWN -> {
        Optional<StatementReport> open =
            report.statements().stream().filter(s -> s.applies() == Truth.UNKNOWN).findFirst();
        yield new Decided(Verdict.OPEN, open, true, false, true);
      }
      case NONE_ATTACHED, NOT_APPLICABLE -> OPEN;
    };
  }

  /** What keeps it open: of a condition its key; empty where the document cannot be read. */
  Optional<String> unknown() {
    return statement
        .filter(_ -> verdict == Verdict.OPEN)
        .flatMap(s -> s.mismatches().stream().filter(m -> m.truth() == Truth.UNKNOWN).findFirst())
        .map(m ->
            m instanceof Mismatch.OfCondition c
                ? "what `" + c.condition().key().value() + "` was when the call failed"
                : "whether its " + MismatchWords.element(m) + " is met: " + MismatchWords.of(m));
  }

  private static boolean missesByConditions(StatementReport s) {
    return s.statement().effect() == Effect.ALLOW
        && s.mismatches().stream().allMatch(Mismatch.OfCondition.class::isInstance);
  }

  private static boolean missesByResource(StatementReport s) {
    return s.statement().effect() == Effect.ALLOW
        && s.mismatches().stream().anyMatch(Mismatch.OfResource.class::isInstance)
        && s.mismatches().stream().noneMatch(Mismatch.OfAction.class::isInstance);
  }

  private static boolean isOfAll(Elements resources) {
    return !resources.negated() && resources.values().stream().anyMatch(v -> v.value().equals("*"));
  }

  private static Decided applying(LayerReport report, Effect effect, Verdict verdict) {
    List<StatementReport> found =
        report.statements().stream()
            .filter(s -> s.applies() == Truth.TRUE && s.statement().effect() == effect)
            .toList();
    boolean conditional = found.stream().noneMatch(s -> s.statement().conditions().isEmpty());
    boolean narrow = found.stream().noneMatch(s -> isOfAll(s.statement().resources()));
    return new Decided(verdict, found.stream().findFirst(), conditional, false, narrow);
  }

  /** The decision in words: {@code statement `List` allows it}. */
  String words() {
    String named = statement.map(s -> named(s)).orElse("");
    return switch (verdict) {
      case ALLOWS -> named + " allows it";
      case DENIES -> named + " denies it";
      case SILENT ->
          statement
              .map(s -> "no statement applies: " + named + " " + miss(s))
              .orElse("no statement is about it");
      case OPEN ->
          statement
              .map(s -> "whether " + named(s) + " applies to the call is open")
              .orElse("what it says of the call is open");
    };
  }

  private static String named(StatementReport s) {
    String name = StatementChange.name(s.statement());
    return s.statement().sid().isEmpty() ? name : "statement " + name;
  }

  /** Where the nearest statement parts from the request. */
  private static String miss(StatementReport s) {
    return s.mismatches().stream().findFirst().map(m -> words(m)).orElse("misses");
  }

  private static String words(Mismatch m) {
    String said = MismatchWords.of(m);
    return m instanceof Mismatch.OfCondition ? "wants otherwise: " + said : said;
  }
}
