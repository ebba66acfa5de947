package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.SimulatedDecision;
import awsleuth.core.evidence.SimulatedDecision.Decision;
import awsleuth.core.evidence.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code aws iam simulate-principal-policy} and {@code simulate-custom-policy} print,
 * and the response of the operations as a program prints it.
 */
final class SimulationReader {

  private SimulationReader() {}

  /** The decisions in the order of the text; empty where there are none. */
  static List<SimulatedDecision> read(Artifact artifact) {
    List<SimulatedDecision> found = new ArrayList<>();
    for (JsonValue value : JsonValue.parseAll(artifact.text(), 1)) {
      if (value instanceof JsonValue.Members response) {
        for (JsonValue.Members result : objects(response, "EvaluationResults")) {
          add(result, artifact.name(), found);
        }
      }
    }
    return List.copyOf(found);
  }

  private static void add(
      JsonValue.Members result, String artifact, List<SimulatedDecision> found) {
    Decision decision =
        switch (result.text("EvalDecision")) {
          case "allowed" -> Decision.ALLOWED;
          case "explicitDeny" -> Decision.EXPLICIT_DENY;
          case "implicitDeny" -> Decision.IMPLICIT_DENY;
          default -> null;
        };
    if (decision == null || result.text("EvalActionName").isEmpty()) {
      return;
    }
    found.add(
        new SimulatedDecision(
            result.text("EvalActionName"),
            result.text("EvalResourceName"),
            decision,
            objects(result, "MatchedStatements").stream()
                .map(s -> s.text("SourcePolicyType"))
                .toList(),
            result.get("MissingContextValues") instanceof JsonValue.Elements keys
                && !keys.values().isEmpty(),
            isFalse(result, "PermissionsBoundaryDecisionDetail", "AllowedByPermissionsBoundary"),
            isFalse(result, "OrganizationsDecisionDetail", "AllowedByOrganizations"),
            new Source(artifact, result.line())));
  }

  private static boolean isFalse(JsonValue.Members result, String detail, String name) {
    return result.get(detail) instanceof JsonValue.Members members
        && members.get(name) instanceof JsonValue.Scalar scalar
        && scalar.literal().equals("false");
  }

  private static List<JsonValue.Members> objects(JsonValue.Members of, String name) {
    List<JsonValue.Members> objects = new ArrayList<>();
    if (of.get(name) instanceof JsonValue.Elements elements) {
      for (JsonValue value : elements.values()) {
        if (value instanceof JsonValue.Members members) {
          objects.add(members);
        }
      }
    }
    return objects;
  }
}
