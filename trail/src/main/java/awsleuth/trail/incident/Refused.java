package awsleuth.trail.incident;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call that failed, as policies see it.
 *
 * @param sampled the event
 * @param event the same, whole
 * @param denial what AWS's sentence says; {@link Denial#SILENT} where there is none
 * @param requests the requests that it needed to be allowed; empty where the event does not tell
 *     them
 */
record Refused(Sampled sampled, TrailEvent event, Denial denial, List<Request> requests) {

  private static final int ACCOUNT_DIGITS = 12;

  static Optional<Refused> of(Sampled sampled) {
    return sampled.whole().map(e -> of(sampled, e));
  }

  private static Refused of(Sampled sampled, TrailEvent event) {
    EventRequest told = EventRequest.of(event, AwsCatalog.embedded());
    Denial denial = EventRequest.denial(event).orElse(Denial.SILENT);
    EventRequest made =
        OtherAccount.isCalledBy(event) ? OtherAccount.of(event, denial, told) : told;
    List<Request> requests = new ArrayList<>();
    for (String action : made.actions()) {
      made.request(action)
          .map(r -> r.in(DocumentedKeys.complete(r.context(), r.principal())))
          .ifPresent(requests::add);
    }
    return new Refused(sampled, event, denial, List.copyOf(requests));
  }

  long time() {
    return sampled.event().time();
  }

  /** The first request that it needed; empty where the event does not tell one. */
  Optional<Request> request() {
    return requests.stream().findFirst();
  }

  /** The resource: as AWS's sentence has it, else as the request; empty where neither tells. */
  String resource() {
    String said = denial.resource();
    Optional<String> asked = request().map(Request::resource);
    return said.startsWith("https://") && asked.filter(r -> r.startsWith("arn:")).isPresent()
        ? asked.get()
        : !said.isEmpty() ? said : asked.orElse("");
  }

  /**
   * Who called: the ARN of the role or user, as the event has it, else as AWS's sentence; what the
   * event has where neither tells one.
   */
  String caller() {
    return OtherAccount.isCalledBy(event)
        ? OtherAccount.caller(event, denial)
            .map(OtherAccount::arn)
            .orElse(sampled.event().principal())
        : sampled.event().principal();
  }

  /** What is missing to know the request: where the event does not tell it, who or what. */
  String untold() {
    return OtherAccount.isCalledBy(event) && OtherAccount.caller(event, denial).isEmpty()
        ? "who of the other account called: the event tells its id alone"
        : "what the call needed: its event does not tell";
  }

  /**
   * The account that owns what is called: as the event lists it, else as an ARN has it; empty where
   * neither tells.
   */
  String owner() {
    return request()
        .map(Request::resourceAccount)
        .filter(a -> a.length() == ACCOUNT_DIGITS)
        .orElseGet(() -> Touches.account(resource()));
  }

  /** The same, or where nothing tells it the account that is told of the call. */
  String account() {
    return owner().isEmpty() ? sampled.event().account() : owner();
  }

  /**
   * Whether what is called is of another account than the caller, whose policy must allow the call
   * too; not where that is not known.
   */
  boolean isOfOthers() {
    return request()
        .filter(r -> !r.principal().account().isEmpty())
        .filter(r -> !r.owner().equals(r.principal().account()))
        .isPresent();
  }

  /** Whether a service calls as itself, which has no policies of its own. */
  boolean isByService() {
    return request().filter(r -> r.principal() instanceof Principal.Service).isPresent();
  }

  /** The Region that it is in: as an ARN tells it, else where it was called; empty for unknown. */
  String region() {
    String[] arn = resource().split(":", 5);
    return arn.length == 5 && !arn[3].isEmpty() ? arn[3] : sampled.event().region();
  }

  /** Whether it may be in a Region; an empty one is none, or not known. */
  boolean isIn(String region) {
    return region.isEmpty() || region().isEmpty() || region.equals(region());
  }

  /** What AWS's sentence leaves when what differs from call to call is left out. */
  String likeness() {
    return denial.action() + " " + denial.kind() + " " + denial.policyType() + " " + place();
  }

  /** The resource, of an object its bucket. */
  private String place() {
    String arn = resource();
    int slash = arn.contains(":s3:::") ? arn.indexOf('/') : -1;
    return slash < 0 ? arn : arn.substring(0, slash);
  }

  /** The endpoint that it came through; empty for none. */
  String endpoint() {
    return event.field("vpcEndpointId");
  }
}
