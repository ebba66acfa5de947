package awsleuth.collect.live;

import awsleuth.collect.call.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies of a role or user: inline and attached ones, those of the user's groups, the
 * boundary, the trust policy.
 *
 * @param principal the caller's ARN, of a role's session too
 */
record PrincipalPolicies(String principal) implements LiveQuestion {

  private static final Map.Entry<String, String> MARKER = Map.entry("Marker", "Marker");

  @Override
  public String what() {
    return "the policies of " + principal;
  }

  @Override
  public List<String> permissions() {
    return permissions(isUser());
  }

  /** The IAM actions that it takes to read the policies of a user, or else of a role. */
  static List<String> permissions(boolean ofUser) {
    return ofUser
        ? List.of(
            "iam:GetUser",
            "iam:ListUserPolicies",
            "iam:GetUserPolicy",
            "iam:ListAttachedUserPolicies",
            "iam:ListGroupsForUser",
            "iam:ListGroupPolicies",
            "iam:GetGroupPolicy",
            "iam:ListAttachedGroupPolicies",
            "iam:GetPolicy",
            "iam:GetPolicyVersion")
        : List.of(
            "iam:GetRole",
            "iam:ListRolePolicies",
            "iam:GetRolePolicy",
            "iam:ListAttachedRolePolicies",
            "iam:GetPolicy",
            "iam:GetPolicyVersion");
  }

  private boolean isUser() {
    return Owner.of(principal).map(Owner::isUser).orElse(false);
  }

  /** The name of the role or user; empty of others, such as root. */
  private String owner() {
    return Owner.of(principal).map(Owner::name).orElse("");
  }

  @Override
  public void ask(Asking asking) {
    if (owner().isEmpty()) {
      asking.leaveOpen(what(), "it is neither a role nor a user");
      return;
    }
    if (isElsewhere(asking.account())) {
      asking.leaveOpen(
          what(),
          asking.account().isEmpty()
              ? "of which account the credentials are that ask is not known"
              : "the credentials that ask are of another account, " + asking.account());
      return;
    }
    String kind = isUser() ? "User" : "Role";
    Optional<Document> self =
        asking.call(what(), "iam", "Get" + kind, Map.of(kind + "Name", owner()));
    if (self.isEmpty() && !asking.isOpen(what())) {
      asking.leaveOpen(what(), "there is no such " + (isUser() ? "user" : "role") + " any more");
      return;
    }
    self.flatMap(d -> d.at(kind)).ifPresent(d -> self(d, kind, asking));
    Owner.of(principal)
        .ifPresent(o -> asking.named(o.text(), self.map(d -> d.textAt(kind, "Arn")).orElse("")));
    asking.policiesOf(principal, () -> identity(kind, asking));
  }

  private void identity(String kind, Asking asking) {
    of(kind, owner(), asking.whole(Owner.of(principal).map(Owner::text).orElse("")), asking);
    if (isUser()) {
      List<Document> groups =
          asking.pages(
              what() + " by groups",
              "iam",
              "ListGroupsForUser",
              Map.of("UserName", owner()),
              "Groups",
              MARKER);
      groups.forEach(g -> of("Group", g.textAt("GroupName"), "", asking));
    }
  }

  /**
   * Whether the account asked is not known to be the principal's: another may have its namesake.
   */
  private boolean isElsewhere(String asked) {
    return !Arn.of(principal).map(Arn::account).orElse("").equals(asked);
  }

  private void self(Document self, String kind, Asking asking) {
    String boundary = self.textAt("PermissionsBoundary", "PermissionsBoundaryArn");
    Map<String, Object> about = new HashMap<>();
    about.put(kind + "Name", self.textAt(kind + "Name"));
    about.put("Arn", self.textAt("Arn"));
    if (boundary.isEmpty()) {
      about.put(kind + "Id", self.textAt(kind + "Id")); // with it the answer is whole: it has none
    } else {
      managed(boundary, "boundary-", self.textAt("Arn"), asking);
    }
    boolean tagged = !self.items("Tags").isEmpty();
    self.at("Tags").filter(_ -> tagged).ifPresent(tags -> about.put("Tags", tags.value()));
    String trust = self.textAt("AssumeRolePolicyDocument");
    String name = Texts.plain(self.textAt(kind + "Name")) + ".json";
    if (!trust.isEmpty()) {
      asking.keep("trust-policy-" + name, Texts.policy(about, "AssumeRolePolicyDocument", trust));
    } else if (boundary.isEmpty() || tagged) {
      asking.keep("user-" + name, Texts.pretty(about));
    }
  }

  private void of(String kind, String name, String arn, Asking asking) {
    Map<String, String> parameters = Map.of(kind + "Name", name);
    List<Document> inline =
        asking.pages(
            "the inline policies of " + name,
            "iam",
            "List" + kind + "Policies",
            parameters,
            "PolicyNames",
            MARKER);
    for (Document policy : inline) {
      inline(kind, name, policy.text(), arn, asking);
    }
    List<Document> attached =
        asking.pages(
            "the managed policies of " + name,
            "iam",
            "ListAttached" + kind + "Policies",
            parameters,
            "AttachedPolicies",
            MARKER);
    attached.forEach(p -> managed(p.textAt("PolicyArn"), "identity-policy-", arn, asking));
  }

  private static void inline(String kind, String owner, String policy, String arn, Asking asking) {
    asking
        .call(
            "the policy " + policy + " of " + owner,
            "iam",
            "Get" + kind + "Policy",
            Map.of(kind + "Name", owner, "PolicyName", policy))
        .map(d -> d.textAt("PolicyDocument"))
        .filter(text -> !text.isEmpty())
        .ifPresent(text ->
            asking.keep(
                "identity-policy-" + Texts.plain(owner) + "-" + Texts.plain(policy) + ".json",
                Texts.policy(
                    Map.of(kind + "Name", owner, "PolicyName", policy), "PolicyDocument", text),
                arn));
  }

  private static void managed(String arn, String prefix, String owner, Asking asking) {
    String what = "the managed policy " + arn;
    Optional<String> version =
        asking
            .call(what, "iam", "GetPolicy", Map.of("PolicyArn", arn))
            .map(d -> d.textAt("Policy", "DefaultVersionId"));
    version
        .flatMap(v ->
            asking.call(what, "iam", "GetPolicyVersion", Map.of("PolicyArn", arn, "VersionId", v)))
        .map(d -> d.textAt("PolicyVersion", "Document"))
        .filter(text -> !text.isEmpty())
        .ifPresent(text ->
            asking.keep(
                prefix + Texts.plain(arn.substring(arn.lastIndexOf('/') + 1)) + ".json",
                Texts.policy(Map.of("Arn", arn), "Document", text),
                owner));
  }
}
