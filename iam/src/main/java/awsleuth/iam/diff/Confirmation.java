package awsleuth.iam.diff;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicyAlone;
import awsleuth.iam.Result;
import awsleuth.iam.match.Grant;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks how requests are decided under the policies of both sides. */
final class Confirmation {

  private final PolicyType type;
  private final List<Policy> before;
  private final List<Policy> after;
  private final PolicyAlone aloneBefore;
  private final PolicyAlone aloneAfter;
  private final Map<Surroundings, Pair> known = new HashMap<>();

  /** What decides on both sides; in other surroundings without the owner, who is the request's. */
  private record Pair(Authorizer before, Authorizer after) {}

  Confirmation(List<Policy> before, List<Policy> after) {
    this.type = (before.isEmpty() ? after : before).getFirst().type();
    this.before = before;
    this.after = after;
    this.aloneBefore = PolicyAlone.of(before);
    this.aloneAfter = PolicyAlone.of(after);
  }

  /** Whether the policies by themselves decide a request so. */
  boolean confirms(Change change, Request request, Grant level) {
    PolicyAlone.Verdict was = aloneBefore.decide(request);
    PolicyAlone.Verdict is = aloneAfter.decide(request);
    return switch (change) {
      case ALLOWED -> is.allows(level) && !was.allows(level);
      case NO_LONGER_ALLOWED -> was.allows(level) && !is.allows(level);
      case DENIED -> is.denied() == Truth.TRUE && was.denied() == Truth.FALSE;
      case NO_LONGER_DENIED -> was.denied() == Truth.TRUE && is.denied() == Truth.FALSE;
    };
  }

  /** Beside what the whole decision on a request depends on the change; empty where beside none. */
  Optional<Surroundings> surroundings(Change change, Request request) {
    return Surroundings.of(type, request).stream()
        .filter(s -> isSo(change, s, request))
        .findFirst();
  }

  private boolean isSo(Change change, Surroundings around, Request request) {
    Surroundings plain =
        new Surroundings(
            around.identity(), around.resource(), around.session(), around.limited(), "");
    Pair pair =
        known.computeIfAbsent(
            plain,
            s ->
                new Pair(
                    Authorizer.of(s.around(type, before)), Authorizer.of(s.around(type, after))));
    Result was = pair.before().decide(around.in(request));
    Result is = pair.after().decide(around.in(request));
    return switch (change) {
      case ALLOWED -> is == Result.ALLOWED && was.denied();
      case NO_LONGER_ALLOWED -> was == Result.ALLOWED && is.denied();
      case DENIED -> is == Result.EXPLICIT_DENY && isNotDenied(was);
      case NO_LONGER_DENIED -> was == Result.EXPLICIT_DENY && isNotDenied(is);
    };
  }

  private static boolean isNotDenied(Result result) {
    return result == Result.ALLOWED || result == Result.IMPLICIT_DENY;
  }
}
