package awsleuth.iam.repair;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change under which the request is allowed, as a new decision has shown.
 *
 * @param title what to do, starting with a verb
 * @param policies the changes of policies, one for each document; empty where the request changes
 * @param context the context keys that the request must have instead, with what their values must
 *     be in words; beside changes of policies, where the request is allowed only with both; empty
 *     where policies change alone
 * @param widens what else the changes newly allow, found by deciding neighbouring requests; empty
 *     where none of them is
 * @param proof what deciding requests before and after shows; empty where no policy changes
 */
public record Proposal(
    String title,
    List<PolicyChange> policies,
    Map<String, String> context,
    List<String> widens,
    Optional<Proof> proof) {

  /** The same where values of context keys were taken for granted, which no evidence tells. */
  public Proposal assuming(Map<String, String> values) {
    return new Proposal(title, policies, context, widens, proof.map(p -> p.assuming(values)));
  }
}
