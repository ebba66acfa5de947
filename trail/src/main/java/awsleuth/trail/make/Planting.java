package awsleuth.trail.make;

import awsleuth.trail.make.PlantedIncident.Calling;
import java.util.ArrayList;
import java.util.List;

/** Plants incidents. */
final class Planting {

  /** After a change of a policy some seconds pass until it holds everywhere. */
  private static final long HOLDS_AFTER = 4_000;

  private Planting() {}

  /** All that an order wants. */
  static List<PlantedIncident> of(Order order) {
    List<PlantedIncident> planted = new ArrayList<>();
    for (int i = 0; i < order.incidents().size(); i++) {
      planted.add(of(order.incidents().get(i), new Plot(order, i)));
    }
    return List.copyOf(planted);
  }

  private static PlantedIncident of(IncidentKind kind, Plot plot) {
    return switch (kind) {
      case CONDITION_ADDED -> RolePolicyIncidents.conditionAdded(plot);
      case ACTION_DROPPED -> RolePolicyIncidents.actionDropped(plot);
      case POLICY_REMOVED -> RolePolicyIncidents.policyRemoved(plot);
      case BOUNDARY_ADDED -> RolePolicyIncidents.boundaryAdded(plot);
      case BUCKET_DENY -> ResourcePolicyIncidents.bucketDeny(plot);
      case TRUST_NARROWED -> ResourcePolicyIncidents.trustNarrowed(plot);
      case KEY_POLICY_NARROWED -> KeyIncidents.policyNarrowed(plot);
      case KEY_DISABLED -> KeyIncidents.disabled(plot);
      case ENDPOINT_NARROWED -> ResourcePolicyIncidents.endpointNarrowed(plot);
      case ORGANISATION_DENY -> ResourcePolicyIncidents.organisationDeny(plot);
      case THROTTLE_STORM -> LoadIncidents.throttleStorm(plot);
      case PROPAGATION_DELAY -> LoadIncidents.propagationDelay(plot);
    };
  }

  /**
   * An incident of calls that succeed but while it lasts.
   *
   * @param change what begins it
   * @param former whether the archive has what was before
   * @param refused the calls while it lasts, the first of which is what the answer tells
   */
  static PlantedIncident of(
      IncidentKind kind,
      Plot plot,
      Dated change,
      boolean former,
      Caller by,
      List<Call> allowed,
      List<Call> refused) {
    Rhythm rhythm = plot.rhythm(0);
    long from = change.time() + HOLDS_AFTER;
    Calling calling =
        new Calling(
            rhythm,
            (time, dice, to) ->
                (time >= from && time < plot.end ? refused : allowed)
                    .forEach(c ->
                        to.add(new Dated(time, plot.account, plot.region, by, c, dice.uuid()))));
    Call first = refused.getFirst();
    Answer answer =
        new Answer(
            kind,
            change.id(),
            change.time(),
            change.call().name(),
            change.by().owner(),
            by.owner(),
            first.source(),
            first.name(),
            first.code(),
            rhythm.next(from),
            former);
    return new PlantedIncident(List.copyOf(plot.fixed), List.of(calling), answer);
  }
}
