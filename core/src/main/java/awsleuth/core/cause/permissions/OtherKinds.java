package awsleuth.core.cause.permissions;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.ResourceType;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Result;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Optional;

/**
 * The other types of resources that an action is authorized on in every request: AWS's refusal
 * names the first that is not allowed, such as the instance of {@code ec2:RunInstances}, and not
 * the image, subnet and volume (Service Authorization Reference, "The actions table", required
 * resource types).
 */
final class OtherKinds {

  private static final String ANY = "any-other";

  private OtherKinds() {}

  /** Those that the policies given do not allow wholly; none where the action takes but one. */
  static List<String> notAllowed(Simulated simulated) {
    Request request = simulated.decision().request();
    Optional<IamAction> action = IamCatalog.embedded().action(request.action());
    List<String> needed =
        action.stream()
            .flatMap(a -> a.targets().stream())
            .filter(IamAction.Target::required)
            .map(IamAction.Target::type)
            .toList();
    boolean isOne = needed.stream().anyMatch(type -> isOf(type, request));
    Authorizer authorizer = Authorizer.of(simulated.set());
    return isOne && needed.size() > 1
        ? needed.stream()
            .filter(type -> !isOf(type, request))
            .filter(type -> !isAllowed(type, request, authorizer))
            .toList()
        : List.of();
  }

  private static boolean isOf(String type, Request request) {
    return arns(type, request).stream().anyMatch(arn -> kind(arn).equals(kind(request.resource())));
  }

  /** {@code ec2:instance} of an ARN. */
  private static String kind(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length < 6 ? "" : parts[2] + ":" + parts[5].split("[/:]", 2)[0];
  }

  private static boolean isAllowed(String type, Request request, Authorizer authorizer) {
    return arns(type, request).stream()
        .map(arn ->
            new Request(
                request.principal(),
                request.action(),
                arn,
                request.resourceAccount(),
                request.context()))
        .anyMatch(r -> authorizer.decide(r) == Result.ALLOWED);
  }

  private static List<String> arns(String type, Request request) {
    String[] own = request.resource().split(":", 6);
    String prefix = request.action().substring(0, request.action().indexOf(':'));
    return own.length < 6
        ? List.of()
        : IamCatalog.embedded()
            .service(prefix)
            .flatMap(s -> s.resourceType(type))
            .map(ResourceType::arns)
            .orElse(List.of())
            .stream()
            .map(arn ->
                arn.replace("${Partition}", own[1])
                    .replace("${Region}", own[3])
                    .replace("${Account}", own[4])
                    .replaceAll("\\$\\{[^}]{0,100}}", ANY))
            .toList();
  }
}
