package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DelayTest {

  private static final String ROLE = "{\"roleName\":\"resize\"}";
  private static final String FUNCTION =
      "{\"functionName\":\"f\",\"role\":\"arn:aws:iam::111122223333:role/resize\"}";
  private static final String MADE = ToldArchive.event("11:00:00", "iam CreateRole", "", "", ROLE);
  private static final String REFUSED =
      create("11:00:02", "The role defined for the function cannot be assumed by Lambda.");
  private static final String DONE = create("11:00:12", "");

  @TempDir Path folder;

  private static String create(String time, String message) {
    return ToldArchive.event(
        time,
        "lambda CreateFunction20150331",
        message.isEmpty() ? "" : "InvalidParameterValueException",
        message,
        FUNCTION);
  }

  private List<Cause> causes(String... records) throws IOException {
    return new ToldArchive(folder).causes(List.of(records));
  }

  @Test
  void a_role_that_a_service_does_not_know_yet_is_found_whatever_the_code() throws IOException {
    assertThat(causes(MADE, REFUSED, DONE))
        .singleElement()
        .isInstanceOfSatisfying(
            Cause.Propagation.class,
            p -> assertThat(p.change().event().name()).isEqualTo("CreateRole"));
  }

  @Test
  void a_success_with_another_role_shows_nothing() throws IOException {
    assertThat(causes(MADE, REFUSED, DONE.replace("role/resize", "role/other"))).isEmpty();
  }

  @Test
  void a_change_of_the_role_before_the_success_shows_nothing() throws IOException {
    String changed = ToldArchive.event("11:00:08", "iam UpdateAssumeRolePolicy", "", "", ROLE);
    assertThat(causes(MADE, REFUSED, changed, DONE)).isEmpty();
  }

  @Test
  void a_value_that_is_wrong_for_another_reason_is_not_put_down_to_it() throws IOException {
    assertThat(causes(MADE, create("11:00:02", "The size is out of range."), DONE)).isEmpty();
  }

  /** As where a bucket's policy lets one of two addresses in. */
  @Test
  void calls_that_succeed_from_another_address_alone_show_nothing() {
    Story story =
        new Story()
            .createRole(0, "billing")
            .putRolePolicy(0, "billing", "data", Story.policy("Allow", "", "s3:*", ""));
    assertThat(incidents(story.from("198.51.100.7").lists(1, 7, " "))).isEmpty();
    story.from("203.0.113.5").lists(7, 9);
    assertThat(incidents(story)).isEmpty();
    assertThat(incidents(story.from("198.51.100.7").lists(9, 15, " "))).isEmpty();
  }

  private static List<Incident> incidents(Story story) {
    return Investigation.of(story.told(), Scope.ALL).incidents();
  }
}
