package awsleuth.trail.incident;

import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.Optional;

/**
 * Whether a change can have given what a call needed that was refused and then succeeded.
 *
 * @param call the refused call
 * @param success the same call when it succeeded, or one on another resource of its bucket
 * @param documents what policies say
 */
record Given(Refused call, Sampled success, Documents documents) {

  /**
   * Not where its document does not allow the call; where the success was on another resource, only
   * if the document allows the call and says the same of both.
   */
  boolean mayBe(Change change) {
    Change written =
        change.isAttachment()
            ? documents.history().managedAt(change.part(), call.time()).orElse(change)
            : change;
    Optional<PolicyType> type = documents.type(written);
    Optional<Request> request = call.request();
    Verdict verdict =
        type.isEmpty() || request.isEmpty()
            ? Verdict.OPEN
            : documents
                .after(written, type.get(), Documents.layer(written, type.get()), request.get())
                .verdict();
    boolean refuses = verdict == Verdict.SILENT || verdict == Verdict.DENIES;
    return Before.isSame(success, call)
        ? !refuses
        : verdict == Verdict.ALLOWS
            && documents.areAlike(Before.resource(success, call), written, Optional.empty());
  }
}
