package awsleuth.core.fact;

import awsleuth.aws.ConditionKey;
import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.aws.ResourceType;
import awsleuth.aws.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of an operation that condition keys are taken from: those of the same name, and
 * some of another that the key's description tells. A key that is listed for an action itself is of
 * the request; one that is listed for a type of resource is so where the call makes the resource,
 * else it is what the resource has already.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service
 *     Authorization Reference</a>
 */
public final class KeyParameters {

  /** The parameter of keys that have another name than it. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("ec2:volumeiops", "Iops"),
          Map.entry("ec2:volumesize", "Size"),
          Map.entry("ec2:volumethroughput", "Throughput"),
          Map.entry("kms:datakeypairspec", "KeyPairSpec"),
          Map.entry("kms:grantoperations", "Operations"),
          Map.entry("kms:keyorigin", "Origin"),
          Map.entry("kms:schedulekeydeletionpendingwindowindays", "PendingWindowInDays"),
          Map.entry("lambda:functionurlauthtype", "AuthType"),
          Map.entry("lambda:layer", "Layers"),
          Map.entry("rds:databaseclass", "DBInstanceClass"),
          Map.entry("rds:databaseengine", "Engine"),
          Map.entry("rds:databasename", "DBName"),
          Map.entry("rds:piops", "Iops"),
          Map.entry("rds:storagesize", "AllocatedStorage"));

  /** Keys that are of the request only where it makes the thing, though listed for the action. */
  private static final Set<String> OF_THE_THING = Set.of("iam:permissionsboundary");

  private static final List<String> MAKING = List.of("Create", "Run", "Allocate", "Request");

  private static final String CLUSTER = "ecs:cluster";

  private KeyParameters() {}

  /**
   * The names of parameters by the keys that are taken from them.
   *
   * @param action the IAM action that is decided on
   * @param resource the ARN that it is decided for; empty where unknown
   * @param input of the operation
   * @param operation its name
   */
  public static Map<String, String> of(
      String action, String resource, Shape.Structure input, String operation) {
    IamCatalog catalog = IamCatalog.embedded();
    Optional<IamAction> known = catalog.action(action);
    Optional<IamService> service = known.flatMap(a -> catalog.service(a.prefix()));
    Map<String, String> keys = new LinkedHashMap<>();
    if (service.isPresent()) {
      boolean makes = MAKING.stream().anyMatch(operation::startsWith);
      String prefix = known.get().prefix() + ":";
      for (ConditionKey key : service.get().keysOf(known.get(), List.of())) {
        String name = key.name();
        boolean own = known.get().keys().contains(name) && !OF_THE_THING.contains(lower(name));
        boolean ofRequest =
            own || (makes && isOf(name, known.get(), service.get(), resource, operation));
        if (lower(name).startsWith(prefix) && !key.hasFreePart() && ofRequest) {
          member(input, name).ifPresent(member -> keys.put(name, member));
        }
      }
    }
    return keys;
  }

  /**
   * The value of a key that a parameter gives; empty where it is an ARN that the parameter only
   * names a part of.
   */
  public static Optional<String> value(String key, String parameter, String resource) {
    boolean arn =
        IamCatalog.embedded()
            .conditionKeys()
            .find(key)
            .filter(k -> k.type() == ConditionKey.Type.ARN)
            .isPresent();
    String[] parts = resource.split(":", 6);
    if (!arn || parameter.startsWith("arn:")) {
      return Optional.of(parameter);
    }
    return key.equalsIgnoreCase(CLUSTER) && parts.length == 6 && parts[2].equals("ecs")
        ? Optional.of(
            String.join(":", "arn", parts[1], "ecs", parts[3], parts[4], "cluster/" + parameter))
        : Optional.empty();
  }

  /**
   * Whether the action has the key on the type of resource that it is decided for, which is one
   * that the call makes: of EC2 one without an id yet, else one whose name the operation ends with.
   */
  private static boolean isOf(
      String key, IamAction action, IamService service, String resource, String operation) {
    if (OF_THE_THING.contains(lower(key))) {
      return action.keys().contains(key);
    }
    String[] arn = resource.split(":", 6);
    String type = arn.length < 6 ? "" : arn[5].split("[/:]", 2)[0];
    boolean made =
        resource.endsWith("/*") || (arn.length == 6 && lower(operation).endsWith(made(type)));
    if (!made) {
      return false;
    }
    for (IamAction.Target target : action.targets()) {
      List<String> listed =
          target.keys().isEmpty()
              ? service.resourceType(target.type()).map(ResourceType::keys).orElse(List.of())
              : target.keys();
      if (target.type().equals(type) && listed.contains(key)) {
        return true;
      }
    }
    return false;
  }

  private static String made(String type) {
    return type.equals("db") ? "dbinstance" : type.replace("-", "");
  }

  private static Optional<String> member(Shape.Structure input, String key) {
    String name = key.substring(key.indexOf(':') + 1);
    String other = OTHER_NAMES.getOrDefault(lower(key), "");
    return input.members().stream()
        .map(Shape.Member::name)
        .filter(member -> bare(member).equals(bare(name)) || member.equals(other))
        .findFirst();
  }

  private static String bare(String name) {
    return lower(name).replace("-", "").replace("_", "");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
