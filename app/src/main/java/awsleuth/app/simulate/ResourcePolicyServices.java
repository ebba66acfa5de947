package awsleuth.app.simulate;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import java.util.Locale;
import java.util.Set;

/**
 * Services whose resources are known to have policies of their own: those that AWS's list of
 * actions has one for that writes such a policy. Of others nothing is known.
 */
final class ResourcePolicyServices {

  /** Names that say by themselves what they write, whatever level of access AWS gives them. */
  private static final Set<String> WRITERS =
      Set.of(
          "PutResourcePolicy",
          "CreateResourcePolicy",
          "PutClusterPolicy",
          "PutApplicationPolicy",
          "PutDomainPermissionsPolicy",
          "PutRepositoryPermissionsPolicy",
          "SetRepositoryPolicy",
          "SetVaultAccessPolicy",
          "AddPermission",
          "AddProfilePermission",
          "PutPermission");

  private ResourcePolicyServices() {}

  /** Whether a resource of an action's service, or what it stands in, has a policy of its own. */
  static boolean have(String action, String resource, IamCatalog catalog) {
    String prefix = action.substring(0, Math.max(0, action.indexOf(':'))).toLowerCase(Locale.ROOT);
    // The policy of a role is its trust policy, which nothing in the list is named after.
    return prefix.equals("sts")
        || (!prefix.equals("iam")
            && catalog
                .service(prefix)
                .filter(service ->
                    catalog.expand(prefix + ":*").stream()
                        .flatMap(name -> catalog.action(name).stream())
                        .filter(ResourcePolicyServices::writes)
                        .anyMatch(writer -> isOf(resource, writer, service)))
                .isPresent());
  }

  private static boolean writes(IamAction action) {
    String name = action.fullName().substring(action.fullName().indexOf(':') + 1);
    boolean permissions =
        action.level() == IamAction.Level.PERMISSIONS_MANAGEMENT && !action.targets().isEmpty();
    return WRITERS.contains(name)
        || (permissions && name.startsWith("Put") && name.endsWith("Policy"));
  }

  /** Whether an action takes a resource or one that it is part of, as a bucket of an object. */
  private static boolean isOf(String resource, IamAction writer, IamService service) {
    if (writer.targets().isEmpty()) {
      return true;
    }
    String whole = resource;
    while (whole.split(":", -1).length >= 6) {
      if (!service.resourceTypesOf(writer, whole).isEmpty()) {
        return true;
      }
      whole = whole.substring(0, Math.max(whole.lastIndexOf('/'), whole.lastIndexOf(':')));
    }
    return false;
  }
}
