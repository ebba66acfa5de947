package awsleuth.aws;

import java.util.List;
import java.util.Optional;

/**
 * An action that policies allow or deny.
 *
 * @param prefix the service prefix, such as {@code s3}
 * @param name the action as AWS spells it, such as {@code GetObject}; case does not count in
 *     policies
 * @param level what kind of access it gives
 * @param targets the resource types that it is authorized on; empty if it takes no resource, so
 *     that only {@code *} reaches it
 * @param keys the names of the condition keys that it can have on any resource, without the global
 *     ones and without those of its targets
 * @param dependentActions other actions that it needs to succeed, such as {@code iam:PassRole};
 *     empty where that is unknown
 * @param permissionOnly whether no operation has its name; empty where that is unknown
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 *     Authorization Reference</a>
 */
public record IamAction(
    String prefix,
    String name,
    Level level,
    List<Target> targets,
    List<String> keys,
    Optional<List<String>> dependentActions,
    Optional<Boolean> permissionOnly) {

  /** What kind of access an action gives, as AWS sorts them. */
  public enum Level {
    /** Sees which resources there are. */
    LIST,
    /** Reads what is in resources. */
    READ,
    /** Creates, changes or deletes resources. */
    WRITE,
    /** Changes only tags. */
    TAGGING,
    /** Changes who may do what. */
    PERMISSIONS_MANAGEMENT
  }

  /**
   * A resource type that an action is authorized on.
   *
   * @param type the name of the {@link ResourceType}
   * @param required whether every request of the action is authorized on one; else it depends on
   *     the parameters, and of several that are not required one at least is needed
   * @param keys the names of the condition keys that the action has on this type only
   */
  public record Target(String type, boolean required, List<String> keys) {}

  /** As a policy has it, such as {@code s3:GetObject}. */
  public String fullName() {
    return prefix + ":" + name;
  }
}
