package awsleuth.core.read.document;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Holding;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the output of {@code aws iam get-account-authorization-details}. Each policy is named by
 * its owner, {@code role/NAME/POLICY} or {@code user/NAME/POLICY}, managed ones by their ARN in
 * place of POLICY; a managed policy comes once for each owner it is attached to, those of a group
 * once for each member. Of its versions the default one counts.
 */
final class AccountDetails {

  private final StatementReader statements;
  private final Map<String, JsonValue.Members> managed = new HashMap<>();
  private final List<PolicyDocument> found = new ArrayList<>();

  AccountDetails(String artifact) {
    this.statements = new StatementReader(artifact);
  }

  static boolean isIt(JsonValue.Members m) {
    return m.get("RoleDetailList") != null || m.get("UserDetailList") != null;
  }

  List<PolicyDocument> read(JsonValue.Members m) {
    for (JsonValue.Members policy : objects(m.get("Policies"))) {
      managed.put(policy.text("Arn"), policy);
    }
    Map<String, JsonValue.Members> groups = new HashMap<>();
    for (JsonValue.Members group : objects(m.get("GroupDetailList"))) {
      groups.put(group.text("GroupName"), group);
    }
    for (JsonValue.Members role : objects(m.get("RoleDetailList"))) {
      String owner = "role/" + role.text("RoleName");
      JsonValue trust = role.get("AssumeRolePolicyDocument");
      add(PolicyDocument.Type.TRUST, owner + "/trust", trust, OfOwner.of(role));
      owned(owner, role, "RolePolicyList", OfOwner.of(role));
    }
    for (JsonValue.Members user : objects(m.get("UserDetailList"))) {
      String owner = "user/" + user.text("UserName");
      owned(owner, user, "UserPolicyList", OfOwner.of(user));
      if (user.get("GroupList") instanceof JsonValue.Elements names) {
        for (int i = 0; i < names.values().size(); i++) {
          JsonValue.Members group = groups.get(names.textAt(i));
          if (group != null) {
            OfOwner member = new OfOwner(user.text("Arn"), "group/" + names.textAt(i));
            owned(owner, group, "GroupPolicyList", member);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whose policies are read, and through which group. */
  private record OfOwner(String arn, String group) {

    static OfOwner of(JsonValue.Members m) {
      return new OfOwner(m.text("Arn"), "");
    }

    Holding holding(String policy, int count) {
      return new Holding(arn, group, policy, count);
    }
  }

  private void owned(String owner, JsonValue.Members m, String inline, OfOwner by) {
    for (JsonValue.Members policy : objects(m.get(inline))) {
      add(
          PolicyDocument.Type.IDENTITY,
          owner + "/" + policy.text("PolicyName"),
          policy.get("PolicyDocument"),
          by);
    }
    for (JsonValue.Members attached : objects(m.get("AttachedManagedPolicies"))) {
      managed(PolicyDocument.Type.IDENTITY, owner, attached.text("PolicyArn"), by);
    }
    if (m.get("PermissionsBoundary") instanceof JsonValue.Members boundary) {
      managed(PolicyDocument.Type.BOUNDARY, owner, boundary.text("PermissionsBoundaryArn"), by);
    }
  }

  private void managed(PolicyDocument.Type type, String owner, String arn, OfOwner by) {
    JsonValue.Members policy = managed.get(arn);
    if (policy == null) {
      return;
    }
    String current = policy.text("DefaultVersionId");
    for (JsonValue.Members version : objects(policy.get("PolicyVersionList"))) {
      boolean isDefault =
          version.get("IsDefaultVersion") instanceof JsonValue.Scalar s
              && s.literal().toLowerCase(Locale.ROOT).equals("true");
      if (isDefault || (!current.isEmpty() && version.text("VersionId").equals(current))) {
        Holding holding = by.holding(arn, count(policy, type));
        add(type, owner + "/" + arn, version.get("Document"), holding);
        return;
      }
    }
  }

  private static int count(JsonValue.Members policy, PolicyDocument.Type type) {
    String member =
        type == PolicyDocument.Type.BOUNDARY ? "PermissionsBoundaryUsageCount" : "AttachmentCount";
    return policy.get(member) instanceof JsonValue.Scalar s && s.literal().matches("[0-9]{1,6}")
        ? Integer.parseInt(s.literal())
        : 0;
  }

  private void add(
      PolicyDocument.Type type,
      String name,
      @org.jspecify.annotations.Nullable JsonValue document,
      OfOwner by) {
    add(type, name, document, by.holding("", 0));
  }

  private void add(
      PolicyDocument.Type type,
      String name,
      @org.jspecify.annotations.Nullable JsonValue document,
      Holding holding) {
    JsonValue value = document;
    if (value instanceof JsonValue.Text t) {
      value = PolicyText.decode(t).orElse(null);
    }
    if (value instanceof JsonValue.Members m && m.get("Statement") != null) {
      List<Statement> read = statements.of(m);
      if (!read.isEmpty()) {
        found.add(
            new PolicyDocument(type, name, read, statements.source(m), Optional.empty())
                .with(holding));
      }
    }
  }

  private static List<JsonValue.Members> objects(
      @org.jspecify.annotations.Nullable JsonValue value) {
    List<JsonValue.Members> objects = new ArrayList<>();
    if (value instanceof JsonValue.Elements many) {
      for (JsonValue v : many.values()) {
        if (v instanceof JsonValue.Members m) {
          objects.add(m);
        }
      }
    }
    return objects;
  }
}
