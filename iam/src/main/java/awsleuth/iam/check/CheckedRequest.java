package awsleuth.iam.check;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.aws.ResourceType;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as AWS would see it.
 *
 * @param request with the resource {@code *} where its action takes none (Service Authorization
 *     Reference: such an action is only reached by the Resource {@code *})
 * @param remarks what differs from the request that was asked about, and whether there is none of
 *     that kind
 */
public record CheckedRequest(Request request, List<String> remarks) {

  private static final String NEVER = "AWS makes no such request";

  private static final String ANY = "*";
  private static final int ARN_PARTS = 6;

  /** Whether AWS makes such a request at all. */
  public boolean isMade() {
    return remarks.stream().noneMatch(r -> r.startsWith(NEVER));
  }

  /**
   * Whether a resource is given for an action that AWS documents none for, so that {@link #of} asks
   * about another request. AWS's own refusals name one at times: of {@code eks:CreateCluster} the
   * cluster to be.
   */
  public static boolean isOnUndocumented(String action, String resource, IamCatalog catalog) {
    return !resource.equals(ANY)
        && catalog.action(action).filter(a -> a.targets().isEmpty()).isPresent();
  }

  /** Compares a request with what its action is about; of an action not known nothing is said. */
  public static CheckedRequest of(Request request, IamCatalog catalog) {
    Optional<IamAction> action = catalog.action(request.action());
    Optional<IamService> service = action.flatMap(a -> catalog.service(a.prefix()));
    if (action.isEmpty() || service.isEmpty()) {
      return new CheckedRequest(request, List.of());
    }
    return action.get().targets().isEmpty()
        ? onAny(request, action.get())
        : new CheckedRequest(request, remarks(request, action.get(), service.get()));
  }

  private static CheckedRequest onAny(Request request, IamAction action) {
    if (request.resource().equals(ANY)) {
      return new CheckedRequest(request, List.of());
    }
    Request any =
        new Request(
            request.principal(),
            request.action(),
            ANY,
            request.resourceAccount(),
            request.context());
    return new CheckedRequest(
        any,
        List.of(
            "`"
                + action.fullName()
                + "` takes no resource, so that its requests have `*`, and not `"
                + request.resource()
                + "`"));
  }

  private static List<String> remarks(Request request, IamAction action, IamService service) {
    String resource = request.resource();
    boolean exists =
        resource.equals(ANY)
            ? action.targets().stream().noneMatch(IamAction.Target::required)
            : mayBeAbout(action, service, resource);
    return exists
        ? List.of()
        : List.of(
            NEVER
                + ": `"
                + action.fullName()
                + "` is about "
                + TakenResources.words(action, service)
                + ", which `"
                + resource
                + "` is not");
  }

  /** Of an ARN of the right service that has none of the forms that AWS lists nothing is said. */
  private static boolean mayBeAbout(IamAction action, IamService service, String resource) {
    // `bucket/` is of the kind of `bucket/key`, and no bucket.
    String arn = resource.endsWith("/") ? resource + "x" : resource;
    if (!service.resourceTypesOf(action, arn).isEmpty()) {
      return true;
    }
    String services =
        service.resourceTypes().stream()
            .map(ResourceType::arns)
            .flatMap(List::stream)
            .map(CheckedRequest::serviceOf)
            .collect(Collectors.joining(" ", " ", " "));
    return service.resourceTypesOf(arn).isEmpty() && services.contains(" " + serviceOf(arn) + " ");
  }

  private static String serviceOf(String arn) {
    String[] parts = arn.split(":", ARN_PARTS);
    return parts.length == ARN_PARTS ? parts[2] : "";
  }
}
