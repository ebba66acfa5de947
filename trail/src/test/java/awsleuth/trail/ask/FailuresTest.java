package awsleuth.trail.ask;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private static final String DENIED =
      "User: arn:aws:sts::111122223333:assumed-role/a/x is not authorized to perform: s3:GetObject"
          + " on resource: \"arn:aws:s3:::b/k\" ";

  static Event event(
      int number, String service, String operation, String principal, String code, String message) {
    return new Event(
        number * 60_000L,
        service + ".amazonaws.com",
        operation,
        "eu-west-1",
        "111122223333",
        principal,
        "Boto3",
        "203.0.113.7",
        code,
        message,
        "r" + number,
        "e" + number,
        "f",
        number);
  }

  static Failures of(List<Event> events, int most) {
    Failures failures = new Failures(List.of(), most, Failures.MOST_ONCE);
    events.forEach(e -> failures.add(e, RecordText.of("{}", "f", 1)));
    return failures;
  }

  static List<Event> some(int count, int kinds, Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String code = random.nextInt(3) == 0 ? "AccessDenied" : random.nextInt(5) == 0 ? "Slow" : "";
      events.add(
          event(
              i,
              "s" + random.nextInt(3),
              "Op" + random.nextInt(4),
              "role/" + random.nextInt(kinds),
              code,
              code.isEmpty()
                  ? ""
                  : DENIED
                      + "because no identity-based policy allows the action "
                      + random.nextInt(3)));
    }
    return events;
  }

  @Test
  void calls_are_counted_beside_those_that_failed() {
    Failures failures =
        of(
            List.of(
                event(0, "s3", "GetObject", "role/a", "AccessDenied", ""),
                event(1, "s3", "GetObject", "role/a", "", ""),
                event(2, "s3", "GetObject", "role/a", "AccessDenied", ""),
                event(60, "s3", "GetObject", "role/a", "", ""),
                event(3, "s3", "GetObject", "role/b", "", "")),
            100);
    FailureGroup group = failures.largest(9).getFirst();
    assertThat(failures.groups()).isEqualTo(1);
    assertThat(group.count()).isEqualTo(2);
    assertThat(group.calls()).hasValue(4);
    assertThat(group.share()).hasValue(0.5);
    assertThat(group.perHour()).hasValue(60);
    assertThat(group.first()).hasValue(0);
    assertThat(group.last()).hasValue(120_000);
    assertThat(group.samples()).extracting(CallPlace::requestId).containsExactly("r0", "r2");
  }

  @Test
  void codes_are_asked_for_with_or_without_whose_fault_it_is() {
    for (String code : List.of("Internal*", "Server.InternalError", "Client.InternalError")) {
      Failures failures = new Failures(List.of(code));
      failures.add(
          event(0, "ec2", "RunInstances", "role/a", "InternalError", ""),
          RecordText.of("{}", "f", 1));
      assertThat(failures.failed()).as(code).isEqualTo(1);
    }
  }

  @Test
  void a_share_is_told_of_events_without_ids_and_not_of_what_logs_print() {
    assertThat(sharedBy("role/a")).hasValue(0.5);
    assertThat(sharedBy("")).isEmpty();
  }

  private static java.util.OptionalDouble sharedBy(String principal) {
    Failures failures = new Failures(List.of());
    for (String code : List.of("AccessDenied", "")) {
      Event e = event(0, "s3", "GetObject", principal, code, "");
      failures.add(
          new Event(
              0,
              e.source(),
              e.name(),
              e.region(),
              "",
              e.principal(),
              "",
              "",
              code,
              "",
              "",
              "",
              "f",
              0),
          RecordText.of("{}", "f", 1));
    }
    return failures.largest(1).getFirst().share();
  }

  @Test
  void a_sign_in_that_failed_without_a_code_is_no_fault_of_the_service() {
    GroupCause causes = new GroupCause(new Diagnoser(AwsCatalog.embedded()));
    for (String message : List.of("", "Failed authentication")) {
      Event event = event(0, "signin", "ConsoleLogin", "IAMUser a", Event.UNNAMED, message);
      assertThat(GroupCause.first(causes.diagnosis(event))).as(message).isEmpty();
    }
  }

  @Test
  void denials_by_different_policies_are_told_apart() {
    Failures failures =
        of(
            List.of(
                event(
                    0,
                    "s3",
                    "GetObject",
                    "role/a",
                    "AccessDenied",
                    DENIED + "because no identity-based policy allows the s3:GetObject action"),
                event(
                    1,
                    "s3",
                    "GetObject",
                    "role/a",
                    "AccessDenied",
                    DENIED + "with an explicit deny in a service control policy")),
            100);
    assertThat(failures.largest(9))
        .extracting(FailureGroup::reason)
        .containsExactly(
            "because no identity-based policy allows the s3:GetObject action",
            "with an explicit deny in a service control policy");
  }

  @Test
  void the_codes_that_are_asked_about_leave_the_calls_as_they_are() {
    Failures failures = new Failures(List.of("Slow*"));
    for (String code : List.of("SlowDown", "AccessDenied", "")) {
      failures.add(event(0, "s3", "GetObject", "role/a", code, ""), RecordText.of("", "f", 1));
    }
    assertThat(failures.failed()).isEqualTo(1);
    assertThat(failures.largest(9).getFirst().calls()).hasValue(3);
  }

  @Test
  void what_comes_out_depends_neither_on_the_order_nor_on_the_parts() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int most = List.of(8, 30, 60, 1000).get(seed % 4);
      List<Event> events = some(300, 12, random);
      Failures whole = of(events, most);
      Collections.shuffle(events, random);
      int cut = random.nextInt(events.size());
      Failures parts = of(events.subList(0, cut), most);
      parts.merge(of(events.subList(cut, events.size()), most));
      assertThat(parts.coarseness()).as("seed %d", seed).isEqualTo(whole.coarseness());
      assertThat(parts.failed()).isEqualTo(whole.failed());
      assertThat(parts.largest(1000).toString().replaceAll("RecordText@\\w+", "record"))
          .isEqualTo(whole.largest(1000).toString().replaceAll("RecordText@\\w+", "record"));
    }
  }

  @Test
  void too_many_groups_lose_their_finest_distinction_and_no_call() {
    List<Event> events = some(2000, 500, new Random(1));
    Failures failures = of(events, 60);
    assertThat(failures.coarseness()).isEqualTo(Coarseness.PRINCIPALS);
    assertThat(failures.calls()).isEqualTo(2000);
    assertThat(failures.largest(1000).stream().mapToLong(FailureGroup::count).sum())
        .isEqualTo(events.stream().filter(Event::isFailed).count());
  }

  @Test
  void messages_that_say_something_else_are_told() {
    String gone = "Stack [%s] does not exist";
    List<Event> alike =
        List.of(
            event(1, "cloudformation", "UpdateStack", "role/ci", "V", gone.formatted("shop-1")),
            event(2, "cloudformation", "UpdateStack", "role/ci", "V", gone.formatted("pay-2")));
    assertThat(of(alike, 100).largest(1).getFirst().alike()).isTrue();
    List<Event> mixed = new ArrayList<>(alike);
    mixed.add(
        event(
            3, "cloudformation", "UpdateStack", "role/ci", "V", "No updates are to be performed."));
    assertThat(of(mixed, 100).largest(1).getFirst().alike()).isFalse();
    Failures merged = of(mixed.subList(0, 2), 100);
    merged.merge(of(mixed.subList(2, 3), 100));
    assertThat(merged.largest(1).getFirst().alike()).isFalse();
  }

  private static final String INVALID =
      "{\"eventVersion\":\"1.11\",\"eventTime\":\"1970-01-01T00:%s:00Z\",\"eventSource\":\"%s\","
          + "\"eventName\":\"%s\",\"requestParameters\":%s,\"errorCode\":\"%s\",\"errorMessage\":\"%s\"}";

  @Test
  void what_was_made_moments_before_a_groups_first_call_is_beside_it() {
    String message = "The role defined for the function cannot be assumed by Lambda.";
    Event made = event(1, "iam", "CreateRole", "role/ci", "", "");
    Event failed =
        event(2, "lambda", "CreateFunction", "role/ci", "InvalidParameterValueException", message);
    RecordText role =
        RecordText.of(
            INVALID.formatted(
                "01", "iam.amazonaws.com", "CreateRole", "{\"roleName\":\"r\"}", "", ""),
            "f",
            1);
    RecordText call =
        RecordText.of(
            INVALID.formatted(
                "02",
                "lambda.amazonaws.com",
                "CreateFunction",
                "{\"role\":\"arn:aws:iam::111122223333:role/r\"}",
                "InvalidParameterValueException",
                message),
            "f",
            2);
    Failures first = new Failures(List.of());
    first.add(failed, call);
    Failures second = new Failures(List.of());
    second.add(made, role);
    first.merge(second);
    FailureGroup group = first.largest(1).getFirst();
    assertThat(first.madeBefore(group)).hasSize(1);
    GroupCause causes = new GroupCause(new Diagnoser(AwsCatalog.embedded()));
    assertThat(GroupCause.first(causes.diagnosis(group, first.madeBefore(group))).map(Verdict::id))
        .contains("permissions/propagation-delay");
    assertThat(GroupCause.first(causes.diagnosis(group, List.of())).map(Verdict::id))
        .contains("permissions/trust-policy");
  }
}
