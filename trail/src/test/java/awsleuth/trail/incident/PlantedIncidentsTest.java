package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Answer;
import awsleuth.trail.make.Generator;
import awsleuth.trail.make.IncidentKind;
import awsleuth.trail.make.MadeEvents;
import awsleuth.trail.make.Order;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of incident is found with the right change in the first place; {@code
 * -Dtrail.events=1000000 -Dtrail.changes=10000 -Dtrail.seeds=1} makes archives of another size.
 */
final class PlantedIncidentsTest {

  private static final int SEEDS = Integer.getInteger("trail.seeds", 1);
  private static final long EVENTS = Long.getLong("trail.events", 20_000);
  private static final int CHANGES = Integer.getInteger("trail.changes", 200);

  @ParameterizedTest
  @EnumSource(IncidentKind.class)
  void every_planted_incident_is_found_and_its_change_comes_first(IncidentKind kind) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Order order =
          MadeEvents.order(
              seed * 100L + IncidentKind.words().indexOf(kind.word()),
              EVENTS,
              CHANGES,
              List.of(kind));
      Answer answer = new Generator(order).answers().getFirst();
      Investigation.Report report = Investigation.of(MadeEvents.hourly(order), Scope.ALL);
      assertThat(report.incidents()).as("%s of seed %s", kind, seed).hasSize(1);
      Incident incident = report.incidents().getFirst();
      assertThat(incident.target().group().calls().principal()).isEqualTo(answer.principal());
      assertThat(incident.first().orElseThrow().time())
          .as("first failure of %s, seed %s", kind, seed)
          .isEqualTo(answer.onset() / 1000 * 1000);
      isAnswered(incident, answer);
    }
  }

  static void isAnswered(Incident incident, Answer answer) {
    String said = incident.suspects() + " " + incident.cause() + " for " + answer;
    switch (incident.cause()) {
      case Cause.Changed c -> {
        assertThat(c.suspect().change().event().eventId()).as(said).isEqualTo(answer.change());
        assertThat(c.suspect().change().event().principal()).isEqualTo(answer.actor());
      }
      case Cause.Propagation p ->
          assertThat(p.change().event().eventId()).as(said).isEqualTo(answer.change());
      case Cause.Storm s -> assertThat(s.principal()).as(said).isEqualTo(answer.actor());
      case Cause.Unknown _ -> {
        assertThat(incident.suspects()).as(said).isNotEmpty();
        assertThat(incident.suspects().getFirst().change().event().eventId())
            .as(said)
            .isEqualTo(answer.change());
        assertThat(answer.former()).as("possible only: " + said).isFalse();
      }
    }
  }
}
