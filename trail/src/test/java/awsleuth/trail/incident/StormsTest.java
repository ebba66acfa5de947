package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Calls;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import awsleuth.trail.time.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who used up a rate is said only where it was seen. */
final class StormsTest {

  private static final long START = 1_793_577_600_000L;
  private static final String CODE = "RequestLimitExceeded";
  private static final Event FIRST = event(START, "billing", "RequestLimitExceeded");
  private static final RecordText NONE = RecordText.of("{}", "f", 1);

  @Test
  void another_that_calls_more_in_the_same_seconds_used_up_the_rate() {
    Crowd crowd = new Crowd(target(600_000, "billing"));
    throttled(crowd);
    busy(crowd, START);
    assertThat(cause(crowd))
        .hasValueSatisfying(s -> assertThat(s.isCertain()).isTrue())
        .hasValueSatisfying(s -> assertThat(s.principal()).endsWith("role/scan"));
  }

  @Test
  void a_few_calls_a_second_use_up_no_rate() {
    Crowd crowd = new Crowd(target(600_000, "billing"));
    throttled(crowd);
    for (int i = 0; i < 80; i++) {
      add(crowd, event(START + i * 250L, "scan", ""));
    }
    assertThat(cause(crowd)).isEmpty();
    add(crowd, event(START + 10, "scan", ""));
    assertThat(cause(crowd)).as("five in one second").isPresent();
  }

  @Test
  void many_times_as_many_may_though_few_a_second() {
    Crowd crowd = new Crowd(target(600_000, "billing"));
    for (int second = 0; second < 600; second++) {
      add(crowd, event(START + second * 1_000L, "scan", ""));
      if (second % 15 == 0) {
        add(crowd, event(START + second * 1_000L, "billing", CODE));
      }
    }
    assertThat(cause(crowd))
        .hasValueSatisfying(s -> assertThat(s.isCertain()).isFalse())
        .hasValueSatisfying(s -> assertThat(s.principal()).endsWith("role/scan"));
    for (int second = 0; second < 400; second++) {
      add(crowd, event(START - 1_000 - second * 1_000L, "scan", ""));
    }
    assertThat(cause(crowd)).as("no more than before").isEmpty();
  }

