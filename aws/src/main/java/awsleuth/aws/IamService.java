package awsleuth.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What IAM knows of one service: its actions, resource types and condition keys.
 *
 * <p>Nothing is parsed before it is asked for.
 */
public final class IamService {

  /** No ARN is longer; of a longer pattern nothing is excluded. */
  private static final int LONGEST_ARN = 2048;

  private final String prefix;
  private final String name;
  private final boolean rcp;
  private final SortedLines actions;
  private final List<ResourceType> types;
  private final List<ConditionKey> keys = new ArrayList<>();
  private volatile @Nullable ArnForms forms;

  /**
   * @param text as the generator makes it
   * @throws IllegalArgumentException if the text has another form
   */
  IamService(String prefix, String name, boolean rcp, byte[] text) {
    this.prefix = prefix;
    this.name = name;
    this.rcp = rcp;
    List<SortedLines> parts = SortedLines.parts(text, 3);
    actions = parts.get(0).folded();
    types = parts.get(1).all().stream().map(IamLines::resourceType).toList();
    for (List<String> line : parts.get(2).all()) {
      keys.add(IamLines.key(line.get(0), line.get(1), KeyPresence.SERVICE_DECIDES));
    }
  }

  /** The prefix of its actions, such as {@code s3} or {@code elasticloadbalancing}. */
  public String prefix() {
    return prefix;
  }

  /** Its name for people, such as {@code Amazon S3}. */
  public String name() {
    return name;
  }

  /**
   * Whether resource control policies apply to it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource
   *     control policies</a>
   */
  public boolean supportsRcp() {
    return rcp;
  }

  /** The names of its actions, without the prefix, sorted case aside. */
  public List<String> actionNames() {
    return actions.keys();
  }

  /** The action of that name, without the prefix, case aside; empty if there is none. */
  public Optional<IamAction> action(String actionName) {
    List<String> line = actions.find(OperationNames.fold(actionName));
    return line.isEmpty() || !line.getFirst().equalsIgnoreCase(actionName)
        ? Optional.empty()
        : Optional.of(IamLines.action(prefix, line));
  }

  /** Its resource types, sorted by name. */
  public List<ResourceType> resourceTypes() {
    return types;
  }

  /** The resource type of that name, case aside; empty if there is none. */
  public Optional<ResourceType> resourceType(String typeName) {
    return types.stream().filter(t -> t.name().equalsIgnoreCase(typeName)).findFirst();
  }

  /**
   * The resource types that an ARN could be of, or that a pattern of a policy could match a
   * resource of: of {@code arn:aws:s3:::b*} both the bucket and the object, of {@code
   * arn:aws:s3:::b/*} the object alone. Where it is open, a type is there. Empty where no form that
   * AWS lists fits; services accept some old forms that it lists no more. Give {@code *} for each
   * policy variable.
   */
  public List<ResourceType> resourceTypesOf(String arnOrPattern) {
    return arnOrPattern.length() > LONGEST_ARN ? types : forms().typesOf(arnOrPattern);
  }

  private ArnForms forms() {
    ArnForms known = forms;
    if (known == null) {
      known = ArnForms.of(types);
      forms = known;
    }
    return known;
  }

  /** As {@link #resourceTypesOf(String)}, those only that an action of the service takes. */
  public List<ResourceType> resourceTypesOf(IamAction action, String arnOrPattern) {
    List<String> taken = action.targets().stream().map(IamAction.Target::type).toList();
    return resourceTypesOf(arnOrPattern).stream().filter(t -> taken.contains(t.name())).toList();
  }

  /**
   * Its condition keys, sorted by name; with the global keys for tags where an action has them, and
   * those of other services that its requests have.
   */
  public List<ConditionKey> keys() {
    return List.copyOf(keys);
  }

  /** The key of that name, its free part filled in or not, case aside; empty if there is none. */
  public Optional<ConditionKey> key(String keyName) {
    return KeyNames.find(keys, keyName);
  }

  /**
   * The condition keys that a request of an action of the service can have on resources of these
   * types, on all that it takes where no type is given; without the other global ones.
   */
  public List<ConditionKey> keysOf(IamAction action, Collection<ResourceType> onTypes) {
    List<String> names = new ArrayList<>(action.keys());
    for (IamAction.Target target : action.targets()) {
      Optional<ResourceType> type = resourceType(target.type());
      if (onTypes.isEmpty() || (type.isPresent() && onTypes.contains(type.get()))) {
        names.addAll(target.keys());
        type.ifPresent(t -> names.addAll(t.keys()));
      }
    }
    return keys.stream().filter(k -> names.contains(k.name())).toList();
  }

  /** The prefix and the name. */
  @Override
  public String toString() {
    return prefix + ", " + name;
  }
}
