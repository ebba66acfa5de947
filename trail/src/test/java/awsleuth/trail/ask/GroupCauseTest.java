package awsleuth.trail.ask;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a log tells is read as it was printed, and what events tell as events. */
final class GroupCauseTest {

  private static final GroupCause CAUSES = new GroupCause(new Diagnoser(AwsCatalog.embedded()));

  private static Event event(String source, String name, String region, String code, String said) {
    return new Event(0, source, name, region, "", "", "", "", code, said, "", "", "f", 0);
  }

  @Test
  void what_a_log_tells_of_a_Region_is_no_event() {
    String said = "Could not connect to the endpoint URL: \"https://sqs.eu-west-1.amazonaws.com/\"";
    Event failed = event("sqs", "", "eu-west-1", "EndpointConnectionError", said);
    Failures failures = new Failures(List.of());
    failures.add(failed, RecordText.of("EndpointConnectionError: " + said, "f", 1));
    FailureGroup group = failures.largest(1).getFirst();
    for (Diagnosis d : List.of(CAUSES.diagnosis(group, List.of()), CAUSES.diagnosis(failed))) {
      assertThat(GroupCause.first(d).map(Verdict::id))
          .hasValueSatisfying(id -> assertThat(id).startsWith("network/"));
    }
  }

  @Test
  void rows_of_events_without_ids_are_events() {
    Event login = event("signin.amazonaws.com", "ConsoleLogin", "", Event.UNNAMED, "");
    assertThat(GroupCause.first(CAUSES.diagnosis(login))).isEmpty();
  }
}
