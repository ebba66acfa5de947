package awsleuth.iam.repair;

import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways to have a layer allow a request that none of its statements allows, least first. */
final class Additions {

  private final LayerReport layer;
  private final List<Policy> open;
  private final Request request;
  private final List<PolicyChange> found = new ArrayList<>();

  private Additions(LayerReport layer, List<Policy> open, Request request) {
    this.layer = layer;
    this.open = open;
    this.request = request;
  }

  /**
   * @param policies the documents of the layer
   * @param open those of them that a new statement may be put into
   */
  static List<PolicyChange> of(
      LayerReport layer, List<Policy> policies, List<Policy> open, Request request) {
    Additions additions = new Additions(layer, open, request);
    List<StatementReport> near =
        layer.statements().stream()
            .filter(s -> s.statement().effect() == Effect.ALLOW)
            .filter(s -> !s.mismatches().isEmpty())
            .sorted(Comparator.comparingInt(Additions::order))
            .toList();
    boolean conditional =
        layer.statements().stream()
            .anyMatch(s -> isOnlyConditional(s) && !ServiceCalls.isForAccounts(s, request));
    boolean slip = near.stream().anyMatch(Completions::isOfBucketForObjects);
    for (StatementReport s : near) {
      // Where a statement would allow but for a condition, others must not be made to go round it;
      // where it would but for a slip, it is the one that means the request.
      boolean meant =
          conditional ? isOnlyConditional(s) : !slip || Completions.isOfBucketForObjects(s);
      if (meant && !additions.opensAll(s)) {
        additions.found.addAll(Completions.of(s, request));
        LaterEnd.of(s).ifPresent(additions.found::add);
      }
    }
    Slips.of(layer, policies, near, request).forEach(additions.found::addFirst);
    near.forEach(additions::substitute);
    if (!conditional && !slip) {
      additions
          .guarded(near)
          .ifPresentOrElse(
              additions::withConditionsOf, () -> additions.statement(additions.self(), ""));
    }
    return additions.found;
  }

  /**
   * Whether {@code *} as a resource more of a statement would allow other actions on every
   * resource. An action that takes no resource needs a statement of its own then.
   */
  private boolean opensAll(StatementReport s) {
    Elements actions = s.statement().actions();
    boolean alone =
        !actions.negated()
            && actions.values().size() == 1
            && actions.values().getFirst().value().equalsIgnoreCase(request.action());
    return !alone
        && NamedResource.isAny(request, s.layer())
        && s.mismatches().stream().anyMatch(m -> m instanceof Mismatch.OfResource);
  }

  /**
   * The statement whose conditions a new one must keep: the nearest that names the action allows it
   * on other resources, and by conditions alone, none of which is known to fail.
   */
  private Optional<StatementReport> guarded(List<StatementReport> near) {
    boolean own =
        switch (layer.layer()) {
          case IDENTITY, SESSION, BOUNDARY -> true;
          case RESOURCE, VPC_ENDPOINT, SCP, RCP -> false;
        };
    List<StatementReport> naming =
        near.stream().filter(s -> own && missesResourceAlone(s)).toList();
    List<StatementReport> nearest =
        naming.stream().filter(s -> order(s) == order(naming.getFirst())).toList();
    boolean free = nearest.stream().anyMatch(s -> s.statement().conditions().isEmpty());
    return free ? Optional.empty() : nearest.stream().findFirst();
  }

  private static boolean missesResourceAlone(StatementReport s) {
    return s.mismatches().stream().anyMatch(m -> m instanceof Mismatch.OfResource)
        && s.mismatches().stream()
            .allMatch(m ->
                switch (m) {
                  case Mismatch.OfResource _ -> true;
                  case Mismatch.OfCondition c -> c.truth() == Truth.UNKNOWN;
                  case Mismatch.OfAction _, Mismatch.OfPrincipal _ -> false;
                });
  }

  private void withConditionsOf(StatementReport s) {
    besides(s, KeptConditions.of(s, _ -> true), " with the conditions of " + named(s));
  }

  /** A statement of its own beside the other, as variables depend on the document's Version. */
  private void besides(StatementReport s, Map<String, String> conditions, String how) {
    Optional<Policy> beside = open.stream().filter(p -> Beside.isSame(p, s.policy())).findFirst();
    statement(beside.or(() -> open.stream().findFirst()), conditions, how);
  }

  private static int order(StatementReport s) {
    return s.mismatches().size() + s.mismatches().stream().mapToInt(Additions::order).sum();
  }

  private static int order(Mismatch mismatch) {
    return switch (mismatch) {
      case Mismatch.OfCondition _ -> 0;
      case Mismatch.OfResource r when r.resource().startsWith(r.resolved() + "/") -> 1;
      case Mismatch.OfResource r -> 10_000 - Math.min(9_000, common(r.resolved(), r.resource()));
      case Mismatch.OfAction _ -> 20_000;
      case Mismatch.OfPrincipal _ -> 30_000;
    };
  }

