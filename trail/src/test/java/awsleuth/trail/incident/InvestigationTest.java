package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Calls;
import awsleuth.trail.Filter;
import awsleuth.trail.make.IncidentKind;
import awsleuth.trail.make.MadeEvents;
import awsleuth.trail.time.Group;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InvestigationTest {

  private static final List<IncidentKind> ALL = List.of(IncidentKind.values());
  private static final MadeEvents EVENTS = new MadeEvents(MadeEvents.order(9, 12_000, 120, ALL));

  @Test
  void the_order_of_events_and_the_parts_do_not_matter() {
    List<Incident> incidents = Investigation.of(EVENTS, Scope.ALL).incidents();
    assertThat(incidents).hasSize(ALL.size());
    for (long seed = 1; seed <= 3; seed++) {
      assertThat(Investigation.of(EVENTS.shuffled(seed), Scope.ALL).incidents())
          .usingRecursiveComparison()
          .isEqualTo(incidents);
    }
  }

  @Test
  void records_that_are_damaged_are_passed_over() {
    Random random = new Random(5);
    for (int round = 0; round < 3; round++) {
      MadeEvents damaged = EVENTS.changed(text -> damaged(text, random));
      assertThat(groups(Investigation.of(damaged, Scope.ALL)))
          .as("found by their columns, which are not damaged")
          .containsExactlyInAnyOrderElementsOf(groups(Investigation.of(EVENTS, Scope.ALL)));
    }
  }

  private static List<Group> groups(Investigation.Report report) {
    return report.incidents().stream()
        .flatMap(i -> i.targets().stream())
        .map(Target::group)
        .toList();
  }

  private static String damaged(String text, Random random) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + "{[\\\"" + text.substring(at);
      case 2 -> text.replace("Statement", "Statemen").replace("arn:", "\\u0000");
      default -> text;
    };
  }

  @Test
  void a_group_that_is_asked_for_is_looked_into_though_it_became_no_more() {
    Scope question =
        new Scope(
            OptionalLong.empty(),
            g -> g.code().equals("NoSuchKey"),
            true,
            Filter.ALL,
            Scope.USUAL_WINDOW,
            false);
    List<Incident> incidents = Investigation.of(EVENTS, question).incidents();
    assertThat(incidents)
        .isNotEmpty()
        .extracting(i -> i.target().group().code())
        .containsOnly("NoSuchKey");
    assertThat(incidents).allMatch(i -> i.cause() instanceof Cause.Unknown);
  }

  @Test
  void a_moment_chooses_the_failures_around_it() {
    Incident any = Investigation.of(EVENTS, Scope.ALL).incidents().get(3);
    Scope question =
        new Scope(
            OptionalLong.of(any.first().orElseThrow().time()),
            g -> true,
            false,
            Filter.ALL,
            24 * 3_600_000L,
            false);
    assertThat(Investigation.of(EVENTS, question).incidents())
        .extracting(i -> i.target().group())
        .contains(any.target().group());
  }

  @Test
  void ids_of_groups_are_short_and_their_own() {
    Calls calls = new Calls("s3.amazonaws.com", "GetObject", "role");
    assertThat(new Group(calls, "NoSuchKey").id()).hasSize(6).matches("[0-9a-f]{6}");
    assertThat(new Group(calls, "NoSuchKey").id())
        .isNotEqualTo(new Group(calls, "AccessDenied").id());
  }
}
