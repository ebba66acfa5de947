package awsleuth.iam.repair;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;

/** What the tests of repairs are made of: a role, a request of it, and the proposals for it. */
final class Repaired {

  static final String ROLE = "arn:aws:iam::111122223333:role/app";

  static final Policy EVERYTHING =
      policy(
          PolicyType.IDENTITY,
          "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
              + " \"Resource\": \"*\"}}");

  private Repaired() {}

  static List<Proposal> repair(PolicySet set, Request request, String... actions) {
    Decision decision = Authorizer.of(set).explain(request);
    assertThat(decision.result().denied()).isTrue();
    List<Proposal> all = Repairs.of(set, decision, _ -> List.of(actions), Beside.NONE).all();
    all.forEach(Repaired::assertOpenedIsProven);
    return all;
  }

  /** Whether a proof says all that a proposal allows besides. */
  private static void assertOpenedIsProven(Proposal proposal) {
    List<Proof.Line> lines = proposal.proof().map(Proof::lines).orElse(List.of());
    assertThat(lines)
        .filteredOn(l -> l.part() == Proof.Part.OPENED)
        .extracting(Proof.Line::what)
        .isEqualTo(proposal.widens());
  }

  /** Why a denied request gets no proposal. */
  static String obstacle(PolicySet set, Request request) {
    return Repairs.of(set, Authorizer.of(set).explain(request), _ -> List.of(), Beside.NONE)
        .obstacle();
  }

  static Request request(String action, String resource, Map<String, String> context) {
    Context given = Context.of(context).with("aws:PrincipalArn", ContextValue.Present.of(ROLE));
    Principal app = Principal.parse("arn:aws:sts::111122223333:assumed-role/app/s").orElseThrow();
    return new Request(app, action, resource, "111122223333", given);
  }

  static Policy policy(PolicyType type, String text) {
    String name = type == PolicyType.IDENTITY ? "identity.json" : type + ".json";
    return PolicyParser.parse(name, type, text).policy().orElseThrow();
  }

  /** Whether each proposal that changes policies allows the request. */
  static void assertAllowed(PolicySet set, List<Proposal> proposals, Request request) {
    for (Proposal p : proposals) {
      if (!p.policies().isEmpty()) {
        PolicySet after = Applied.to(set, p.policies()).orElseThrow();
        assertThat(Authorizer.of(after).decide(request)).isEqualTo(Result.ALLOWED);
      }
    }
  }
}
