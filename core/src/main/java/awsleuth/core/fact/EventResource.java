package awsleuth.core.fact;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.core.evidence.TrailEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources that a CloudTrail event was about. */
final class EventResource {

  private static final String PARAMETERS = "requestParameters.";

  private EventResource() {}

  /**
   * Their ARNs: the one that AWS refused, else those that the event lists or gives as parameters
   * and that the action takes, else the form that the action takes, filled in from the parameters;
   * {@code *} where the action takes none; empty where the event does not tell.
   */
  static List<String> of(TrailEvent event, Optional<Denial> denial, String action) {
    String told = denial.map(Denial::resource).orElse("");
    if (told.startsWith("arn:") || told.equals("*")) {
      return List.of(told);
    }
    Optional<IamAction> known = IamCatalog.embedded().action(action);
    if (known.isEmpty()) {
      return List.of();
    }
    if (known.get().targets().isEmpty()) {
      return List.of("*");
    }
    String source = event.field(PARAMETERS + "x-amz-copy-source");
    if (!source.isEmpty() && action.startsWith("s3:Get")) {
      return List.of(CopySource.arn(source, EventParts.partition(event)));
    }
    String bucket = event.field(PARAMETERS + "bucketName");
    String key = event.field(PARAMETERS + "key");
    if (bucket.contains(":accesspoint/") && !key.isEmpty()) {
      return List.of(bucket + "/object/" + key);
    }
    IamService service = IamCatalog.embedded().service(known.get().prefix()).orElseThrow();
    for (String place : List.of("resources.", PARAMETERS)) {
      Set<String> listed = listed(event, place, service, known.get());
      if (!listed.isEmpty()) {
        return List.copyOf(listed);
      }
    }
    return filled(event, service, known.get());
  }

  /** The ARNs at a place of the event that the action takes. */
  private static Set<String> listed(
      TrailEvent event, String place, IamService service, IamAction action) {
    Set<String> found = new LinkedHashSet<>();
    event
        .fields()
        .forEach((path, value) -> {
          if (path.startsWith(place)
              && value.startsWith("arn:")
              && !path.contains("encryptionContext")
              && !service.resourceTypesOf(action, value).isEmpty()) {
            found.add(value);
          }
        });
    return found;
  }

  /** Of one form; where several forms can be filled in the event does not tell which it is. */
  private static List<String> filled(TrailEvent event, IamService service, IamAction action) {
    EventParts parts = new EventParts(event, action);
    List<String> found = List.of();
    for (IamAction.Target target : action.targets()) {
      List<String> forms =
          service.resourceType(target.type()).map(t -> List.copyOf(t.arns())).orElse(List.of());
      for (String form : forms) {
        List<String> arns = parts.fill(form);
        if (!arns.isEmpty() && !found.isEmpty() && !arns.equals(found)) {
          return List.of();
        }
        found = arns.isEmpty() ? found : arns;
      }
    }
    return found;
  }

  /** The account that owns a resource: as the event lists it; empty where it does not. */
  static String account(TrailEvent event, String resource) {
    for (int i = 0; !event.field("resources." + i + ".accountId").isEmpty() || i < 2; i++) {
      String arn = event.field("resources." + i + ".ARN");
      String account = event.field("resources." + i + ".accountId");
      if (!arn.isEmpty() && !account.isEmpty() && resource.startsWith(arn)) {
        return account;
      }
    }
    return "";
  }
}
