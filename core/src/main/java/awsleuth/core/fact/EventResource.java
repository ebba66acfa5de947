package awsleuth.core.fact;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.core.evidence.TrailEvent;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The resource that a CloudTrail event was about. */
final class EventResource {

  private static final String PARAMETERS = "requestParameters.";

  private EventResource() {}

  /**
   * Its ARN: the one that AWS refused, else the form that the action takes, filled in from the
   * event's parameters; {@code *} where the action takes none; empty where the event does not tell.
   */
  static String of(TrailEvent event, Optional<Denial> denial, String action) {
    String told = denial.map(Denial::resource).orElse("");
    if (told.startsWith("arn:") || told.equals("*")) {
      return told;
    }
    Optional<IamAction> known = IamCatalog.embedded().action(action);
    if (known.isEmpty()) {
      return "";
    }
    if (known.get().targets().isEmpty()) {
      return "*";
    }
    IamService service = IamCatalog.embedded().service(known.get().prefix()).orElseThrow();
    Set<String> found = new LinkedHashSet<>();
    for (IamAction.Target target : known.get().targets()) {
      service
          .resourceType(target.type())
          .ifPresent(type -> type.arns().forEach(arn -> filled(event, arn).ifPresent(found::add)));
    }
    if (found.isEmpty()) {
      listed(event, service, known.get(), found);
    }
    return found.size() == 1 ? found.iterator().next() : "";
  }

  /** An ARN's form with every part filled in; empty where the event does not tell one. */
  private static Optional<String> filled(TrailEvent event, String form) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int open = form.indexOf("${"); open >= 0; open = form.indexOf("${", from)) {
      int close = form.indexOf('}', open);
      String value = value(event, form.substring(open + 2, close));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      out.append(form, from, open).append(value);
      from = close + 1;
    }
    return Optional.of(out.append(form.substring(from)).toString());
  }

  private static String value(TrailEvent event, String part) {
    String region = event.field("awsRegion");
    return switch (part) {
      case "Partition" ->
          region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
      case "Region" -> region;
      case "Account" -> event.field("recipientAccountId");
      case "ObjectName" -> event.field(PARAMETERS + "key");
      default ->
          event.field(PARAMETERS + Character.toLowerCase(part.charAt(0)) + part.substring(1));
    };
  }

  /** The ARNs that the event lists or gives as parameters and that the action takes. */
  private static void listed(
      TrailEvent event, IamService service, IamAction action, Set<String> found) {
    event
        .fields()
        .forEach((path, value) -> {
          boolean place = path.startsWith(PARAMETERS) || path.startsWith("resources.");
          if (place
              && value.startsWith("arn:")
              && !path.contains("encryptionContext")
              && !service.resourceTypesOf(action, value).isEmpty()) {
            found.add(value);
          }
        });
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
