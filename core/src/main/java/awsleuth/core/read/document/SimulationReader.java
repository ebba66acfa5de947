package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.SimulatedDecision;
import awsleuth.core.evidence.SimulatedDecision.Decision;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code aws iam simulate-principal-policy} and {@code simulate-custom-policy} print,
 * and the response of the operations as a program prints it.
 */
public final class SimulationReader {

  private SimulationReader() {}

  /** The decisions in the order of the text; empty where there are none. */
  public static List<SimulatedDecision> read(Artifact artifact) {
    List<SimulatedDecision> found = new ArrayList<>();
    for (JsonValue value : JsonValue.parseAll(artifact.text(), 1)) {
      if (value instanceof JsonValue.Members response) {
        for (JsonValue.Members result : objects(response, "EvaluationResults")) {
          results(result, artifact.name(), found);
        }
      }
    }
    return List.copyOf(found);
  }

  /** Where several resources were asked for, each has a result of its own. */
  private static void results(
      JsonValue.Members result, String artifact, List<SimulatedDecision> found) {
    List<JsonValue.Members> own = objects(result, "ResourceSpecificResults");
    if (own.isEmpty()) {
      add(result, result, result.text("EvalDecision"), artifact, found);
    }
    for (JsonValue.Members each : own) {
      add(result, each, each.text("EvalResourceDecision"), artifact, found);
    }
  }

  private static void add(
      JsonValue.Members result,
      JsonValue.Members own,
      String decided,
      String artifact,
      List<SimulatedDecision> found) {
    Decision decision =
        switch (decided) {
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
            own.text("EvalResourceName"),
            decision,
            texts(own, "SourcePolicyType"),
            texts(own, "SourcePolicyId"),
            missing(own),
            isFalse(own, "PermissionsBoundaryDecisionDetail", "AllowedByPermissionsBoundary"),
            isFalse(result, "OrganizationsDecisionDetail", "AllowedByOrganizations"),
            new Source(artifact, own.line())));
  }

  private static List<String> texts(JsonValue.Members result, String name) {
    return objects(result, "MatchedStatements").stream().map(s -> s.text(name)).toList();
  }

  private static List<String> missing(JsonValue.Members result) {
    List<String> keys = new ArrayList<>();
    if (result.get("MissingContextValues") instanceof JsonValue.Elements elements) {
      for (int i = 0; i < elements.values().size(); i++) {
        keys.add(elements.textAt(i));
      }
    }
    return keys;
  }

  private static boolean isFalse(JsonValue.Members result, String detail, String name) {
    return result.get(detail) instanceof JsonValue.Members members
        && switch (members.get(name)) {
          case JsonValue.Scalar scalar -> scalar.literal().equals("false");
          case JsonValue.Text text -> text.value().equals("false");
          case null -> false;
          case JsonValue.Members _ -> false;
          case JsonValue.Elements _ -> false;
        };
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
