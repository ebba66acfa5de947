package awsleuth.collect.live;

import awsleuth.aws.AwsCatalog;
import awsleuth.collect.call.AwsCalls;
import awsleuth.core.cause.Causes;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.core.cause.throttling.QuotaCode;
import awsleuth.core.cause.throttling.QuotaName;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.DataEvents;
import awsleuth.core.fact.Facts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What AWS can be asked about a failed call. */
public final class LiveQuestions {

  /** Causes that say how often, how much or how many at a time may be asked for. */
  private static final Set<String> RATES =
      Set.of(
          "throttling/api-rate",
          "throttling/concurrency",
          "throttling/provisioned-capacity",
          "throttling/s3-slow-down");

  private final List<Question> questions;
  private final AskedRegion region;
  private final AwsCatalog catalog;

  private LiveQuestions(List<Question> questions, AskedRegion region, AwsCatalog catalog) {
    this.questions = List.copyOf(questions);
    this.region = region;
    this.catalog = catalog;
  }

  /**
   * About one failed call.
   *
   * @param logGroup the log group to look into; empty where none is named
   * @param now for calls of which no time is known
   */
  public static LiveQuestions of(
      Facts facts, AwsCatalog catalog, Optional<String> logGroup, Instant now) {
    FailedCall call = facts.call();
    Instant around = time(facts).orElse(now);
    List<Question> questions = new ArrayList<>(List.of(new CallerIdentity()));
    RefusedRequest.of(facts).ifPresent(r -> refused(r, catalog, questions));
    if (facts.event().isEmpty() && !call.operation().isEmpty() && !DataEvents.is(facts)) {
      questions.add(new TrailEvents(call.service(), call.operation(), call.requestId(), around));
    }
    quotas(facts, around, questions);
    logGroup.ifPresent(group -> {
      String wanted = call.requestId().isEmpty() ? call.code() : call.requestId();
      questions.add(new LogSearch(group, '"' + wanted + '"', around));
    });
    return new LiveQuestions(questions, AskedRegion.of(facts), catalog);
  }

  /** About the policies that decide a refused request; none where the call was not refused. */
  public static LiveQuestions ofPolicies(Facts facts, AwsCatalog catalog) {
    List<Question> questions = new ArrayList<>();
    RefusedRequest.of(facts).ifPresent(r -> policies(r, questions));
    return new LiveQuestions(questions, AskedRegion.of(facts), catalog);
  }

  private static void refused(
      RefusedRequest request, AwsCatalog catalog, List<Question> questions) {
    if (!request.encoded().isEmpty()) {
      questions.add(new DecodedMessage(request.encoded()));
    }
    if (!request.authorizationId().isEmpty()) {
      String service =
          catalog.servicesWithOperation(AuthorizationDetails.OPERATION).stream()
              .findFirst()
              .orElse("");
      questions.add(new AuthorizationDetails(service, request.authorizationId()));
    }
    policies(request, questions);
    owner(request.principal())
        .filter(_ -> !request.action().isEmpty())
        .ifPresent(owner ->
            questions.add(
                new Simulation(owner, request.action(), request.resource(), request.context())));
  }

  private static void quotas(Facts facts, Instant around, List<Question> questions) {
    String operation = facts.call().operation();
    if (operation.isEmpty()) {
      return;
    }
    if (facts.family() == CodeFamily.RATE || isConfirmed(RATES, facts)) {
      questions.add(new QuotaAndUsage(QuotaCode.of(facts), operation, around));
    } else if (isConfirmed(Set.of("throttling/service-quota"), facts)) {
      questions.add(
          new QuotaReached(QuotaCode.of(facts), name -> QuotaName.isReached(facts, name), around));
    }
  }

  private static boolean isConfirmed(Set<String> causes, Facts facts) {
    return Causes.all().stream()
        .filter(c -> causes.contains(c.id()))
        .anyMatch(c -> c.examine(facts) instanceof Outcome.Confirmed);
  }

  private static void policies(RefusedRequest request, List<Question> questions) {
    if (!request.principal().isEmpty()) {
      questions.add(new PrincipalPolicies(request.principal()));
    }
    ResourcePolicy.of(request.resource()).ifPresent(questions::add);
    Arn.of(request.principal())
        .map(Arn::account)
        .filter(account -> !account.isEmpty())
        .ifPresent(account -> questions.add(new OrganizationPolicies(account)));
  }

  /** The role or user behind a principal, as IAM's ARN without a path. */
  private static Optional<String> owner(String principal) {
    return Arn.of(principal)
        .map(arn -> {
          String[] parts = arn.resource().split("/", 3);
          String start = "arn:" + arn.partition() + ":iam::" + arn.account() + ":";
          return switch (parts[0]) {
            case "assumed-role" -> parts.length < 3 ? "" : start + "role/" + parts[1];
            case "role", "user" -> principal;
            default -> "";
          };
        })
        .filter(owner -> !owner.isEmpty());
  }

  private static Optional<Instant> time(Facts facts) {
    return facts.event().map(TrailEvent::time).flatMap(LiveQuestions::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The IAM actions that the answers need, in the order of the questions. */
  public List<String> permissions() {
    Set<String> all = new LinkedHashSet<>();
    questions.forEach(q -> all.addAll(q.permissions()));
    return List.copyOf(all);
  }

  /** Asks all. What is refused or does not come stays unknown; the rest goes on. */
  public Gathering ask(AwsCalls calls) {
    Asking asking = new Asking(calls, region.among(calls.region(), catalog));
    questions.forEach(q -> q.ask(asking));
    return new Gathering(asking.files(), asking.unknown().stream().distinct().toList());
  }
}
