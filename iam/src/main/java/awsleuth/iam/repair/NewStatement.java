package awsleuth.iam.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An allowing statement that a proposal adds.
 *
 * @param principal the ARN or service that it names; empty where the policy names none
 * @param action the action
 * @param resource the resource; empty in a role trust policy and in that of an image repository
 * @param conditions condition keys and values by operator, as JSON members
 */
record NewStatement(
    String principal, String action, String resource, Map<String, String> conditions) {

  private List<String> members() {
    List<String> members = new ArrayList<>();
    members.add("\"Effect\": \"Allow\"");
    if (!principal.isEmpty()) {
      boolean service = !principal.startsWith("arn:") && principal.endsWith(".amazonaws.com");
      members.add(
          "\"Principal\": {"
              + (service ? "\"Service\"" : "\"AWS\"")
              + ": "
              + Quoted.of(principal)
              + "}");
    }
    members.add("\"Action\": " + Quoted.of(action));
    if (!resource.isEmpty()) {
      members.add("\"Resource\": " + Quoted.of(resource));
    }
    if (!conditions.isEmpty()) {
      List<String> operators = new ArrayList<>();
      conditions.forEach((operator, keys) -> operators.add(Quoted.of(operator) + ": " + keys));
      members.add("\"Condition\": {" + String.join(", ", operators) + "}");
    }
    return members;
  }

  /** In one line. */
  String line() {
    return "{" + String.join(", ", members()) + "}";
  }

  /** One member a line. */
  String block(String indent, String unit, String lineBreak) {
    String inner = lineBreak + indent + unit;
    return "{" + inner + String.join("," + inner, members()) + lineBreak + indent + "}";
  }

  /** A whole new policy with this statement. */
  String document() {
    return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    "
        + block("    ", "  ", "\n")
        + "\n  ]\n}\n";
  }
}
