package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.read.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out what a policy is attached to: from what it stands in, else from its artifact's name as
 * far as its statements can be of such a policy, else from its statements alone.
 */
final class PolicyTypes {

  private static final List<String> OWNERS = List.of("RoleName", "UserName", "GroupName");

  private PolicyTypes() {}

  /**
   * The type given, or what the document tells where none is given.
   *
   * @param excepting whether a statement has a NotPrincipal
   */
  static PolicyDocument.Type of(
      PolicyDocument.Type given, String artifact, List<Statement> statements, boolean excepting) {
    if (given != PolicyDocument.Type.UNKNOWN) {
      return given;
    }
    PolicyDocument.Type named = PolicyNames.type(artifact);
    return isOf(named, statements, excepting) ? named : told(statements, excepting);
  }

  /** The type given, or what name and words of a text tell that is no JSON. */
  static PolicyDocument.Type ofUnread(PolicyDocument.Type given, Artifact artifact) {
    PolicyDocument.Type named =
        given == PolicyDocument.Type.UNKNOWN ? PolicyNames.type(artifact.name()) : given;
    if (named != PolicyDocument.Type.UNKNOWN) {
      return named;
    }
    if (!artifact.text().contains("\"Principal\"")
        && !artifact.text().contains("\"NotPrincipal\"")) {
      return PolicyDocument.Type.IDENTITY;
    }
    return artifact.text().contains("\"sts:AssumeRole")
        ? PolicyDocument.Type.TRUST
        : PolicyDocument.Type.RESOURCE;
  }

  /**
   * What AWS's commands say of a document by the object that they print it in: {@code iam
   * get-role}, {@code iam get-role-policy}, {@code iam get-policy-version}, {@code ec2
   * describe-vpc-endpoints}, {@code organizations describe-policy}; empty where the object does not
   * tell. A managed policy is a boundary where its artifact's name says so.
   */
  static Optional<PolicyDocument.Type> within(
      JsonValue.Members object, String member, String artifact) {
    return switch (member) {
      case "AssumeRolePolicyDocument" -> Optional.of(PolicyDocument.Type.TRUST);
      case "PolicyDocument" ->
          isInline(object)
              ? Optional.of(PolicyDocument.Type.IDENTITY)
              : object.text("VpcEndpointId").isEmpty()
                  ? Optional.empty()
                  : Optional.of(PolicyDocument.Type.VPC_ENDPOINT);
      case "Document" ->
          object.get("IsDefaultVersion") == null
              ? Optional.empty()
              : Optional.of(
                  PolicyNames.type(artifact) == PolicyDocument.Type.BOUNDARY
                      ? PolicyDocument.Type.BOUNDARY
                      : PolicyDocument.Type.IDENTITY);
      case "Content" ->
          object.get("PolicySummary") instanceof JsonValue.Members summary
              ? ofOrganization(summary.text("Type"))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<PolicyDocument.Type> ofOrganization(String type) {
    return switch (type) {
      case "SERVICE_CONTROL_POLICY" -> Optional.of(PolicyDocument.Type.SCP);
      case "RESOURCE_CONTROL_POLICY" -> Optional.of(PolicyDocument.Type.RCP);
      default -> Optional.empty();
    };
  }

  private static boolean isInline(JsonValue.Members object) {
    return !object.text("PolicyName").isEmpty()
        && OWNERS.stream().anyMatch(owner -> !object.text(owner).isEmpty());
  }

  /**
   * Whether a policy of this type can have such statements: those of resources, endpoints and
   * resource control policies name principals, no others do. Only a trust policy has neither
   * principals nor resources where its principals were forgotten.
   */
  private static boolean isOf(
      PolicyDocument.Type type, List<Statement> statements, boolean excepting) {
    boolean principal = excepting || statements.stream().anyMatch(s -> !s.principals().isEmpty());
    return switch (type) {
      case IDENTITY, BOUNDARY, SCP, SESSION -> !principal;
      case RESOURCE, RCP, VPC_ENDPOINT -> principal;
      case TRUST ->
          isOfSts(statements) && statements.stream().allMatch(s -> s.resources().isEmpty());
      case UNKNOWN -> false;
    };
  }

  private static PolicyDocument.Type told(List<Statement> statements, boolean excepting) {
    return isOf(PolicyDocument.Type.IDENTITY, statements, excepting)
        ? PolicyDocument.Type.IDENTITY
        : isOfSts(statements) ? PolicyDocument.Type.TRUST : PolicyDocument.Type.RESOURCE;
  }

  private static boolean isOfSts(List<Statement> statements) {
    return statements.stream()
        .allMatch(s ->
            !s.actions().isEmpty()
                && s.actions().stream()
                    .map(Element::value)
                    .allMatch(a -> a.toLowerCase(Locale.ROOT).startsWith("sts:")));
  }
}
