package awsleuth.iam.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What AWS's commands say of a policy by where they print it.
 *
 * @param told what the document is attached to; empty where its place does not tell
 */
record Wrapper(Optional<PolicyType> told) {

  /** Nothing around the document. */
  static final Wrapper NONE = new Wrapper(Optional.empty());

  private static final Set<String> IDENTITY =
      Set.of(
          "UserPolicyList",
          "RolePolicyList",
          "GroupPolicyList",
          "PolicyVersion",
          "PolicyVersionList",
          "RoleName",
          "UserName",
          "GroupName");

  /** What is around the value of a member. */
  Wrapper inside(Node.Members object, String key) {
    if (key.equals("AssumeRolePolicyDocument")) {
      return new Wrapper(Optional.of(PolicyType.TRUST));
    }
    if (key.equals("VpcEndpoints") || key.equals("VpcEndpoint")) {
      return new Wrapper(Optional.of(PolicyType.VPC_ENDPOINT));
    }
    if (key.equals("Content")) {
      return new Wrapper(organization(object).or(this::told));
    }
    boolean identity =
        IDENTITY.contains(key)
            || (key.equals("PolicyDocument")
                && object.members().stream().anyMatch(m -> IDENTITY.contains(m.key().value())));
    return identity ? new Wrapper(Optional.of(PolicyType.IDENTITY)) : this;
  }

  /** What organizations describe-policy says beside the content. */
  private static Optional<PolicyType> organization(Node.Members policy) {
    if (policy.get("PolicySummary").orElse(policy) instanceof Node.Members summary
        && summary.get("Type").orElse(policy) instanceof Node.Text type) {
      return switch (type.value()) {
        case "SERVICE_CONTROL_POLICY" -> Optional.of(PolicyType.SCP);
        case "RESOURCE_CONTROL_POLICY" -> Optional.of(PolicyType.RCP);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** The versions of a managed policy that are in force, of all that are listed. */
  static List<Node> inForce(Node.Items versions) {
    return versions.values().stream().filter(v -> !isOld(v)).toList();
  }

  private static boolean isOld(Node version) {
    return version instanceof Node.Members m
        && m.get("IsDefaultVersion").orElse(m) instanceof Node.Text t
        && t.value().equals("false");
  }

  /** Whether a document of this place may be given as one of a type. */
  boolean mayBe(PolicyType type) {
    return told.isEmpty()
        || told.get() == type
        || switch (told.get()) {
          case IDENTITY -> type == PolicyType.BOUNDARY || type == PolicyType.SESSION;
          case TRUST -> type == PolicyType.RESOURCE;
          case RESOURCE, BOUNDARY, SESSION, SCP, RCP, VPC_ENDPOINT -> false;
        };
  }

  /** What a document is attached to: as its place tells, else as its elements do. */
  PolicyType type(Node.Members document) {
    return told.orElseGet(() -> content(document));
  }

  private static PolicyType content(Node.Members document) {
    List<Node.Members> statements = statements(document);
    boolean named =
        statements.stream().anyMatch(s -> has(s, "Principal") || has(s, "NotPrincipal"));
    boolean resource =
        statements.stream().anyMatch(s -> has(s, "Resource") || has(s, "NotResource"));
    boolean assumes = !statements.isEmpty() && statements.stream().allMatch(Wrapper::isOfSts);
    if (!named) {
      return PolicyType.IDENTITY;
    }
    return !resource && assumes ? PolicyType.TRUST : PolicyType.RESOURCE;
  }

  private static List<Node.Members> statements(Node.Members document) {
    Node statement = document.get("Statement").orElse(document);
    List<Node> all = statement instanceof Node.Items items ? items.values() : List.of(statement);
    return all.stream()
        .filter(Node.Members.class::isInstance)
        .map(Node.Members.class::cast)
        .toList();
  }

  private static boolean has(Node.Members statement, String element) {
    return statement.get(element).isPresent();
  }

  private static boolean isOfSts(Node.Members statement) {
    Node action = statement.get("Action").orElse(statement);
    List<Node> all = action instanceof Node.Items items ? items.values() : List.of(action);
    return all.stream()
        .allMatch(a -> a instanceof Node.Text t && t.value().regionMatches(true, 0, "sts:", 0, 4));
  }
}
