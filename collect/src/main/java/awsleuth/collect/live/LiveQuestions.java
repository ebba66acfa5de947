package awsleuth.collect.live;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.live.Gathering.About;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.core.cause.throttling.QuotaCode;
import awsleuth.core.cause.throttling.QuotaName;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.DataEvents;
import awsleuth.core.fact.Facts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What AWS can be asked about a failed call. */
public final class LiveQuestions {

  /** Causes that say how often, how much or how many at a time may be asked for. */
  private static final Set<String> RATES =
      Set.of(
          "throttling/api-rate",
          "throttling/concurrency",
          "throttling/provisioned-capacity",
          "throttling/s3-slow-down");

  /** Characters of a key that are shown. */
  private static final int SHOWN = 8;

  private final List<LiveQuestion> questions;
  private final AskedRegion region;
  private final AwsCatalog catalog;

  private LiveQuestions(List<LiveQuestion> questions, AskedRegion region, AwsCatalog catalog) {
    this.questions = List.copyOf(questions);
    this.region = region;
    this.catalog = catalog;
  }

  /**
   * About one failed call.
   *
   * @param logs the log group to look into; empty where none is named
   * @param time when it was made, where no event tells it
   * @param key what may be shown of the access key that asks
   */
  public static LiveQuestions of(
      Facts facts, AwsCatalog catalog, Optional<LogGroup> logs, CallTime time, String key) {
    FailedCall call = facts.call();
    CallTime around = time(facts).map(CallTime::told).orElse(time);
    List<Verdict> verdicts = new Diagnoser(catalog).verdicts(facts);
    List<LiveQuestion> questions =
        new ArrayList<>(List.of(new CallerIdentity(true, Optional.empty())));
    RefusedRequest.of(facts)
        .ifPresent(r -> {
          if (r.principal().isEmpty() && isMadeWith(key, facts)) {
            questions.add(new AskersPolicies(key));
          }
          refused(r, catalog, around, questions);
        });
    if (facts.event().isEmpty() && !call.operation().isEmpty() && !DataEvents.is(facts)) {
      questions.add(new TrailEvents(call.service(), call.operation(), call.requestId(), around));
    }
    quotas(facts, verdicts, around, questions);
    logs.ifPresent(group -> {
      String wanted = call.requestId().isEmpty() ? call.code() : call.requestId();
      String pattern = group.pattern().orElse('"' + wanted + '"');
      questions.add(new LogSearch(group.name(), pattern, around));
    });
    return new LiveQuestions(questions, AskedRegion.of(facts, verdicts), catalog);
  }

  /**
   * About the policies that decide a refused request, and first in which account they are asked
   * for; none where the call was not refused.
   *
   * @param caller who asks, by ARN, where that was asked before
   */
  public static LiveQuestions ofPolicies(Facts facts, AwsCatalog catalog, Optional<String> caller) {
    List<LiveQuestion> questions = new ArrayList<>();
    RefusedRequest.of(facts)
        .ifPresent(r -> {
          questions.add(new CallerIdentity(false, caller));
          policies(r, questions);
        });
    AskedRegion region = AskedRegion.of(facts, new Diagnoser(catalog).verdicts(facts));
    return new LiveQuestions(questions, region, catalog);
  }

  /** Whether the call was seen to be made with a key, of which enough is shown to know it by. */
  private static boolean isMadeWith(String key, Facts facts) {
    return key.length() > SHOWN
        && facts
            .watched()
            .flatMap(WatchedCall::client)
            .filter(client -> client.keyId().equals(key))
            .isPresent();
  }

  private static void refused(
      RefusedRequest request, AwsCatalog catalog, CallTime around, List<LiveQuestion> questions) {
    if (!request.encoded().isEmpty()) {
      questions.add(new DecodedMessage(request.encoded(), request.principal().isEmpty()));
    }
    if (!request.authorizationId().isEmpty()) {
      String service =
          catalog.servicesWithOperation(AuthorizationDetails.OPERATION).stream()
              .findFirst()
              .orElse("");
      questions.add(new AuthorizationDetails(service, request.authorizationId()));
    }
    policies(request, questions);
    Optional<Owner> owner = Owner.of(request.principal());
    owner
        .filter(o -> !o.session().isEmpty())
        .ifPresent(o -> questions.add(new SessionTrail(o, around)));
    owner
        .filter(_ -> !request.action().isEmpty())
        .ifPresent(o ->
            questions.add(
                new SimulatorAnswer(
                    o.text(), request.action(), request.resource(), request.context())));
  }

