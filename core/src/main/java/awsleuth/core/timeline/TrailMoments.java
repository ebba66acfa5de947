package awsleuth.core.timeline;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.timeline.Moment.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The moments that CloudTrail recorded. */
final class TrailMoments {

  /** Events that are shown; a trail of a day has thousands. */
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

  private final List<TrailEvent> events;
  private final List<Failure> failures;

  TrailMoments(List<TrailEvent> events, List<Failure> failures) {
    this.events = events;
    this.failures = failures;
  }

  /** The events that tell most, in the order of their time; the others are counted. */
  List<TrailEvent> shown() {
    Set<Integer> chosen = new TreeSet<>();
    for (int rank = 0; rank < 4; rank++) {
      for (int i = 0; i < events.size() && chosen.size() < MOST; i++) {
        if (rank(events.get(i)) == rank) {
          chosen.add(i);
        }
      }
    }
    return chosen.stream().map(events::get).toList();
  }

  /** The failed calls and those like them first, then changes, then what else failed. */
  private int rank(TrailEvent e) {
    boolean same = failures.stream().anyMatch(f -> isOf(e, f));
    if (same) {
      return 0;
    }
    return isChange(e) ? 1 : !e.errorCode().isEmpty() ? 2 : 3;
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
    for (TrailEvent e : shown()) {
      Optional<WrittenTime> time = TimeReader.of(e.time());
      time.ifPresent(t ->
          moments.add(
              Moment.of(t, isChange(e) ? Topic.CHANGE : Topic.EVENT, words(e), e.source())));
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
    return Math.max(0, events.size() - MOST);
  }
}
