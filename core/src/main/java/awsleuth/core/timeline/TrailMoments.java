package awsleuth.core.timeline;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.timeline.Moment.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The moments that CloudTrail recorded. */
final class TrailMoments {

  /** Runs of events that are shown; a trail of a day has thousands. */
  private static final int MOST = 60;

  /** Beginnings of the names of operations that change what is allowed. */
  private static final List<String> CHANGES =
      List.of(
          "Put",
          "Attach",
          "Detach",
          "Delete",
          "Create",
          "Update",
          "SetDefault",
          "Tag",
          "Untag",
          "Enable",
          "Disable",
          "Add",
          "Remove",
          "Modify",
          "Revoke",
          "Authorize");

  private static final List<String> OBJECTS =
      List.of(
          "roleName",
          "userName",
          "groupName",
          "policyName",
          "policyArn",
          "bucketName",
          "keyId",
          "roleArn",
          "functionName",
          "queueName",
          "tableName",
          "vpcEndpointId");

  private final List<EventRun> shown;
  private final int leftOut;

  TrailMoments(List<TrailEvent> events, List<Failure> failures) {
    this.shown = shown(EventRun.of(events), failures);
    this.leftOut = events.size() - shown.stream().mapToInt(EventRun::count).sum();
  }

  /** The runs that tell most, in the order of their time; the others are counted. */
  private static List<EventRun> shown(List<EventRun> runs, List<Failure> failures) {
    int[] ranks = runs.stream().mapToInt(r -> rank(r.first(), failures)).toArray();
    int around =
        IntStream.range(0, ranks.length)
            .filter(i -> ranks[i] == 0)
            .findFirst()
            .orElse(ranks.length - 1);
    return IntStream.range(0, ranks.length)
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer i) -> ranks[i])
                .thenComparingInt(i -> Math.abs(i - around)))
        .limit(MOST)
        .sorted()
        .map(runs::get)
        .toList();
  }

  /**
   * The failed calls first, then changes, then those like the failed calls and what else failed.
   */
  private static int rank(TrailEvent e, List<Failure> failures) {
    boolean same = failures.stream().anyMatch(f -> isOf(e, f));
    boolean failed = !e.errorCode().isEmpty();
    if (same && failed) {
      return 0;
    }
    return isChange(e) ? 1 : same || failed ? 2 : 3;
  }

  /** Whether an event is a call of the operation that failed. */
  static boolean isOf(TrailEvent e, Failure f) {
    String operation = f.call().operation();
    String name = e.eventName();
    return !operation.isEmpty() && (operation.equals(name) || operation.equals(name + "V2"));
  }

  /** Whether an event changed what may be done. */
  static boolean isChange(TrailEvent e) {
    return e.errorCode().isEmpty()
        && !e.field("readOnly").equals("true")
        && CHANGES.stream().anyMatch(e.eventName()::startsWith);
  }

  List<Moment> all() {
    List<Moment> moments = new ArrayList<>();
    for (EventRun run : shown) {
      TrailEvent e = run.first();
      Topic topic = isChange(e) ? Topic.CHANGE : Topic.EVENT;
      TimeReader.of(e.time())
          .ifPresent(t -> moments.add(Moment.of(t, topic, run.words(), e.source())));
    }
    return moments;
  }

  /** {@code `PutRolePolicy` by `arn:…` on role `r`, policy `p`: it succeeded}. */
  static String words(TrailEvent e) {
    String who = e.principal().isEmpty() ? e.field("userIdentity.invokedBy") : e.principal();
    String what =
        OBJECTS.stream()
            .flatMap(o -> {
              String value = e.field("requestParameters." + o);
              return value.isEmpty() ? Stream.of() : Stream.of("`" + value + "`");
            })
            .collect(Collectors.joining(", "));
    return "`"
        + e.eventName()
        + "`"
        + (who.isEmpty() ? "" : " by `" + who + "`")
        + (what.isEmpty() ? "" : " on " + what)
        + (e.errorCode().isEmpty() ? ": it succeeded" : ": `" + e.errorCode() + "`");
  }

  /** How many events are not shown. */
  int leftOut() {
    return leftOut;
  }
}
