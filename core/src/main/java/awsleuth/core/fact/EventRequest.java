package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The request that a CloudTrail event records, as policies see it (CloudTrail user guide,
 * "CloudTrail record contents"). What the event does not tell is unknown.
 *
 * @param principal who called; empty where the event does not tell
 * @param actions the IAM actions that the call needs; the one that AWS refused alone where the
 *     event says which
 * @param resources the ARNs of the resources of each action; none where the event does not tell
 * @param resourceAccount the account that owns the resource; empty where the event does not tell
 * @param context the context keys that an event can give
 * @param origins for each key, in lower case, what in the event tells its value
 */
public record EventRequest(
    Optional<Principal> principal,
    List<String> actions,
    Map<String, List<String>> resources,
    String resourceAccount,
    Context context,
    Map<String, Origin> origins) {

  /** What an event records. */
  public static EventRequest of(TrailEvent event, AwsCatalog catalog) {
    Optional<Denial> denial = DenialReader.read(event.field("errorMessage"));
    List<String> actions = actions(event, denial, catalog);
    String action = actions.isEmpty() ? "" : actions.getFirst();
    Map<String, List<String>> resources = new LinkedHashMap<>();
    actions.forEach(a -> resources.put(a, EventResource.of(event, denial, a)));
    String resource = only(resources.getOrDefault(action, List.of()));
    EventContext context = EventContext.of(event, action, resource, catalog);
    return new EventRequest(
        principal(event, denial),
        actions,
        Map.copyOf(resources),
        EventResource.account(event, resource),
        context.context(),
        context.origins());
  }

  /**
   * The ARN of the one resource that a call needed an action for; {@code *} where the action takes
   * none; empty where the event does not tell one.
   */
  public static String resource(TrailEvent event, String action) {
    Optional<Denial> denial = DenialReader.read(event.field("errorMessage"));
    return only(EventResource.of(event, denial, action));
  }

  /**
   * What the sentence says with which AWS refused a call; empty where the event has no such
   * sentence.
   */
  public static Optional<Denial> denial(TrailEvent event) {
    return DenialReader.read(event.field("errorMessage"));
  }

  private static String only(List<String> resources) {
    return resources.size() == 1 ? resources.getFirst() : "";
  }

  /** The one resource of the first action; empty where the event does not tell one. */
  public String resource() {
    return actions.isEmpty() ? "" : only(resources.getOrDefault(actions.getFirst(), List.of()));
  }

  /** The request for one of the actions; empty where principal or resource is not known. */
  public Optional<Request> request(String action) {
    String resource = only(resources.getOrDefault(action, List.of()));
    return resource.isEmpty()
        ? Optional.empty()
        : principal.map(p -> new Request(p, action, resource, resourceAccount, context));
  }

  private static Optional<Principal> principal(TrailEvent event, Optional<Denial> denial) {
    String type = event.field("userIdentity.type");
    if (type.equals("AWSService")) {
      return Principal.parse(event.field("userIdentity.invokedBy"));
    }
    String provider = event.field("userIdentity.identityProvider");
    if (!provider.isEmpty() && (type.equals("WebIdentityUser") || type.equals("SAMLUser"))) {
      return Principal.parse(provider);
    }
    String arn = event.principal();
    if (arn.isEmpty() && type.equals("AWSAccount")) {
      boolean anonymous = event.field("userIdentity.principalId").equalsIgnoreCase("anonymous");
      return anonymous ? Principal.parse(Principal.ANONYMOUS) : Optional.empty();
    }
    String told = denial.map(Denial::principal).orElse("");
    String issuer = event.field("userIdentity.sessionContext.sessionIssuer.arn");
    return Principal.parse(!arn.isEmpty() ? arn : !told.isEmpty() ? told : issuer);
  }

  private static List<String> actions(
      TrailEvent event, Optional<Denial> denial, AwsCatalog catalog) {
    String told = denial.map(Denial::action).orElse("");
    if (told.indexOf(':') > 0) {
      return List.of(told);
    }
    Set<String> actions = new LinkedHashSet<>();
    catalog
        .serviceOfId(event.eventSource())
        .ifPresent(service -> actions.addAll(catalog.iamActions(service, event.operation())));
    return List.copyOf(actions);
  }
}
