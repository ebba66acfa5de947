package awsleuth.trail.incident;

import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Literal;
import awsleuth.trail.change.AccessKey;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The role or user that calls, deleted: AWS does not know its credentials any more (IAM user guide,
 * "Delete roles or instance profiles"). A user's own access keys are deleted before (IAM API
 * reference, DeleteUser).
 *
 * @param call the call
 * @param before the calls that succeeded
 * @param around the changes that have to do with the call
 */
record GoneCaller(Refused call, Before before, Around around) {

  private static final Set<String> DELETES = Set.of("DeleteRole", "DeleteUser");

  /** The ruling of a change; empty where it did not delete the caller, or AWS says otherwise. */
  Optional<Ruling> ruling(Change change, Touch touch) {
    if (touch != Touch.PRINCIPAL || !DELETES.contains(change.event().name())) {
      return Optional.empty();
    }
    return States.isUnknownKey(call)
        ? Optional.of(ruling(change))
        : States.isDenial(call) ? Optional.of(another(change)) : Optional.empty();
  }

  /** One of the same name is another principal, with policies of its own. */
  private Ruling another(Change change) {
    boolean denies = call.denial().kind() == Denial.Kind.EXPLICIT;
    return switch (call.denial().policyType()) {
      case UNKNOWN, RESOURCE, TRUST -> stale(change);
      case IDENTITY ->
          denies ? Ruling.ruledOut("AWS says that a policy of the caller denies") : bare(change);
      case BOUNDARY, SCP, RCP, VPC_ENDPOINT, SESSION ->
          Ruling.remote(
              "it deleted the " + change.thing().words() + ", of which AWS does not speak");
    };
  }

  /** IAM user guide, "AWS JSON policy elements: Principal". */
  private static Ruling stale(Change change) {
    return Ruling.possible(
        "it deleted the "
            + change.thing().words()
            + "; a policy that names it as a principal keeps the ID of the deleted one, also where"
            + " one of that name is made anew",
        "whether the policy of what is called has an ID (AROA… or AIDA…) as its principal");
  }

  /** What is deleted loses its policies (IAM API reference, DeleteRole and DeleteUser). */
  private static Ruling bare(Change change) {
    String kind = change.thing().kind();
    return Ruling.possible(
        "it deleted the "
            + change.thing().words()
            + "; one that is made anew has none of its policies",
        "which policies it has since: aws iam list-attached-%s-policies --%s-name %s"
            .formatted(kind, kind, Literal.shell(change.thing().name())));
  }

  /** Whether a key was deleted before, and it is the one that signs the calls. */
  private boolean isWithoutKey(Change change) {
    return around.near().stream()
        .filter(c -> c.event().name().equals("DeleteAccessKey"))
        .filter(c -> c.event().time() <= change.event().time())
        .anyMatch(c -> AccessKey.signs(c, call.sampled().record()).orElse(false));
  }

  private Ruling ruling(Change change) {
    if (isWithoutKey(change)) {
      return Ruling.ruledOut("the access key that signs the calls was deleted before");
    }
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add("it deleted the " + change.thing().words() + ", which is the caller");
    why.add("since then AWS does not know its credentials");
    if (change.event().name().equals("DeleteUser")
        && !AccessKey.isOfSession(call.sampled().record())) {
      return new Ruling(
          Certainty.POSSIBLE,
          List.copyOf(why),
          "which DeleteAccessKey took the key: IAM deletes no user that has one");
    }
    boolean same =
        before.last().filter(s -> AccessKey.isOne(s.record(), call.sampled().record())).isPresent();
    return same
        ? Ruling.confirmed(why)
        : new Ruling(
            Certainty.POSSIBLE,
            List.copyOf(why),
            "whether the credentials were good until then: no success with them is known");
  }
}
