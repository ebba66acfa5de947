package awsleuth.iam;

import awsleuth.iam.match.ConditionTest;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells of every layer, statement and element what it has to do with a decision. */
final class Explainer {

  private final Program program;
  private final Evaluation evaluation;
  private final View view;
  private final String action;

  private Explainer(Program program, Request request) {
    this.program = program;
    this.view = new View(request, program.keys());
    this.evaluation = new Evaluation(program, view);
    this.action = request.action().toLowerCase(Locale.ROOT);
  }

  static Decision explain(Program program, Request request) {
    return new Explainer(program, request).decision();
  }

  private Decision decision() {
    Result result = evaluation.result();
    List<LayerReport> layers = layers();
    List<Blocker> blockers = result == Result.ALLOWED ? List.of() : Blockers.of(evaluation, layers);
    Optional<StatementReport> nearest =
        result == Result.ALLOWED ? Optional.empty() : Nearness.nearest(layers, blockers);
    List<Dependency> dependencies =
        result == Result.UNKNOWN ? Dependence.of(program, view, layers) : List.of();
    return new Decision(
        view.request(),
        result,
        isDenied(result, layers),
        layers,
        blockers,
        nearest,
        dependencies,
        notGiven(result));
  }

  /** An open deny of what nothing allows is a denial either way. */
  private boolean isDenied(Result result, List<LayerReport> layers) {
    return result.denied()
        || (result == Result.UNKNOWN
            && (evaluation.allowed() == Truth.FALSE
                || Dependence.alwaysDenies(program, view, layers)));
  }

  /** What was not given and might allow, so that the result is open. */
  private List<PolicySet.NotGiven> notGiven(Result result) {
    return result == Result.UNKNOWN
        ? Arrays.stream(PolicySet.NotGiven.values()).filter(evaluation::isMissed).toList()
        : List.of();
  }

  private List<LayerReport> layers() {
    List<LayerReport> reports = new ArrayList<>();
    levels(Layer.RCP, program.set().rcps(), reports);
    levels(Layer.SCP, program.set().scps(), reports);
    reports.add(layer(Layer.VPC_ENDPOINT, 0, "", program.set().endpoint().isEmpty()));
    reports.add(layer(Layer.RESOURCE, 0, "", program.set().resource().isEmpty()));
    reports.add(layer(Layer.IDENTITY, 0, "", program.set().identity().isEmpty()));
    reports.add(layer(Layer.BOUNDARY, 0, "", program.set().boundary().isEmpty()));
    reports.add(layer(Layer.SESSION, 0, "", program.set().session().isEmpty()));
    return List.copyOf(reports);
  }

  private void levels(Layer layer, List<PolicySet.Level> levels, List<LayerReport> reports) {
    for (int i = 0; i < levels.size(); i++) {
      reports.add(layer(layer, i, levels.get(i).id(), false));
    }
    if (levels.isEmpty()) {
      reports.add(layer(layer, 0, "", true));
    }
  }

  private LayerReport layer(Layer layer, int level, String id, boolean none) {
    List<StatementReport> statements =
        program.rules().stream()
            .filter(r -> r.layer() == layer && r.level() == level)
            .map(this::statement)
            .toList();
    return new LayerReport(layer, level, id, outcome(layer, none, statements), statements);
  }

  private LayerReport.Outcome outcome(Layer layer, boolean none, List<StatementReport> statements) {
    if (none) {
      return LayerReport.Outcome.NONE_ATTACHED;
    }
    if (!evaluation.situation().counts(layer)) {
      return LayerReport.Outcome.NOT_APPLICABLE;
    }
    Truth denies = Truth.FALSE;
    Truth allows = Truth.FALSE;
    for (StatementReport s : statements) {
      boolean deny = s.statement().effect() == awsleuth.iam.policy.Effect.DENY;
      denies = deny ? denies.or(s.applies()) : denies;
      allows = deny ? allows : allows.or(s.applies());
    }
    if (denies == Truth.TRUE) {
      return LayerReport.Outcome.DENIES;
    }
    if (denies == Truth.UNKNOWN || allows == Truth.UNKNOWN) {
      return LayerReport.Outcome.UNKNOWN;
    }
    return allows == Truth.TRUE ? LayerReport.Outcome.ALLOWS : LayerReport.Outcome.SILENT;
  }

  private StatementReport statement(Rule rule) {
    List<Mismatch> mismatches = new ArrayList<>();
    Truth applies = principal(rule, mismatches);
    if (!rule.isAbout(action)) {
      applies = Truth.FALSE;
      mismatches.add(Parting.ofAction(rule.statement().actions(), view.request().action()));
    }
    Truth covers = rule.covers(view);
    if (covers != Truth.TRUE) {
      mismatches.add(Parting.ofResource(rule, program.keys(), view, covers));
    }
    applies = applies.and(covers);
    for (ConditionTest test : rule.conditions()) {
      Truth met = test.isMet(view);
      if (met != Truth.TRUE) {
        mismatches.add(condition(test, rule, met));
      }
      applies = applies.and(met);
    }
    return new StatementReport(
        rule.layer(),
        rule.level(),
        rule.policy(),
        rule.statement(),
        applies,
        List.copyOf(mismatches));
  }

  private Mismatch condition(ConditionTest test, Rule rule, Truth met) {
    return new Mismatch.OfCondition(
        test.condition(), test.resolved(view), rule.policy().version2012(), test.actual(view), met);
  }

  private Truth principal(Rule rule, List<Mismatch> mismatches) {
    Truth named = rule.names(view, rule.denies() && evaluation.hasBoundary());
    if (named != Truth.TRUE) {
      mismatches.add(
          new Mismatch.OfPrincipal(
              rule.statement().principals(), view.request().principal(), named));
    }
    return named;
  }
}
