package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The access control list of an S3 bucket or object, as {@code aws s3api get-bucket-acl} and {@code
 * get-object-acl} print it, read as the bucket policy's statements that would allow the same (S3
 * user guide, "Access control list (ACL) overview"). What the owner grants to itself allows nobody
 * anything that its own policies do not.
 */
public final class AccessList {

  private static final String GROUPS = "http://acs.amazonaws.com/groups/global/";

  private AccessList() {}

  /**
   * Reads a list.
   *
   * @param kind whose list it is, which its text does not tell
   * @param publicIgnored whether grants to everybody count for nothing (IgnorePublicAcls of S3
   *     Block Public Access)
   * @return without a policy where the text is no access control list; the policy is no text that
   *     can be edited
   */
  public static Reading read(String name, String text, AccessListKind kind, boolean publicIgnored) {
    List<Fault> faults = new ArrayList<>();
    Optional<Node> node = Json.read(text, faults);
    if (node.isPresent()
        && node.get() instanceof Node.Members m
        && m.get("Grants").orElse(m) instanceof Node.Items grants) {
      String owner = m.get("Owner").orElse(m) instanceof Node.Members o ? text(o, "ID") : "";
      List<Node> statements = new ArrayList<>();
      for (Node each : grants.values()) {
        if (each instanceof Node.Members grant) {
          statement(grant, owner, kind, publicIgnored).ifPresent(statements::add);
        }
      }
      return Built.document(name, text, grants.at(), statements);
    }
    if (faults.isEmpty()) {
      faults.add(
          new Fault(
              Code.DATA_TYPE_MISMATCH,
              "the text has no `Grants`, as `aws s3api get-" + kind.word() + "-acl` prints them",
              Position.START));
    }
    return new Reading(Optional.empty(), faults);
  }

  private static Optional<Node> statement(
      Node.Members grant, String owner, AccessListKind kind, boolean publicIgnored) {
    List<String> actions = kind.actions(text(grant, "Permission"));
    if (actions.isEmpty() || !(grant.get("Grantee").orElse(grant) instanceof Node.Members to)) {
      return Optional.empty();
    }
    Position at = grant.get("Permission").map(Node::at).orElse(grant.at());
    String id = text(to, "ID");
    if (!id.isEmpty()) {
      return id.equals(owner)
          ? Optional.empty()
          : Optional.of(Built.allow(at, "CanonicalUser", id, actions));
    }
    return publicIgnored ? Optional.empty() : group(text(to, "URI"), at, actions);
  }

  private static Optional<Node> group(String uri, Position at, List<String> actions) {
    return switch (uri) {
      case GROUPS + "AllUsers" -> Optional.of(Built.allow(at, "", "*", actions));
      case GROUPS + "AuthenticatedUsers" ->
          Optional.of(
              Built.allow(
                  at,
                  "",
                  "*",
                  actions,
                  Built.member(
                      "StringNotEquals",
                      Built.object(
                          at,
                          List.of(
                              Built.member(
                                  "aws:PrincipalAccount", Built.string(at, "anonymous")))))));
      default -> Optional.empty();
    };
  }

  private static String text(Node.Members object, String key) {
    return object.get(key).orElse(object) instanceof Node.Text t ? t.value() : "";
  }
}
