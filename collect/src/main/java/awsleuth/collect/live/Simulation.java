package awsleuth.collect.live;

import awsleuth.collect.call.CallResult;
import awsleuth.collect.call.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What IAM's policy simulator decides for a role or user.
 *
 * @param principal ARN of the role or user
 * @param resource an ARN, or {@code *}
 */
record Simulation(String principal, String action, String resource) implements Question {

  @Override
  public String what() {
    return "what IAM's simulator says of " + action;
  }

  @Override
  public List<String> permissions() {
    return List.of("iam:SimulatePrincipalPolicy");
  }

  @Override
  public void ask(Asking asking) {
    Optional<Document> answer =
        asking
            .answer(
                what(),
                "iam",
                "SimulatePrincipalPolicy",
                Map.of(
                    "PolicySourceArn",
                    principal,
                    "ActionNames",
                    List.of(action),
                    "ResourceArns",
                    List.of(resource.isEmpty() ? "*" : resource)))
            .map(CallResult.Answered::document);
    answer.ifPresent(d -> asking.keep("simulation.json", Texts.pretty(d)));
  }
}
