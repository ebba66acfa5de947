package awsleuth.iam;

import awsleuth.iam.match.View;
import awsleuth.iam.request.Request;

/**
 * Decides requests against the policies of one situation, offline, as AWS would (IAM user guide,
 * "Policy evaluation logic"). Policies are prepared once; then any number of requests may be
 * decided, also by several threads.
 */
public final class Authorizer {

  private final Program program;

  private Authorizer(Program program) {
    this.program = program;
  }

  /** Prepares policies. */
  public static Authorizer of(PolicySet policies) {
    return new Authorizer(new Program(policies));
  }

  /** The decision alone, which is the fastest to get. */
  public Result decide(Request request) {
    return new Evaluation(program, new View(request, program.keys())).result();
  }

  /** The decision with its reasons: every layer, statement and element, and what else blocks. */
  public Decision explain(Request request) {
    return Explainer.explain(program, request);
  }
}
