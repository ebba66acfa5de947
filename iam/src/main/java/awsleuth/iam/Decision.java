package awsleuth.iam;

import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Optional;

/**
 * A decision with its reasons.
 *
 * @param request what was asked
 * @param result what it comes to
 * @param denied whether it is denied for certain; also where the result is unknown because only the
 *     kind of denial is open: a deny may apply to what nothing allows
 * @param layers what each type of policy says, in the order of evaluation
 * @param blockers everything that keeps the request from being allowed, in the order of evaluation;
 *     empty where it is allowed
 * @param nearest the allowing statement that misses by least in a layer where none allows
 * @param dependencies which unknown keys the result depends on; empty unless it is unknown
 * @param notGiven which policies the result depends on that were not given; empty unless it is
 *     unknown
 */
public record Decision(
    Request request,
    Result result,
    boolean denied,
    List<LayerReport> layers,
    List<Blocker> blockers,
    Optional<StatementReport> nearest,
    List<Dependency> dependencies,
    List<PolicySet.NotGiven> notGiven) {

  /** The statements that apply. */
  public List<StatementReport> matched() {
    return layers.stream()
        .filter(l -> l.outcome() != LayerReport.Outcome.NOT_APPLICABLE)
        .flatMap(l -> l.statements().stream())
        .filter(s -> s.applies() == awsleuth.iam.match.Truth.TRUE)
        .toList();
  }
}
