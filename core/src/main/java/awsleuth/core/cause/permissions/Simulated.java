package awsleuth.core.cause.permissions;

import awsleuth.aws.IamCatalog;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.LayerReport;
import awsleuth.iam.PolicySet;
import awsleuth.iam.StatementReport;
import awsleuth.iam.check.ActionsOn;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.repair.Beside;
import awsleuth.iam.repair.Proposal;
import awsleuth.iam.repair.Repairs;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The refused request decided anew against the policies given. Context keys that the evidence does
 * not tell are unknown.
 *
 * @param set the policies given that are the caller's or the resource's
 * @param decision what they come to
 * @param assumed context keys with values that nothing tells: those that botocore settles by its
 *     defaults, and the ARN of a role whose path is not known
 * @param ways what would have the request allowed, decided
 */
record Simulated(
    PolicySet set, Decision decision, Map<String, String> assumed, List<Proposal> ways) {

  private static final String PRINCIPAL_ARN = "aws:PrincipalArn";

  /** Stands for an account that is not known; AWS gives no account this number. */
  private static final String OTHER_ACCOUNT = "000000000000";

  /** Empty where principal, action or resource is not known, or no policy was given. */
  static Optional<Simulated> of(Facts facts) {
    return facts.once(Holder.class, f -> new Holder(work(f))).simulated();
  }

  private record Holder(Optional<Simulated> simulated) {}

  private static Optional<Simulated> work(Facts facts) {
    Access access = Access.of(facts);
    boolean known = access.action().indexOf(':') > 0 && isResource(access.resource());
    Optional<Principal> principal =
        Principal.parse(access.principal()).or(() -> FederatedTrust.provider(facts, access));
    if (!access.refused() || !known || principal.isEmpty()) {
      return Optional.empty();
    }
    PolicySet set = policies(facts, access);
    if (set.isEmpty()) {
      return Optional.empty();
    }
    set = set.with(new PolicySet.Settings(false, false, false, notGiven(set, facts)));
    Optional<EventRequest> event = facts.event().map(e -> EventRequest.of(e, facts.catalog()));
    Context context = event.map(EventRequest::context).orElse(Context.OPEN);
    Optional<ContextValue> externalId = externalId(facts);
    if (externalId.isPresent()) {
      context = context.with("sts:ExternalId", externalId.get());
    }
    context = ToldKeys.of(facts).in(OneEndpoint.in(withDetail(context, facts), access));
    context = LoggedTime.in(context, facts, set);
    context = KnownTags.of(facts).in(context, ConditionKeys.of(set));
    Optional<String> passedTo = PassedTo.surely(facts);
    if (passedTo.isPresent() && context.get(PassedTo.KEY) instanceof ContextValue.Unknown) {
      context = context.with(PassedTo.KEY, passedTo.get());
    }
    Optional<String> role = RoleArn.of(facts);
    if (role.isPresent() && principal.get() instanceof Principal.RoleSession s && !s.pathKnown()) {
      principal =
          Optional.of(new Principal.RoleSession(s.text(), s.account(), s.role(), role.get(), true));
    }
    if (role.isPresent() && context.get(PRINCIPAL_ARN) instanceof ContextValue.Unknown) {
      context = context.with(PRINCIPAL_ARN, role.get());
    }
    if (ServiceLinked.grants(access.principal(), access.action())
        && context.get(ServiceLinked.GRANT) instanceof ContextValue.Unknown) {
      context = context.with(ServiceLinked.GRANT, "true");
    }
    context = DocumentedKeys.complete(context, principal.get());
    if (context.get(PlainHttp.KEY) instanceof ContextValue.Unknown && PlainHttp.is(facts)) {
      context = context.with(PlainHttp.KEY, "false");
    }
    String owner = event.map(EventRequest::resourceAccount).orElse("");
    Request open = new Request(principal.get(), access.action(), access.resource(), owner, context);
    Map<String, String> assumed = assumed(set, context);
    Decision decision = Authorizer.of(set).explain(with(open, assumed));
    if (!assumed.isEmpty() && Told.contradicts(access, decision)) {
      assumed = Map.of();
      decision = Authorizer.of(set).explain(open);
    }
    if (!decision.result().denied() && isForeign(facts, access, open)) {
      open = new Request(open.principal(), open.action(), open.resource(), OTHER_ACCOUNT, context);
      decision = Authorizer.of(set).explain(with(open, assumed));
    }
    Map<String, String> pathless = PathlessRole.supposed(facts, set, decision);
    if (!pathless.isEmpty()) {
      Decision then = Authorizer.of(set).explain(with(with(open, assumed), pathless));
      if (Told.agrees(access, then)) {
        decision = then;
        assumed = new TreeMap<>(assumed);
        assumed.putAll(pathless);
      }
    }
    return Optional.of(new Simulated(set, decision, assumed, ways(facts, set, decision)));
  }

  /**
   * Policies that were not given are not such as allow nothing: a key's or role's own, and the
   * caller's, unless AWS says that those do not allow it.
   */
  private static Set<PolicySet.NotGiven> notGiven(PolicySet set, Facts facts) {
    boolean whole = !set.identity().isEmpty() && UnreadPolicies.ofCaller(facts).isEmpty();
    Set<PolicySet.NotGiven> missing = EnumSet.noneOf(PolicySet.NotGiven.class);
    if (set.resource().isEmpty()) {
      missing.add(PolicySet.NotGiven.RESOURCE);
    }
    if (!whole && !Access.of(facts).isImplicit(PolicyDocument.Type.IDENTITY)) {
      missing.add(PolicySet.NotGiven.IDENTITY);
    }
    return missing;
  }

  private static Request with(Request request, Map<String, String> values) {
    Context context = request.context();
    for (Map.Entry<String, String> e : values.entrySet()) {
      context = context.with(e.getKey(), e.getValue());
    }
    return new Request(
        request.principal(),
        request.action(),
        request.resource(),
        request.resourceAccount(),
        context);
  }

  /**
   * Whether a resource whose account nothing tells must be another account's: within an account an
   * allow of an identity-based policy is enough, and AWS misses one of the resource's.
   */
  private static boolean isForeign(Facts facts, Access access, Request request) {
    return access.isImplicit(PolicyDocument.Type.RESOURCE)
        && request.resourceAccount().isEmpty()
        && access.ownerAccount(facts).isEmpty()
        && !request.principal().account().isEmpty();
  }

  /** Whether the resource was found to be of an account that nothing tells. */
  boolean isForeign() {
    return decision.request().resourceAccount().equals(OTHER_ACCOUNT);
  }

  /** botocore calls by TLS unless {@code use_ssl} or the endpoint's URL say otherwise. */
  private static Map<String, String> assumed(PolicySet set, Context context) {
    boolean open = context.get(PlainHttp.KEY) instanceof ContextValue.Unknown;
    return open && ConditionKeys.of(set).anyMatch(PlainHttp.KEY::equalsIgnoreCase)
        ? Map.of(PlainHttp.KEY, "true")
        : Map.of();
  }

  /** The keys that AWS kept of the decision, where nothing else tells them. */
  private static Context withDetail(Context told, Facts facts) {
    Context context = told;
    if (facts.detail().isPresent()) {
      for (var entry : facts.detail().get().context().entrySet()) {
        List<String> values = entry.getValue().values();
        if (context.get(entry.getKey()) instanceof ContextValue.Unknown) {
          context =
              values.size() == 1
                  ? context.with(entry.getKey(), values.getFirst())
                  : context.with(entry.getKey(), values);
        }
      }
    }
    return context;
  }

  private static boolean isResource(String text) {
    return text.startsWith("arn:") || text.equals("*");
  }

  /** The external id as configured, where the event does not tell it. */
  private static Optional<ContextValue> externalId(Facts facts) {
    return awsleuth.core.cause.permissions.ContextValue.externalId(facts)
        .map(awsleuth.core.cause.permissions.ContextValue::request);
  }

  private static PolicySet policies(Facts facts, Access access) {
    boolean assumes = access.action().regionMatches(true, 0, "sts:", 0, 4);
    List<Policy> identity = of(facts, PolicyDocument.Type.IDENTITY);
    identity.addAll(of(facts, PolicyDocument.Type.UNKNOWN));
    return PolicySet.NONE
        .withIdentity(identity)
        .withResource(of(facts, assumes ? PolicyDocument.Type.TRUST : PolicyDocument.Type.RESOURCE))
        .withBoundary(of(facts, PolicyDocument.Type.BOUNDARY))
        .withSession(session(facts))
        .withEndpoint(of(facts, PolicyDocument.Type.VPC_ENDPOINT))
        .withScps(OrganizationLevels.scps(facts, access))
        .withRcps(OrganizationLevels.rcps(facts));
  }

  /** The session's policies that are given, else the one that its first event has. */
  private static List<Policy> session(Facts facts) {
    List<Policy> given = of(facts, PolicyDocument.Type.SESSION);
    return given.isEmpty()
        ? SessionStart.of(facts).flatMap(SessionStart::policy).stream().toList()
        : given;
  }

  /** Whether the policies of a layer are given and allow it for certain. */
  boolean isAllowedBy(awsleuth.iam.Layer layer) {
    List<LayerReport> given = decision.layers().stream().filter(l -> l.layer() == layer).toList();
    return !given.isEmpty()
        && given.stream().allMatch(l -> l.outcome() == LayerReport.Outcome.ALLOWS);
  }

  private static List<Policy> of(Facts facts, PolicyDocument.Type type) {
    List<Policy> policies = new ArrayList<>();
    PolicyOwner owner = PolicyOwner.of(facts);
    // A new statement is put into the first that can have it: rather into the caller's own.
    List<PolicyDocument> documents = new ArrayList<>(facts.policies(type));
    documents.sort(Comparator.comparing(SharedPolicies::isManaged));
    for (PolicyDocument document : documents) {
      if (owner.isOf(document)) {
        document.policy().ifPresent(policies::add);
      }
    }
    return policies;
  }

  /** What the decision says of a statement; empty where it was not decided on. */
  Optional<StatementReport> report(PolicyDocument document, int index) {
    return decision.layers().stream()
        .flatMap(l -> l.statements().stream())
        .filter(s -> document.policy().filter(p -> isSame(p, s.policy())).isPresent())
        .filter(s -> s.statement().index() == index)
        .findFirst();
  }

  private static boolean isSame(Policy one, Policy other) {
    return one.name().equals(other.name())
        && one.type() == other.type()
        && one.statements().getFirst().at().equals(other.statements().getFirst().at());
  }

  /** Changes of policies that would allow the request, the narrowest first. */
  List<Proposal> proposals() {
    return ways.stream().filter(p -> !p.policies().isEmpty()).toList();
  }

  /** Other context keys of the call under which it would be allowed. */
  List<Proposal> calls() {
    return ways.stream().filter(p -> p.policies().isEmpty()).toList();
  }

  /**
   * Changes of policies that would allow the request with another value of a key; none where that
   * alone allows it.
   */
  List<Proposal> with(Facts facts, String key, String value) {
    Request request = decision.request();
    Context context = DocumentedKeys.with(request.context(), key, ContextValue.Present.of(value));
    Decision then = Authorizer.of(set).explain(request.in(context));
    return then.denied()
        ? ways(facts, set, then).stream()
            .filter(p -> !p.policies().isEmpty() && p.context().isEmpty())
            .toList()
        : List.of();
  }

  private static List<Proposal> ways(Facts facts, PolicySet set, Decision decision) {
    String resource = decision.request().resource();
    return Repairs.of(
            set,
            decision,
            pattern -> ActionsOn.of(pattern, resource, IamCatalog.embedded()),
            decision.denied()
                ? SharedPolicies.of(facts).beside(decision.request(), set)
                : Beside.NONE)
        .all();
  }
}