  @Test
  void the_throttled_caller_is_kept_however_many_others_there_are() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      events.add(event(START + i % 600 * 1000L, "other-" + i, ""));
    }
    for (int i = 0; i < 60; i++) {
      Crowd crowd = new Crowd(target(600_000, "billing-" + i));
      events.forEach(e -> add(crowd, e));
      Event own = event(START, "billing-" + i, CODE);
      add(crowd, own);
      assertThat(crowd.uses(Caller.of(own, NONE), true))
          .hasSize(Crowd.MOST)
          .anyMatch(u -> u.caller().principal().equals(crowd.target().group().calls().principal()));
      assertThat(crowd.isOver()).isTrue();
    }
  }

  @Test
  void a_caller_that_calls_many_times_more_than_before_used_it_up_itself() {
    Crowd crowd = new Crowd(target(600_000, "billing"));
    for (int i = 0; i < 2_000; i++) {
      add(crowd, by("billing", START + i * 50L, i % 4 == 0 ? "cli/2" : "loop/1.0"));
    }
    assertThat(cause(crowd))
        .containsInstanceOf(Cause.Storm.class)
        .hasValueSatisfying(c ->
            assertThat(c)
                .isInstanceOfSatisfying(
                    Cause.Storm.class,
                    s -> {
                      assertThat(s.isItself()).isTrue();
                      assertThat(s.agent()).isEqualTo("loop/1.0");
                    }));
    for (int i = 0; i < 400; i++) {
      add(crowd, by("billing", START - 1_000 - i * 50L, ""));
    }
    assertThat(cause(crowd)).as("as retries would be").isEmpty();
  }

  @Test
  void a_call_that_two_trails_deliver_uses_the_rate_once() {
    Target target = target(600_000, "billing");
    Samples whole = new Samples(List.of(target));
    Samples other = new Samples(List.of(target));
    for (int i = 0; i < 300; i++) {
      Event call = by("scan", START + i * 100L, "loop/1.0");
      whole.add(call, RecordText.of("{}", "f", 1));
      whole.add(call, RecordText.of("{}", "g", 1));
      (i % 2 == 0 ? whole : other).add(call, RecordText.of("{}", "h", 1));
    }
    whole.merge(other);
    Crowd.Use use = whole.uses(target, Caller.of(FIRST, NONE)).getFirst();
    assertThat(use.within()).isEqualTo(300);
    assertThat(use.busiest()).isEqualTo(10);
  }

  /** Of each call the caller's account is told, and the owner's, which shares the rate. */
  @Test
  void a_call_that_two_accounts_are_told_of_uses_the_rate_in_each() {
    Target target = target(600_000, "billing");
    String unknown = "AWSAccount AROAEXAMPLE of 444455556666";
    String role = "arn:aws:iam::444455556666:role/scan";
    for (boolean first : List.of(true, false)) {
      Samples samples = new Samples(List.of(target));
      for (int i = 0; i < 300; i++) {
        Event owners = told(i, FIRST.account(), unknown);
        Event callers = told(i, "444455556666", role);
        samples.add(first ? owners : callers, NONE);
        samples.add(first ? callers : owners, NONE);
        samples.add(owners, NONE);
      }
      assertThat(samples.uses(target, Caller.of(FIRST, NONE)))
          .singleElement()
          .satisfies(u -> assertThat(u.caller().principal()).isEqualTo(unknown))
          .satisfies(u -> assertThat(u.within()).isEqualTo(300));
    }
  }

  private static Event told(int number, String account, String principal) {
    return new Event(
        START + number * 100L,
        FIRST.source(),
        FIRST.name(),
        FIRST.region(),
        account,
        principal,
        "loop/1.0",
        "",
        "",
        "",
        "",
        account + number,
        "shared" + number,
        "f",
        0);
  }

  @Test
  void a_storm_of_another_operation_may_have_used_up_the_rate() {
    Crowd crowd = new Crowd(target(600_000, "billing"));
    throttled(crowd);
    for (int i = 0; i < 2_000; i++) {
      Event e = by("scan", START + i * 20L, "loop/1.0");
      add(crowd, of("ec2 DescribeVolumes", e));
    }
    assertThat(cause(crowd)).as("of the same operation").isEmpty();
    assertThat(storms(crowd).ofAnotherOperation())
        .hasValueSatisfying(s -> {
          assertThat(s.operation()).isEqualTo("DescribeVolumes");
          assertThat(s.isOfSameOperation()).isFalse();
          assertThat(s.principal()).endsWith("role/scan");
          assertThat(s.agent()).isEqualTo("loop/1.0");
          assertThat(s.busiest()).isEqualTo(50);
          assertThat(s.own()).isEqualTo(20);
        });
    for (int i = 0; i < 2_000; i++) {
      add(crowd, of("ec2 DescribeVolumes", by("scan", START - 1_000 - i * 20L, "loop/1.0")));
    }
    assertThat(storms(crowd).ofAnotherOperation()).as("as before").isEmpty();
  }

  /** Another call than it was, {@code ec2 DescribeInstances}. */
  static Event of(String call, Event e) {
    String[] words = call.split(" ", 2);
    return new Event(
        e.time(),
        words[0] + ".amazonaws.com",
        words[1],
        e.region(),
        e.account(),
        e.principal(),
        e.agent(),
        "",
        e.code(),
        "",
        "",
        e.eventId(),
        e.file(),
        e.record());
  }

  private static List<Crowd.Use> uses(Crowd crowd) {
    return crowd.uses(Caller.of(FIRST, NONE), true);
  }

  private static Event by(String role, long time, String agent) {
    Event e = event(time, role, "");
    return new Event(
        e.time(),
        e.source(),
        e.name(),
        e.region(),
        e.account(),
        e.principal(),
        agent,
        "",
        "",
        "",
        "",
        e.eventId(),
        e.file(),
        e.record());
  }

  @Test
  void calls_in_other_seconds_use_up_nothing() {
    Crowd crowd = new Crowd(target(600_000, "billing"));
    throttled(crowd);
    busy(crowd, START + 300_000);
    assertThat(cause(crowd)).isEmpty();
  }

  @Test
  void as_long_before_is_as_long_as_the_failures_lasted() {
    Crowd crowd = new Crowd(target(20_000, "billing"));
    throttled(crowd);
    busy(crowd, START);
    busy(crowd, START - 20_000);
    busy(crowd, START - 3_600_000);
    Crowd.Use use = crowd.uses(Caller.of(FIRST, NONE), true).getFirst();
    assertThat(use.before()).isEqualTo(200);
    assertThat(cause(crowd)).isEmpty();
  }

  @Test
  void a_quota_a_conflict_or_the_capacity_of_one_table_is_no_rate() {
    assertThat(isRate("LimitExceededException", "Cannot exceed quota for PoliciesPerUser: 10"))
        .isFalse();
    assertThat(isRate("LimitExceededException", "Rate exceeded for stream s")).isTrue();
    assertThat(isRate("TransactionInProgressException", "in progress")).isFalse();
    assertThat(isRate("PriorRequestNotComplete", "not complete")).isFalse();
    assertThat(isRate("ProvisionedThroughputExceededException", "of the table")).isFalse();
    assertThat(isRate("RequestLimitExceeded", "Request limit exceeded.")).isTrue();
    assertThat(isRate("EC2ThrottledException", "")).isTrue();
  }

  private static boolean isRate(String code, String message) {
    Event e = TargetsTest.event(START, "billing", code);
    return Throttling.isRate(
        new Event(
            e.time(),
            e.source(),
            e.name(),
            e.region(),
            e.account(),
            e.principal(),
            e.agent(),
            e.address(),
            code,
            message,
            e.requestId(),
            e.eventId(),
            e.file(),
            e.record()));
  }

  @Test
  void many_crowds_of_many_callers_stay_within_the_room() {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < Targets.MOST; i++) {
      targets.add(target(20_000_000, "billing-" + i));
    }
    Samples samples = new Samples(targets);
    for (int i = 0; i < 700; i++) {
      for (int at = 0; at < 10; at++) {
        samples.add(event(START + at * 1_079_000L, "r" + i, ""), NONE);
      }
    }
    long size = targets.stream().mapToLong(t -> samples.crowd(t).size()).sum();
    assertThat(size).isPositive().isLessThanOrEqualTo(Crowd.ROOM);
    assertThat(samples.isOver()).isTrue();
  }

  private static void throttled(Crowd crowd) {
    for (int second = 0; second < 20; second++) {
      add(crowd, event(START + second * 1000L, "billing", CODE));
    }
  }

  private static void busy(Crowd crowd, long from) {
    for (int i = 0; i < 200; i++) {
      add(crowd, event(from + i * 100L, "scan", ""));
    }
  }

  private static Optional<Cause.Storm> cause(Crowd crowd) {
    return storms(crowd).of(crowd.ownAgent());
  }

  private static Storms storms(Crowd crowd) {
    return new Storms(FIRST, "", uses(crowd));
  }

  private static void add(Crowd crowd, Event event) {
    crowd.add(event, Caller.of(event, NONE));
  }

  private static Event event(long time, String role, String code) {
    return of("ec2 DescribeInstances", TargetsTest.event(time, role, code));
  }

  private static Target target(long length, String role) {
    String principal = "arn:aws:iam::111122223333:role/" + role;
    Group group = new Group(new Calls("ec2.amazonaws.com", "DescribeInstances", principal), CODE);
    return new Target(group, START, START + length, 0, Optional.empty(), Target.Why.GROUP);
  }
}
