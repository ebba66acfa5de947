package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.read.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out what a policy is attached to: from its artifact's name, else from its statements. */
public final class PolicyTypes {

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
    PolicyDocument.Type named = named(artifact);
    return named == PolicyDocument.Type.UNKNOWN ? told(statements, excepting) : named;
  }

  /** The type given, or what name and words of a text tell that is no JSON. */
  static PolicyDocument.Type ofUnread(PolicyDocument.Type given, Artifact artifact) {
    PolicyDocument.Type named =
        given == PolicyDocument.Type.UNKNOWN ? named(artifact.name()) : given;
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

  /** What the file's name says; UNKNOWN where it says nothing. */
  public static PolicyDocument.Type named(String artifact) {
    String name = artifact.substring(artifact.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.startsWith("policy:")) {
      return PolicyDocument.Type.UNKNOWN;
    }
    if (name.contains("boundary")) {
      return PolicyDocument.Type.BOUNDARY;
    }
    if (word(name, "scp") || name.contains("service-control")) {
      return PolicyDocument.Type.SCP;
    }
    if (word(name, "rcp") || name.contains("resource-control")) {
      return PolicyDocument.Type.RCP;
    }
    if (name.contains("trust") || name.contains("assume-role-policy")) {
      return PolicyDocument.Type.TRUST;
    }
    if (name.contains("session")) {
      return PolicyDocument.Type.SESSION;
    }
    return name.contains("vpce") || name.contains("endpoint")
        ? PolicyDocument.Type.VPC_ENDPOINT
        : PolicyDocument.Type.UNKNOWN;
  }

  /**
   * What AWS's commands say of a document by the object that they print it in: {@code iam
   * get-role}, {@code ec2 describe-vpc-endpoints}, {@code organizations describe-policy}; empty
   * where the object does not tell.
   */
  static Optional<PolicyDocument.Type> within(JsonValue.Members object, String member) {
    return switch (member) {
      case "AssumeRolePolicyDocument" -> Optional.of(PolicyDocument.Type.TRUST);
      case "PolicyDocument" ->
          object.text("VpcEndpointId").isEmpty()
              ? Optional.empty()
              : Optional.of(PolicyDocument.Type.VPC_ENDPOINT);
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

  private static boolean word(String name, String word) {
    int at = name.indexOf(word);
    int end = at + word.length();
    return at >= 0
        && (at == 0 || !Character.isLetter(name.charAt(at - 1)))
        && (end == name.length() || !Character.isLetter(name.charAt(end)));
  }

  private static PolicyDocument.Type told(List<Statement> statements, boolean excepting) {
    boolean principal = excepting;
    boolean assume = true;
    for (Statement s : statements) {
      principal |= !s.principals().isEmpty();
      for (Element action : s.actions()) {
        String plain = action.value().toLowerCase(Locale.ROOT);
        assume &= plain.startsWith("sts:");
      }
      assume &= !s.actions().isEmpty();
    }
    return !principal
        ? PolicyDocument.Type.IDENTITY
        : assume ? PolicyDocument.Type.TRUST : PolicyDocument.Type.RESOURCE;
  }
}
