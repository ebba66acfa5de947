package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Archive;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DelayTest {

  private static final String INVALID =
      "\"errorCode\":\"InvalidParameterValueException\",\"errorMessage\":\"The role defined for the"
          + " function cannot be assumed by Lambda.\",";
  private static final String ROLE = "{\"roleName\":\"resize\"}";
  private static final String FUNCTION =
      "{\"functionName\":\"f\",\"role\":\"arn:aws:iam::111122223333:role/resize\"}";

  @TempDir Path folder;

  private static String event(String time, String call, String error, String parameters) {
    String[] name = call.split(" ");
    return """
    {"eventVersion":"1.11","eventTime":"2026-11-18T%sZ","eventSource":"%s.amazonaws.com","eventName":"%s",\
    "awsRegion":"eu-west-1",%s"recipientAccountId":"111122223333","eventID":"%s",\
    "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ci"},"requestParameters":%s}\
    """
        .formatted(time, name[0], name[1], error, time, parameters);
  }

  private List<Cause> causes(String... records) throws IOException {
    Files.writeString(
        folder.resolve("a.json"), "{\"Records\":[" + String.join(",", records) + "]}");
    Investigation.Pass<RuntimeException> pass =
        new Investigation.Pass<>() {
          @Override
          public <F extends Fold<F>> Archive.Asked<F> ask(Supplier<F> fold) {
            return new Archive(List.of(folder), Filter.ALL).ask(fold);
          }
        };
    return Investigation.of(pass, Scope.ALL).incidents().stream().map(Incident::cause).toList();
  }

  @Test
  void a_role_that_a_service_does_not_know_yet_is_found_whatever_the_code() throws IOException {
    assertThat(
            causes(
                event("11:00:00", "iam CreateRole", "", ROLE),
                event("11:00:02", "lambda CreateFunction20150331", INVALID, FUNCTION),
                event("11:00:12", "lambda CreateFunction20150331", "", FUNCTION)))
        .singleElement()
        .isInstanceOfSatisfying(
            Cause.Propagation.class,
            p -> assertThat(p.change().event().name()).isEqualTo("CreateRole"));
  }

  @Test
  void a_success_with_another_role_shows_nothing() throws IOException {
    assertThat(
            causes(
                event("11:00:00", "iam CreateRole", "", ROLE),
                event("11:00:02", "lambda CreateFunction20150331", INVALID, FUNCTION),
                event(
                    "11:00:12",
                    "lambda CreateFunction20150331",
                    "",
                    FUNCTION.replace("role/resize", "role/other"))))
        .isEmpty();
  }

  @Test
  void a_change_of_the_role_before_the_success_shows_nothing() throws IOException {
    assertThat(
            causes(
                event("11:00:00", "iam CreateRole", "", ROLE),
                event("11:00:02", "lambda CreateFunction20150331", INVALID, FUNCTION),
                event("11:00:08", "iam UpdateAssumeRolePolicy", "", ROLE),
                event("11:00:12", "lambda CreateFunction20150331", "", FUNCTION)))
        .isEmpty();
  }

  @Test
  void a_value_that_is_wrong_for_another_reason_is_not_put_down_to_it() throws IOException {
    String other = INVALID.replace("The role defined for", "The size defined for");
    assertThat(
            causes(
                event("11:00:00", "iam CreateRole", "", ROLE),
                event(
                    "11:00:02",
                    "lambda CreateFunction20150331",
                    other.replace("assumed", "used"),
                    FUNCTION),
                event("11:00:12", "lambda CreateFunction20150331", "", FUNCTION)))
        .isEmpty();
  }
}
