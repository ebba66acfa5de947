package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that cannot assume its role, which was deleted. */
final class LinkedRoleTest {

  private static final String SAID =
      "Unable to assume the service linked role. Please verify that the ECS service linked role"
          + " exists.";

  @TempDir Path folder;

  @Test
  void the_deletion_of_the_services_role_is_why() throws IOException {
    assertThat(suspects(SAID, deleted("ecs", "ECS"), deleted("rds", "RDS")))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED))
        .satisfies(s ->
            assertThat(s.change().what())
                .isEqualTo("service-linked role `AWSServiceRoleForECS` of `ecs.amazonaws.com`"));
  }

  @Test
  void of_one_that_was_made_again_it_is_open() throws IOException {
    String made =
        ToldArchive.event(
            "08:30:40",
            "iam CreateServiceLinkedRole",
            "",
            "",
            "{\"aWSServiceName\":\"ecs.amazonaws.com\"}");
    assertThat(suspects(SAID, deleted("ecs", "ECS"), made))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.missing()).contains("made again"));
  }

  @Test
  void where_aws_speaks_of_no_such_role_it_is_not() throws IOException {
    assertThat(suspects("Invalid revision number.", deleted("ecs", "ECS"))).isEmpty();
  }

  private static String deleted(String service, String name) {
    String role = "AWSServiceRoleFor" + name;
    String task = "task/aws-service-role/%s.amazonaws.com/%s/1".formatted(service, role);
    return ToldArchive.event(
            "08:30:10",
            "iam DeleteServiceLinkedRole",
            "",
            "",
            "{\"roleName\":\"%s\"}".formatted(role))
        .replace(
            "\"requestParameters\"",
            "\"responseElements\":{\"deletionTaskId\":\"%s\"},\"requestParameters\""
                .formatted(task));
  }

  private List<Suspect> suspects(String said, String... changes) throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    for (int minute = 0; minute < 60; minute++) {
      String code = minute < 31 ? "" : "InvalidParameterException";
      String service = "{\"cluster\":\"main\",\"serviceName\":\"web\"}";
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute), "ecs CreateService", code, said, service));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }
}
