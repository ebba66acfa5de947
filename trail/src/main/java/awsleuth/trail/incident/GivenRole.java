package awsleuth.trail.incident;

import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A role that a call gives to a service, which has to assume it: the trust policy has to let the
 * service (IAM user guide, "Create a role to delegate permissions to an AWS service").
 *
 * @param call the call
 * @param history what policies say
 */
record GivenRole(Refused call, History history) {

  /** How sure it is that a change of the trust policy is why the service cannot. */
  Ruling ruling(Change change, Optional<Change> former) {
    Verdict old = former.map(this::verdict).orElse(Verdict.OPEN);
    Verdict since = verdict(change);
    boolean refuses = since == Verdict.SILENT || since == Verdict.DENIES;
    if (old == Verdict.ALLOWS && refuses && !letsAnother(change)) {
      return Ruling.confirmed(
          List.of(
              "it does not let `" + service() + "` assume the role that the call gives to it",
              "before, it did"));
    }
    return Ruling.possible(
        "it changed the trust policy of the role that the call gives to `" + service() + "`",
        "whether the policy lets the service assume the role");
  }

  /**
   * Whether the policy lets a service whose name begins likewise: some assume roles by another name
   * than that of their events, ECS as ecs-tasks.
   */
  private boolean letsAnother(Change change) {
    String label = service().split("\\.", 2)[0];
    return history.document(change).contains(label + "-");
  }

  /** What the trust policy says of the service since a change that wrote it. */
  Verdict verdict(Change change) {
    String document = history.document(change);
    Request assume =
        new Request(
            new Principal.Service(service()),
            "sts:AssumeRole",
            "*",
            change.thing().account(),
            Context.OPEN);
    return document.isEmpty()
        ? Verdict.OPEN
        : Decided.of(PolicyType.TRUST, Layer.RESOURCE, document, assume).verdict();
  }

  private String service() {
    return call.sampled().event().source();
  }
}
