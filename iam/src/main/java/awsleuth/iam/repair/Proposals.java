package awsleuth.iam.repair;

import java.util.List;

/**
 * What would have a denied request allowed.
 *
 * @param all the proposals: changes of policies, the narrowest first, then changes of the request's
 *     context; empty where there are none
 * @param obstacle why there are none, in one sentence without a final period; empty where there is
 *     one, and where the request is allowed
 */
public record Proposals(List<Proposal> all, String obstacle) {

  /** Nothing to propose. */
  public static final Proposals NONE = new Proposals(List.of(), "");
}
