package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told around a moment. */
final class MergedTest {

  private static final Scope AT_NINE =
      new Scope(
          OptionalLong.of(Instant.parse("2026-11-18T09:00:00Z").toEpochMilli()),
          g -> true,
          false,
          Filter.ALL,
          Scope.USUAL_WINDOW,
          false);

  @TempDir Path folder;

  private static String denied(String time, String call, String because) {
    String message = "User is not authorized to perform: " + call.replace(' ', ':') + because;
    return ToldArchive.event(time, call, "AccessDenied", message, "{\"x\":\"y\"}");
  }

  @Test
  void denials_of_one_principal_one_after_another_are_one_incident() throws IOException {
    String lacks = " because no identity-based policy allows the x:Y action";
    String boundary = " because no permissions boundary allows the x:Y action";
    List<String> records =
        List.of(
            denied("08:30:00", "ecs ListClusters", lacks),
            denied("08:30:40", "glue GetDatabases", lacks),
            denied("08:30:50", "kms ListKeys", boundary),
            denied("08:31:20", "iam ListUsers", lacks.replace("x:Y", "iam:ListUsers")),
            denied("08:35:00", "sns ListTopics", lacks));
    assertThat(new ToldArchive(folder).incidents(records, AT_NINE))
        .extracting(i -> i.targets().size())
        .containsExactly(1, 3, 1);
  }

  @Test
  void denials_by_two_policies_are_two_incidents() throws IOException {
    String policy =
        " on resource: * with an explicit deny in a service control policy:"
            + " arn:aws:organizations::111122223333:policy/o-abcdefghij/service_control_policy/p-";
    List<String> records =
        List.of(
            denied("08:30:00", "ecs ListClusters", policy + "11111111"),
            denied("08:30:30", "glue GetDatabases", policy + "22222222"),
            denied("08:30:40", "kms ListKeys", policy + "22222222"));
    assertThat(new ToldArchive(folder).incidents(records, AT_NINE))
        .extracting(i -> i.targets().size())
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void what_worked_before_is_told_by_itself() throws IOException {
    String lacks = " because no identity-based policy allows the x:Y action";
    List<String> records =
        List.of(
            ToldArchive.event("08:29:00", "glue GetDatabases", "", "", "{\"x\":\"y\"}"),
            denied("08:30:00", "ecs ListClusters", lacks),
            denied("08:30:40", "glue GetDatabases", lacks));
    assertThat(new ToldArchive(folder).incidents(records, AT_NINE))
        .extracting(i -> i.lastSuccess().isPresent())
        .containsExactlyInAnyOrder(false, true);
  }

  @Test
  void the_nearest_to_the_moment_comes_first() throws IOException {
    String lacks = " because no identity-based policy allows the x:Y action";
    List<String> records =
        List.of(
            denied("08:10:00", "ecs ListClusters", lacks),
            denied("09:02:00", "glue GetDatabases", lacks),
            denied("09:40:00", "kms ListKeys", lacks),
            denied("11:40:00", "kms ListAliases", lacks));
    assertThat(new ToldArchive(folder).incidents(records, AT_NINE))
        .extracting(i -> i.target().group().calls().source())
        .containsExactly("glue.amazonaws.com", "kms.amazonaws.com", "ecs.amazonaws.com");
  }

  @Test
  void what_is_explained_comes_before_what_fails_off_and_on() throws IOException {
    List<String> records = new ArrayList<>();
    String lacks = " because no identity-based policy allows the x:Y action";
    records.add(denied("08:20:00", "ecs ListClusters", lacks));
    records.add(denied("09:40:00", "ecs ListClusters", lacks));
    String read = "{\"bucketName\":\"acme\",\"key\":\"k\"}";
    for (int minute = 0; minute < 40; minute++) {
      String at = "%02d:00".formatted(minute);
      records.add(ToldArchive.event("08:" + at, "s3 GetObject", "", "", read));
      if (minute > 2) {
        records.add(
            ToldArchive.event("09:" + at, "s3 GetObject", "NoSuchBucket", "It is gone", read));
      }
    }
    records.add(
        ToldArchive.event("09:02:00", "s3 DeleteBucket", "", "", "{\"bucketName\":\"acme\"}"));
    assertThat(new ToldArchive(folder).incidents(records, AT_NINE))
        .extracting(i -> i.target().group().calls().source())
        .containsExactly("s3.amazonaws.com", "ecs.amazonaws.com");
  }

  @Test
  void callers_that_one_may_have_throttled_are_one_incident() throws IOException {
    List<String> records = new ArrayList<>();
    for (int second = 0; second < 1_200; second++) {
      String time = "0%d:%02d:%02d".formatted(8 + second / 600, second % 600 / 60, second % 60);
      boolean throttled = second >= 600;
      for (String user : List.of("ci", "cd")) {
        records.add(stacks(time, user, throttled ? "Throttling" : "", second));
      }
      for (int i = 0; throttled && i < 6; i++) {
        records.add(stacks(time, "loop", "", i));
      }
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    assertThat(incidents.getFirst().targets()).hasSize(2);
    assertThat(incidents.getFirst().cause())
        .isInstanceOfSatisfying(Cause.Storm.class, s -> assertThat(s.isCertain()).isFalse());
  }

  private static String stacks(String time, String user, String code, int number) {
    return ToldArchive.event(time, "cloudformation DescribeStacks", code, "Rate exceeded", "{}")
        .replace("user/ci", "user/" + user)
        .replace("DescribeStacks\",\"userId", user + number + "\",\"userId");
  }
}
