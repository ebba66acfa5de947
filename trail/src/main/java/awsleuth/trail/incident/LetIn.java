package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.List;
import java.util.Optional;

/**
 * A resource's policy that let a caller of the same account in by itself and does so no more: there
 * an allow of the resource's policy that names the caller is enough, whatever its identity-based
 * policies say (IAM user guide, "Policy evaluation for requests within a single account").
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param history what policies say
 * @param beside the policies that the caller has
 */
record LetIn(Refused call, Before before, History history, Beside beside) {

  /**
   * The ruling of a change of the resource's policy; empty where it is not one that could have let
   * the caller in.
   *
   * @param former the change that wrote what was before; empty where the archive does not have it
   */
  Optional<Ruling> ruling(Change change, Touch touch, Optional<Change> former) {
    Request request = call.request().orElse(null);
    if (request == null
        || !isOneAccount(request, change)
        || !isOpen()
        || isNew(change)
        || isClosed(change, request)) {
      return Optional.empty();
    }
    Result after = after(change, request);
    if (after == Result.ALLOWED || after == Result.EXPLICIT_DENY) {
      return Optional.empty();
    }
    if (former.isEmpty()) {
      return after == Result.IMPLICIT_DENY ? Optional.of(unknown(change)) : Optional.empty();
    }
    Result old = of(history.document(former.get()), request);
    boolean letIn = old == Result.ALLOWED && touch == Touch.RESOURCE;
    return letIn ? Optional.of(ruling(change, former.get(), after)) : Optional.empty();
  }

  private static boolean isOneAccount(Request request, Change change) {
    String account = request.principal().account();
    return change.topic() == Topic.RESOURCE
        && !account.isEmpty()
        && request.owner().equals(account)
        && change.event().account().equals(account);
  }

  /** Whether AWS leaves open what refused, or says that the caller's own policies do not allow. */
  private boolean isOpen() {
    PolicyDocument.Type said = call.denial().policyType();
    return States.isDenial(call)
        && call.denial().kind() != Denial.Kind.EXPLICIT
        && (said == PolicyDocument.Type.UNKNOWN || said == PolicyDocument.Type.IDENTITY);
  }

  /** A key of KMS that names neither caller nor account lets nobody in: no other policy counts. */
  private boolean isClosed(Change change, Request request) {
    String document = history.document(change);
    return change.thing().kind().equals("key")
        && Decided.of(PolicyType.RESOURCE, Layer.RESOURCE, document, request).verdict()
            == Decided.Verdict.SILENT;
  }

  /** What is made had no policy before. */
  private static boolean isNew(Change change) {
    return change.event().name().startsWith("Create");
  }

  /** What holds after; of a permission that is taken or given the others are not known. */
  private Result after(Change change, Request request) {
    if (change.removes() && change.event().name().startsWith("Delete")) {
      return Result.IMPLICIT_DENY;
    }
    String document = history.document(change);
    return document.isEmpty() ? Result.UNKNOWN : of(document, request);
  }

  /** What a document comes to by itself. */
  private static Result of(String document, Request request) {
    return PolicyParser.parse("document", PolicyType.RESOURCE, document)
        .policy()
        .map(p -> Authorizer.of(PolicySet.NONE.withResource(List.of(p))).decide(request))
        .orElse(Result.UNKNOWN);
  }

  private Ruling ruling(Change change, Change former, Result after) {
    String was =
        "before, the resource's policy let the caller in by itself ("
            + former.event().name()
            + " of "
            + Event.moment(former.event().time())
            + ")";
    if (after == Result.UNKNOWN) {
      return Ruling.possible(was, "whether it still does: its event does not tell");
    }
    Ruling ruling = Ruling.confirmed(List.of(was, since(change)));
    return beside.of(change, ruling, call, history);
  }

  private static String since(Change change) {
    return "since " + change.event().name() + " nothing in it lets the caller in";
  }

  private Ruling unknown(Change change) {
    boolean told = call.denial().policyType() == PolicyDocument.Type.IDENTITY;
    boolean likely = (told || change.removes()) && before.last().isPresent();
    Ruling ruling =
        likely
            ? Ruling.possible(
                since(change),
                "whether the policy before let the caller in: the archive has no earlier version")
            : Ruling.remote(since(change) + ", and what the policy said before is not known");
    return beside.of(change, ruling, call, history);
  }
}
