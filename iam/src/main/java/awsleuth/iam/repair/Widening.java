package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.request.Request;

/** Tells which requests policies allow after a change that they did not allow before. */
final class Widening {

  private final Authorizer before;
  private final Authorizer after;

  Widening(PolicySet before, PolicySet after) {
    this.before = Authorizer.of(before);
    this.after = Authorizer.of(after);
  }

  boolean isNew(Request request) {
    return after.decide(request) == Result.ALLOWED && before.decide(request) != Result.ALLOWED;
  }

  /** Whether a request that was denied for certain, or is new, is not denied any more. */
  boolean mayBeNew(Request request) {
    Result now = after.decide(request);
    return !now.denied()
        && (before.decide(request).denied()
            || (now == Result.ALLOWED && before.decide(request) != Result.ALLOWED));
  }

  /** Whether a request was denied for certain and still is. */
  boolean staysDenied(Request request) {
    return before.decide(request).denied() && after.decide(request).denied();
  }
}
