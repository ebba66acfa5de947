package awsleuth.core.fact;

import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.TrailEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last event before a failure that made, changed or deleted the thing that the call was about.
 *
 * @param event which succeeded
 */
public record ThingChange(TrailEvent event) {

  private static final int SHORTEST = 3;
  private static final String PARAMETERS = "requestParameters.";
  private static final String REGION = "awsRegion";
  private static final String RECIPIENT = "recipientAccountId";

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

  /** Services whose things are of no Region, or have names that are of all Regions. */
  private static final Set<String> GLOBAL =
      Set.of("iam", "s3", "route53", "cloudfront", "organizations", "globalaccelerator");

  private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

  /** Empty where no trail was given, it is too long, or it has no such event. */
  public static Optional<ThingChange> of(Facts facts) {
    return of(facts, VERBS, false);
  }

  /** The last that made or deleted it; one that made it may have done so in another Region. */
  public static Optional<ThingChange> ofBeing(Facts facts) {
    return of(facts, List.of("Create", "Delete", "Terminate"), true);
  }

  private static Optional<ThingChange> of(Facts facts, List<String> verbs, boolean anywhere) {
    Set<ThingName> things = things(facts);
    List<TrailEvent> trail = facts.trail();
    if (things.isEmpty() || trail.size() > Facts.MOST_EVENTS) {
      return Optional.empty();
    }
    String until = facts.event().map(TrailEvent::time).orElse("");
    Set<String> gone = new HashSet<>();
    for (TrailEvent e : trail.reversed()) {
      boolean change =
          e.errorCode().isEmpty()
              && (until.isEmpty() || e.time().compareTo(until) < 0)
              && verbs.stream().anyMatch(e.eventName()::startsWith)
              && !e.field("managementEvent").equals("false")
              && isOfAccount(e, facts)
              && isOfService(e, facts);
      Optional<ThingName> named = change ? named(e, things) : Optional.empty();
      if (named.isPresent()) {
        boolean here = isGlobal(e, facts) || things.stream().anyMatch(named.get()::isInRegionOf);
        boolean elsewhere = anywhere && e.eventName().startsWith("Create");
        if (here || (elsewhere && !gone.contains(e.field(REGION)))) {
          return Optional.of(new ThingChange(e));
        }
        gone.add(e.field(REGION));
      }
    }
    return Optional.empty();
  }

  private static Set<ThingName> things(Facts facts) {
    Optional<TrailEvent> event = facts.event();
    String region = regionCalled(facts);
    String account = event.map(e -> e.field(RECIPIENT)).orElse("");
    return Stream.concat(
            NAMES.stream().flatMap(n -> facts.parameter(n).stream()),
            Mentioned.arn(facts, "kms").stream())
        .filter(n -> n.length() >= SHORTEST)
        .map(n -> ThingName.of(n, region, account))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The Region that the call went to; empty where nothing tells. */
  public static String regionCalled(Facts facts) {
    return Stream.of(
            facts.call().region(),
            facts.event().map(e -> e.field(REGION)).orElse(""),
            facts.variable("AWS_DEFAULT_REGION").map(EnvironmentVariable::value).orElse(""))
        .filter(r -> !r.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether it may be in the account of which AWS speaks, where its message names any. */
  private static boolean isOfAccount(TrailEvent e, Facts facts) {
    String own = e.field(RECIPIENT);
    Set<String> told =
        ACCOUNT
            .matcher(facts.call().message())
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toUnmodifiableSet());
    return own.isEmpty() || told.isEmpty() || told.contains(own);
  }

  private static boolean isOfService(TrailEvent e, Facts facts) {
    String service = service(e, facts);
    return service.equals(facts.call().service())
        || (service.equals("kms") && Mentioned.arn(facts, "kms").isPresent());
  }

  private static boolean isGlobal(TrailEvent e, Facts facts) {
    return GLOBAL.contains(service(e, facts));
  }

  private static String service(TrailEvent e, Facts facts) {
    return facts.catalog().serviceOfId(e.eventSource()).orElse("");
  }

  /** What of it an event names. */
  private static Optional<ThingName> named(TrailEvent e, Set<ThingName> things) {
    return e.fields().entrySet().stream()
        .filter(f -> f.getKey().startsWith(PARAMETERS))
        .filter(f -> f.getKey().indexOf('.', PARAMETERS.length()) < 0)
        .map(f -> ThingName.of(f.getValue(), e.field(REGION), e.field(RECIPIENT)))
        .filter(n -> things.stream().anyMatch(t -> t.isNamedAs(n) && t.isInAccountOf(n)))
        .findFirst();
  }

  /** Whether it made the thing. */
  public boolean makes() {
    return event.eventName().startsWith("Create");
  }

  /** The Region that it happened in. */
  public String region() {
    return event.field(REGION);
  }

  /** Who did it and when, and what it came to, in words such as {@code deleted it}. */
  public Citation cite(String words) {
    return Citation.of(event, words);
  }
}
