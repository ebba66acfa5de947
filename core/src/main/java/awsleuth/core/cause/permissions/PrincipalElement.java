package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Literal;
import java.util.Optional;

/**
 * The Principal element that names a caller, with the condition that it needs (IAM user guide, "AWS
 * JSON policy elements: Principal"; IAM Identity Center user guide, "Referencing permission sets in
 * resource policies").
 *
 * @param principal the ARN, or a placeholder
 * @param condition the lines of the condition after a comma; empty where none is needed
 * @param remark what is to be said of it; empty where nothing is
 */
record PrincipalElement(String principal, String condition, String remark) {

  private static final String SSO = "AWSReservedSSO_";
  private static final int SUFFIX = 17;

  static PrincipalElement of(Access access) {
    String caller = access.principal();
    String owner = access.owner();
    String account = Principals.account(caller);
    if (access.isByService()) {
      return new PrincipalElement(
          caller, "", ", best with the aws:SourceAccount that the service acts for");
    }
    if (Principals.isAccount(caller)) {
      return new PrincipalElement(caller, "", ", for whom the caller's account lets do it");
    }
    if (owner.isEmpty() || account.isEmpty()) {
      return new PrincipalElement("<caller ARN>", "", "");
    }
    if (!caller.contains(":assumed-role/")) {
      return new PrincipalElement(caller, "", "");
    }
    String iam = caller.substring(0, caller.indexOf(':', 4)) + ":iam::" + account + ":";
    String role = owner.substring(owner.indexOf('/') + 1);
    if (role.startsWith(SSO)) {
      return ofPermissionSet(iam, role);
    }
    Optional<String> linked = ServiceLinked.path(role);
    if (linked.isPresent()) {
      return new PrincipalElement(
          iam + "role/" + linked.get() + role, ServiceLinked.condition(access.action()), "");
    }
    return access.roleArn().isEmpty()
        ? new PrincipalElement(
            iam + owner, "", ", with the path of the role before its name where it has one")
        : new PrincipalElement(access.roleArn(), "", "");
  }

  /** Roles of permission sets have a path with the Region and a name that changes. */
  private static PrincipalElement ofPermissionSet(String iam, String role) {
    int cut = role.length() - SUFFIX;
    boolean suffixed = cut > SSO.length() && role.charAt(cut) == '_';
    String name = suffixed ? role.substring(0, cut) + "_*" : role;
    String path = iam + "role/aws-reserved/sso.amazonaws.com/";
    return new PrincipalElement(
        iam + "root",
        """
        ,
          "Condition": {"ArnLike": {"aws:PrincipalArn": [
            %s,
            %s
          ]}}\
        """
            .formatted(Literal.json(path + name), Literal.json(path + "*/" + name)),
        ", for the roles of the permission set");
  }

  /** The ARN of a session's role; without its path where only the session is known. */
  static String role(Access access) {
    if (!access.roleArn().isEmpty()) {
      return access.roleArn();
    }
    String role = access.owner().substring(access.owner().indexOf('/') + 1);
    return role.startsWith(SSO) ? "<role ARN>" : of(access).principal();
  }

  /** The element's member of a statement. */
  String json() {
    boolean service = !principal.startsWith("arn:") && principal.contains(".amazonaws.com");
    String kind = service ? "Service" : "AWS";
    return "\"Principal\": {\"" + kind + "\": " + Literal.json(principal) + "}";
  }
}