  private static void quotas(
      Facts facts, List<Verdict> verdicts, CallTime around, List<LiveQuestion> questions) {
    String operation = facts.call().operation();
    if (operation.isEmpty()) {
      return;
    }
    if (facts.family() == CodeFamily.RATE || isConfirmed(RATES, verdicts)) {
      questions.add(new QuotaAndUsage(QuotaCode.of(facts), names(facts), operation, around));
    } else if (isConfirmed(Set.of("throttling/service-quota"), verdicts)) {
      questions.add(
          new QuotaReached(QuotaCode.of(facts), name -> QuotaName.isReached(facts, name), around));
    }
  }

  /** What the service is called, by botocore and by Service Quotas. */
  private static Set<String> names(Facts facts) {
    Set<String> names = new LinkedHashSet<>();
    names.add(QuotaAndUsage.plain(QuotaCode.of(facts)));
    facts
        .catalog()
        .service(facts.call().service())
        .map(Service::metadata)
        .ifPresent(m ->
            Stream.of(m.name(), m.serviceId(), m.endpointPrefix(), m.signingName(), m.className())
                .map(QuotaAndUsage::plain)
                .forEach(names::add));
    return names;
  }

  private static boolean isConfirmed(Set<String> causes, List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(v -> causes.contains(v.id()))
        .anyMatch(v -> v.outcome() instanceof Outcome.Confirmed);
  }

  private static void policies(RefusedRequest request, List<LiveQuestion> questions) {
    if (!request.principal().isEmpty()) {
      questions.add(new PrincipalPolicies(request.principal()));
    }
    ResourcePolicy.of(request.action(), request.resource(), request.principal())
        .ifPresent(questions::add);
    TargetRole.of(request.action(), request.resource()).ifPresent(questions::add);
    Arn.of(request.principal())
        .map(Arn::account)
        .filter(account -> !account.isEmpty())
        .ifPresent(account ->
            questions.addAll(
                OrganizationPolicies.of(account, owner(request, account), request.resource())));
    ResourceTags.of(request.resource()).ifPresent(questions::add);
  }

  /**
   * The account that owns the resource of a request: buckets alone do not tell it in their ARNs,
   * and what has no ARN is of the caller's.
   */
  private static String owner(RefusedRequest request, String caller) {
    Optional<Arn> arn = Arn.of(request.resource());
    String told = arn.map(Arn::account).filter(a -> a.matches("[0-9]{12}")).orElse("");
    return !told.isEmpty()
        ? told
        : arn.filter(a -> a.service().equals("s3")).isPresent() ? request.owner() : caller;
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

  /**
   * Asks all. What is refused or does not come stays unknown; the rest goes on.
   *
   * @param told gets what is asked next, in words
   */
  public Gathering ask(AwsCalls calls, Consumer<String> told) {
    Asking asking = new Asking(calls, region.among(calls.region(), catalog));
    List<LiveQuestion> asked = new ArrayList<>();
    Deque<LiveQuestion> open = new ArrayDeque<>(questions);
    while (!open.isEmpty()) {
      LiveQuestion question = open.removeFirst();
      asked.add(question);
      asking.about(about(question));
      if (asking.hasExpired()) {
        asking.leaveOpen(Gathering.ALL, "the credentials that ask have expired: log in again");
      } else {
        told.accept(question.what());
        ask(question, asking);
      }
      asking.next().reversed().forEach(open::addFirst);
    }
    return new Gathering(
        asked.stream().map(LiveQuestions::about).collect(Collectors.toUnmodifiableSet()),
        asking.files(),
        asking.unknown().stream().distinct().toList());
  }

  /** A question that throws is a bug and must not cost the user the other answers. */
  private static void ask(LiveQuestion question, Asking asking) {
    try {
      question.ask(asking);
    } catch (RuntimeException | StackOverflowError bug) {
      asking.leaveOpen(question.what(), "awsleuth failed: " + bug);
    }
  }

  private static About about(LiveQuestion question) {
    return switch (question) {
      case CallerIdentity _ -> About.CALLER;
      case DecodedMessage _, AuthorizationDetails _ -> About.MESSAGE;
      case PrincipalPolicies _, AskersPolicies _ -> About.PRINCIPAL;
      case ResourcePolicy _, TargetRole _ -> About.RESOURCE;
      case ResourceTags _ -> About.TAGS;
      case OrganizationPolicies q ->
          q.kind() == OrganizationPolicies.Kind.SERVICE_CONTROL_POLICY
              ? About.ORGANIZATION
              : About.OWNERS_ORGANIZATION;
      case SimulatorAnswer _ -> About.SIMULATOR;
      case TrailEvents _, SessionTrail _ -> About.TRAIL;
      case QuotaAndUsage _, QuotaReached _ -> About.QUOTAS;
      case LogSearch _ -> About.LOGS;
    };
  }
}
