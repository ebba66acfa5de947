package awsleuth.core.fact;

import awsleuth.core.evidence.TrailEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The last event before a failure that made, changed or deleted the thing that the call was about.
 *
 * @param event which succeeded
 */
public record ThingChange(TrailEvent event) {

  private static final int SHORTEST = 3;
  private static final String PARAMETERS = "requestParameters.";

  /** Parameters that name what a call is about. */
  private static final List<String> NAMES =
      List.of(
          "Bucket",
          "QueueName",
          "QueueUrl",
          "FunctionName",
          "TableName",
          "SecretId",
          "KeyId",
          "RoleName",
          "UserName",
          "StreamName",
          "TopicArn",
          "StackName",
          "DBInstanceIdentifier",
          "repositoryName",
          "logGroupName",
          "stateMachineArn");

  /** What the names of operations begin with that make, change or delete a thing. */
  private static final List<String> VERBS =
      List.of(
          "Cancel",
          "Create",
          "Delete",
          "Disable",
          "Enable",
          "Modify",
          "Put",
          "Remove",
          "Restore",
          "Schedule",
          "Set",
          "Start",
          "Stop",
          "Terminate",
          "Update");

  /** Empty where no trail was given, it is too long, or it has no such event. */
  public static Optional<ThingChange> of(Facts facts) {
    return of(facts, VERBS);
  }

  /** The last that made or deleted it. */
  public static Optional<ThingChange> ofBeing(Facts facts) {
    return of(facts, List.of("Create", "Delete", "Terminate"));
  }

  private static Optional<ThingChange> of(Facts facts, List<String> verbs) {
    Set<String> things = things(facts);
    List<TrailEvent> trail = facts.trail();
    if (things.isEmpty() || trail.size() > Facts.MOST_EVENTS) {
      return Optional.empty();
    }
    String until = facts.event().map(TrailEvent::time).orElse("");
    return trail.reversed().stream()
        .filter(e -> e.errorCode().isEmpty())
        .filter(e -> until.isEmpty() || e.time().compareTo(until) < 0)
        .filter(e -> verbs.stream().anyMatch(e.eventName()::startsWith))
        .filter(e -> !e.field("managementEvent").equals("false"))
        .filter(e -> isOfAccount(e, facts) && isOfService(e, facts) && names(e, things))
        .findFirst()
        .map(ThingChange::new);
  }

  private static Set<String> things(Facts facts) {
    Set<String> things = new HashSet<>();
    Stream.concat(
            NAMES.stream().flatMap(n -> facts.parameter(n).stream()),
            Mentioned.arn(facts, "kms").stream())
        .map(ThingChange::last)
        .filter(n -> n.length() >= SHORTEST)
        .forEach(things::add);
    return things;
  }

  /** The name at the end of an ARN or URL. */
  private static String last(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
  }

  private static boolean isOfAccount(TrailEvent e, Facts facts) {
    String account = facts.event().map(f -> f.field("recipientAccountId")).orElse("");
    String own = e.field("recipientAccountId");
    return account.isEmpty() || own.isEmpty() || account.equals(own);
  }

  private static boolean isOfService(TrailEvent e, Facts facts) {
    String service = facts.catalog().serviceOfId(e.eventSource()).orElse("");
    return service.equals(facts.call().service())
        || (service.equals("kms") && Mentioned.arn(facts, "kms").isPresent());
  }

  private static boolean names(TrailEvent e, Set<String> things) {
    for (Map.Entry<String, String> field : e.fields().entrySet()) {
      boolean direct =
          field.getKey().startsWith(PARAMETERS)
              && field.getKey().indexOf('.', PARAMETERS.length()) < 0;
      if (direct && things.contains(last(field.getValue()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it made the thing. */
  public boolean makes() {
    return event.eventName().startsWith("Create");
  }

  /** The Region that it happened in. */
  public String region() {
    return event.field("awsRegion");
  }

  /** Who did it and when, and what it came to, in words such as {@code deleted it}. */
  public Citation cite(String words) {
    return Citation.of(event, words);
  }
}
