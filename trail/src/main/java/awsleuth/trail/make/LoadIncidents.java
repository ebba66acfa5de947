package awsleuth.trail.make;

import awsleuth.trail.make.PlantedIncident.Calling;
import java.util.List;

/** Incidents without a change that denies: too many calls, and calls too soon. */
final class LoadIncidents {

  private static final String REFUSED = "Client.RequestLimitExceeded";
  private static final long[] PAUSES = {0, 1_000, 2_000, 4_000};

  private LoadIncidents() {}

  /** Others' calls come at the same moments as the bursts of a new program. */
  static PlantedIncident throttleStorm(Plot plot) {
    Caller by = plot.role();
    Caller greedy =
        Caller.role(plot.account, "inventory-scan", "scan", "198.51.100.240", World.BOTO);
    Rhythm rhythm = plot.rhythm(0);
    Calling victim =
        new Calling(
            rhythm,
            (time, dice, to) -> {
              boolean storm = time >= plot.change && time < plot.end;
              for (long pause : PAUSES) {
                boolean failed = storm && (pause == 0 || dice.chance(700));
                Call call = MadeCalls.describeInstances(plot.job);
                to.add(
                    new Dated(
                        time + pause,
                        plot.account,
                        plot.region,
                        by,
                        failed ? call.failed(REFUSED, "Request limit exceeded.") : call,
                        dice.uuid()));
                if (!failed) {
                  return;
                }
              }
            });
    Calling burst =
        new Calling(
            rhythm,
            (time, dice, to) -> {
              for (int i = 0; i < 30 && time >= plot.change && time < plot.end; i++) {
                Call call = MadeCalls.describeInstances("everything");
                Call made =
                    dice.chance(200) ? call.failed(REFUSED, "Request limit exceeded.") : call;
                long at = time - 1_000 + dice.below(3_000);
                to.add(new Dated(at, plot.account, plot.region, greedy, made, dice.uuid()));
              }
            });
    Answer answer =
        new Answer(
            IncidentKind.THROTTLE_STORM,
            "",
            plot.change,
            "",
            greedy.owner(),
            by.owner(),
            "ec2.amazonaws.com",
            "DescribeInstances",
            "RequestLimitExceeded",
            rhythm.next(plot.change),
            false);
    return new PlantedIncident(List.copyOf(plot.fixed), List.of(victim, burst), answer);
  }

  /** A role is used in the seconds after it was made. */
  static PlantedIncident propagationDelay(Plot plot) {
    Caller by = plot.role();
    String trust =
        Documents.of(
            Documents.statement(
                "Trust",
                "Allow",
                "{ \"Service\": \"lambda.amazonaws.com\" }",
                List.of("sts:AssumeRole"),
                List.of(),
                ""));
    String table = "arn:aws:dynamodb:" + plot.region + ":" + plot.account + ":table/" + plot.job;
    String document =
        Documents.of(Documents.allow("Table", List.of("dynamodb:GetItem"), List.of(table)));
    Caller maker = plot.changer();
    plot.iam(plot.change - 2_000, maker, MadeChanges.createRole(plot.account, by.name(), trust));
    Dated change =
        plot.iam(plot.change, maker, MadeChanges.putRolePolicy(by.name(), "table", document));
    Json.Part key = Json.object("id", "HIDDEN_DUE_TO_SECURITY_REASONS");
    Call get = MadeCalls.item("GetItem", true, plot.account, plot.region, plot.job, key);
    Call refused =
        get.failed(
            "AccessDenied",
            Refusals.implicit(by, "dynamodb:GetItem", table, "identity-based policy"));
    long known = plot.change + 9_000 + plot.dice.below(9_000);
    for (long t = plot.change + 2_000; t < known + 4_000; t += 2_000) {
      plot.here(t, by, t < known ? refused : get);
    }
    Calling later =
        new Calling(
            plot.rhythm(0),
            (time, dice, to) -> {
              if (time > known) {
                to.add(new Dated(time, plot.account, plot.region, by, get, dice.uuid()));
              }
            });
    Answer answer =
        new Answer(
            IncidentKind.PROPAGATION_DELAY,
            change.id(),
            change.time(),
            change.call().name(),
            maker.owner(),
            by.owner(),
            "dynamodb.amazonaws.com",
            "GetItem",
            "AccessDenied",
            plot.change + 2_000,
            false);
    return new PlantedIncident(List.copyOf(plot.fixed), List.of(later), answer);
  }
}
