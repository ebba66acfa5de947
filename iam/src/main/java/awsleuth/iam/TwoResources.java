package awsleuth.iam;

import awsleuth.iam.match.ElementTest;
import awsleuth.iam.match.KeyTable;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Locale;

/** Two resources of one action, as one policy looks at them. */
public final class TwoResources {

  private TwoResources() {}

  /**
   * Whether no pattern of the statements that are about the request's action matches one of the two
   * and not the other, so that the policy says the same of both under the same conditions. Not
   * where a policy variable leaves that open.
   *
   * @param other the ARN of the resource beside the request's own
   */
  public static boolean areAlike(Policy policy, Request request, String other) {
    KeyTable keys = new KeyTable();
    String action = request.action().toLowerCase(Locale.ROOT);
    List<ElementTest.Resources> patterns =
        policy.statements().stream()
            .filter(s -> ElementTest.actions(s.actions()).covers(action))
            .flatMap(s -> s.resources().values().stream())
            .map(p -> ElementTest.resource(p, policy, keys))
            .toList();
    View view = new View(request, keys);
    return patterns.stream()
        .allMatch(p -> {
          Truth covered = p.cover(request.resource(), view);
          return covered != Truth.UNKNOWN && covered == p.cover(other, view);
        });
  }
}
