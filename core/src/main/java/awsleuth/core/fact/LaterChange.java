package awsleuth.core.fact;

import awsleuth.core.evidence.TrailEvent;
import java.util.List;
import java.util.Set;

/** Changes between a refusal and a success by which the same call may have come to succeed. */
public final class LaterChange {

  private static final List<String> WRITES =
      List.of(
          "Create", "Attach", "Put", "Add", "Update", "Set", "Delete", "Detach", "Remove", "Tag",
          "Untag", "Modify", "Move", "Enable", "Disable");

  /** What the names of operations have that write policies of resources. */
  private static final List<String> POLICIES =
      List.of("Policy", "Permission", "Grant", "Acl", "Attributes", "PublicAccessBlock");

  private static final List<String> OWNERS = List.of("roleName", "userName", "instanceProfileName");

  private LaterChange() {}

  /**
   * Whether an event may be such a change.
   *
   * @param names of the caller, and of the role or user that the call names
   */
  public static boolean mayBeWhy(TrailEvent change, TrailEvent refused, Set<String> names) {
    if (!change.errorCode().isEmpty()
        || WRITES.stream().noneMatch(change.eventName()::startsWith)) {
      return false;
    }
    if (change.eventSource().equals("iam.amazonaws.com")) {
      return isOfMany(change)
          || OWNERS.stream()
              .map(owner -> change.field("requestParameters." + owner))
              .anyMatch(names::contains);
    }
    return change.eventSource().equals("organizations.amazonaws.com")
        || change.eventName().contains("VpcEndpoint")
        || (isOfService(change, refused)
            && POLICIES.stream().anyMatch(change.eventName()::contains));
  }

  /** Whether it is a change in the service called, or in KMS, which others call for the caller. */
  private static boolean isOfService(TrailEvent change, TrailEvent refused) {
    return change.eventSource().equals(refused.eventSource())
        || (change.eventSource().equals("kms.amazonaws.com")
            && refused.field("errorMessage").contains("kms:"));
  }

  /** Whether two calls came from other addresses, or through other endpoints. */
  public static boolean isAnotherWay(TrailEvent one, TrailEvent other) {
    String address = one.field("sourceIPAddress");
    String from = other.field("sourceIPAddress");
    boolean known = !address.isEmpty() && !from.isEmpty();
    return (known && !address.equals(from))
        || !one.field("vpcEndpointId").equals(other.field("vpcEndpointId"));
  }

  /** Whether it is of a group, or of a policy that may be attached to anyone. */
  private static boolean isOfMany(TrailEvent change) {
    String name = change.eventName();
    boolean group =
        name.contains("GroupPolicy") && !change.field("requestParameters.groupName").isEmpty();
    return group || name.equals("CreatePolicyVersion") || name.equals("SetDefaultPolicyVersion");
  }
}
