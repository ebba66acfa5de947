package awsleuth.trail.incident;

import awsleuth.core.fact.Denial;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import java.util.List;
import java.util.Optional;

/**
 * A policy of the caller that has no statement about the action that was refused, where nothing
 * tells the ARN of what is called: a secret that is called by its name has six characters more in
 * it.
 *
 * @param call the refused call
 * @param action the action; empty where AWS names none
 * @param documents what policies say of it
 * @param history which hold
 */
record NotAbout(Refused call, String action, Documents documents, History history) {

  /** A resource of which no statement tells: the actions alone count. */
  private static final String ANY = "arn:aws:any:::any";

  /** Empty where AWS names no action, or a statement may be about it. */
  Optional<Ruling> ruling(Change change, Optional<Change> former) {
    Optional<PolicyType> type = documents.type(change);
    boolean own = type.filter(t -> Documents.layer(change, t) == Layer.IDENTITY).isPresent();
    Optional<String> since = documents.since(change).filter(_ -> own);
    Optional<Request> asked = onAny();
    if (since.isEmpty() || asked.isEmpty() || isAbout(since.get(), asked.get())) {
      return Optional.empty();
    }
    String none = "no statement is about `" + action + "`";
    if (change.attaches()) {
      return Optional.of(Ruling.ruledOut("it gave the caller a policy in which " + none));
    }
    if (call.denial().kind() == Denial.Kind.EXPLICIT) {
      return Optional.of(
          Ruling.ruledOut("in it " + none + ", which AWS says that a policy denies"));
    }
    Optional<String> old = former.map(history::document);
    if (old.filter(d -> !isAbout(d, asked.get())).isPresent()) {
      return Optional.of(Ruling.ruledOut("before and since " + none));
    }
    return Optional.of(
        new Ruling(
            Certainty.POSSIBLE,
            List.of("since " + change.event().name() + " " + left(change).orElse(none)),
            change.isMembership()
                ? PolicyRuling.ofGroup(change)
                : old.isPresent()
                    ? call.untold()
                    : "what the policy said before: the archive has no earlier version",
            change.isMembership() || old.isEmpty()));
  }

  /** What is left of what a change took away; empty where it wrote something. */
  private static Optional<String> left(Change change) {
    return change.removes()
        ? Optional.of(
            change.isMembership() ? "the user is not in the group any more" : "the policy is gone")
        : Optional.empty();
  }

  /** The call on a resource of which no statement tells; empty where AWS names no action. */
  Optional<Request> onAny() {
    return Principal.parse(call.caller()).flatMap(this::request);
  }

  private Optional<Request> request(Principal caller) {
    return action.indexOf(':') > 0
        ? Optional.of(new Request(caller, action, ANY, "", Context.EMPTY))
        : Optional.empty();
  }

  private static boolean isAbout(String document, Request request) {
    return !document.isEmpty() && Decided.mayBeAbout(document, request);
  }
}