  private static int common(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  /** Whether a value that the caller chose would be a pattern in a policy. */
  static boolean hasWildcard(ContextValue actual) {
    return actual instanceof ContextValue.Present p
        && p.values().stream().anyMatch(v -> v.contains("*") || v.contains("?") || v.contains("$"));
  }

  /** A statement that names the network by the key that requests through a VPC endpoint have. */
  private void substitute(StatementReport s) {
    if (isOnlyConditional(s)) {
      s.mismatches().forEach(m -> substitute(s, ((Mismatch.OfCondition) m).condition()));
      KeptConditions.ofPassedRole(s, request).ifPresent(c -> besides(s, c, " for the service too"));
    }
  }

  private void substitute(StatementReport s, Condition condition) {
    if (condition.key().value().equalsIgnoreCase("aws:SourceIp")
        && request.context().get("aws:SourceVpce") instanceof ContextValue.Present p) {
      Map<String, String> conditions =
          KeptConditions.instead(
              s, condition, "StringEquals", "aws:SourceVpce", p.values().getFirst());
      besides(s, conditions, " through `" + p.values().getFirst() + "`");
    }
  }

  private void statement(Map<String, String> conditions, String how) {
    statement(open.stream().findFirst(), conditions, how);
  }

  private void statement(Optional<Policy> document, Map<String, String> conditions, String how) {
    NewStatement statement =
        new NewStatement(principal(), request.action(), resource(), conditions);
    List<TextEdit> edits =
        document
            .filter(p -> !p.statements().isEmpty())
            .map(p -> List.of(new Layout(p).add(statement)))
            .orElseGet(() -> List.of(new TextEdit(0, 0, statement.document())));
    Optional<Policy> changed = document.filter(p -> !p.statements().isEmpty());
    if (changed.isEmpty() && (layer.layer() != Layer.IDENTITY || !open.isEmpty())) {
      // A whole new document would take the place of one that cannot be edited or was not given.
      return;
    }
    boolean unwritable =
        changed.filter(p -> NamedResource.pattern(request, layer.layer(), p).isEmpty()).isPresent();
    if (!unwritable) {
      found.add(
          new PolicyChange(layer.layer(), layer.level(), changed, edits, title(changed, how)));
    }
  }

  private String title(Optional<Policy> document, String how) {
    String where =
        document.map(p -> " in " + p.name()).orElse(" in a new " + layer.layer().words());
    return "allow `" + request.action() + "` on `" + asked() + "`" + how + where;
  }

  /** Whether a statement would allow but for its conditions, which a new one must keep. */
  static boolean isOnlyConditional(StatementReport s) {
    return s.statement().effect() == Effect.ALLOW
        && !s.mismatches().isEmpty()
        && s.mismatches().stream().allMatch(m -> m instanceof Mismatch.OfCondition);
  }

  /**
   * The conditions without which a new statement would be about more than the principal's request.
   * The Principal element of a VPC endpoint policy may name none at gateway endpoints (VPC,
   * "Principals for gateway endpoints"). A service-linked role makes grants of a key for the
   * service's own resources (EC2 Auto Scaling user guide, "Required AWS KMS key policy for use with
   * encrypted volumes"). A service acts for one account (IAM user guide, "The confused deputy
   * problem").
   */
  private Map<String, String> self() {
    String arn = Principals.arn(request);
    if (layer.layer() == Layer.RESOURCE
        && request.action().equalsIgnoreCase("kms:CreateGrant")
        && arn.contains(":role/aws-service-role/")) {
      return Map.of("Bool", "{\"kms:GrantIsForAWSResource\": \"true\"}");
    }
    if (layer.layer() == Layer.RESOURCE && ServiceCalls.is(request)) {
      return ServiceCalls.conditions(request);
    }
    return layer.layer() == Layer.VPC_ENDPOINT && !arn.isEmpty()
        ? Map.of("ArnEquals", "{\"aws:PrincipalArn\": " + Quoted.of(arn) + "}")
        : Map.of();
  }

  private String principal() {
    boolean named = layer.layer() == Layer.RESOURCE;
    boolean everyone = layer.layer() == Layer.VPC_ENDPOINT;
    return named ? Principals.element(request) : everyone ? "*" : "";
  }

  private String resource() {
    boolean trust = layer.layer() == Layer.RESOURCE && request.action().startsWith("sts:");
    boolean key = layer.layer() == Layer.RESOURCE && request.action().startsWith("kms:");
    boolean repository = layer.layer() == Layer.RESOURCE && request.action().startsWith("ecr:");
    if (trust || repository) { // neither takes a Resource element
      return "";
    }
    return key ? "*" : ServiceCalls.folder(request).orElseGet(() -> Escaped.resource(asked()));
  }

  /** The resource as it is told of. */
  private String asked() {
    return ServiceCalls.folder(request).orElseGet(() -> NamedResource.of(request, layer.layer()));
  }

  /** {@code `Read` (role-policy.json:4)}. */
  static String named(StatementReport s) {
    String sid = s.statement().sid();
    return sid.isEmpty()
        ? "the statement at " + s.citation()
        : "`" + sid + "` (" + s.citation() + ")";
  }
}
