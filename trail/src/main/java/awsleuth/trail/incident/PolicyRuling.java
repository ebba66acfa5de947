package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Literal;
import awsleuth.iam.Layer;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Topic;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How sure it is that a policy's change is why a call is refused: what its document says after, and
 * what was before.
 *
 * @param layer the type of policy
 * @param after what the document says of the call since the change
 * @param old what it said until then; open where the archive does not have it
 * @param former the change that wrote what was before
 * @param alsoRefused whether the document would refuse the last call that succeeded too, so that it
 *     is not the call that changed
 */
record PolicyRuling(
    Refused call,
    Before before,
    Change change,
    Touch touch,
    Layer layer,
    Decided after,
    Decided old,
    Optional<Change> former,
    boolean alsoRefused) {

  /**
   * The ruling.
   *
   * @param others whether no other change of this layer can be why
   */
  Ruling ruling(Around.Only others) {
    boolean only = others.holds();
    Optional<Ruling> another = new Attached(call, change, before).another();
    if (another.isPresent()) {
      return another.get();
    }
    if (!isAgainst()) {
      return after.verdict() == Verdict.OPEN ? open(only) : Ruling.ruledOut(afterWords());
    }
    if (former.isPresent() && old.verdict() != Verdict.OPEN) {
      return isFor(old)
          ? confirmedOr(only)
          : Ruling.ruledOut(beforeWords() + ": that is no change for the call");
    }
    if (isProven(only)) {
      return confirmedOr(only);
    }
    Ruling open = unsettled(only);
    return isProven(true) && !others.missing().isEmpty()
        ? new Ruling(open.certainty(), open.why(), others.missing(), open.blind())
        : open;
  }

  /**
   * Whether the last success proves what was before: the document would have refused it, or it has
   * no conditions that another context could meet; and AWS's word, or the statement itself, ties
   * the refusal to this document.
   */
  private boolean isProven(boolean only) {
    boolean told = call.denial().policyType() != PolicyDocument.Type.UNKNOWN;
    boolean sameCall = alsoRefused || !after.conditional();
    boolean tied =
        after.verdict() == Verdict.DENIES || isProvenByAws(only) || (only && told && after.near());
    return succeeded() && isSure() && sameCall && tied;
  }

  /**
   * Whether the last success was the same call as far as this document can tell: on the same
   * resource, or the document is the caller's and says the same of all resources.
   */
  private boolean isSure() {
    return before.sure() || (layer != Layer.RESOURCE && !after.narrow());
  }

  /** Whether the document refuses the call since the change. */
  private boolean isAgainst() {
    return switch (after.verdict()) {
      case DENIES -> call.denial().kind() != Denial.Kind.IMPLICIT;
      case SILENT ->
          !change.attaches() && mustAllow() && call.denial().kind() != Denial.Kind.EXPLICIT;
      case ALLOWS, OPEN -> false;
    };
  }

  /** Whether what says nothing refuses: not where the policy only takes away. */
  private boolean mustAllow() {
    boolean denies = layer == Layer.RCP || (layer == Layer.SCP && !isUnallowedByScp());
    boolean told = call.denial().policyType() == PolicyDocument.Type.RESOURCE;
    boolean decides = change.topic() == Topic.TRUST || change.thing().kind().equals("key");
    boolean alone = call.isOfOthers() || call.isByService();
    return !denies && (layer != Layer.RESOURCE || told || decides || alone);
  }

  /** Whether AWS says that no service control policy allows the call. */
  private boolean isUnallowedByScp() {
    return call.denial().policyType() == PolicyDocument.Type.SCP
        && call.denial().kind() == Denial.Kind.IMPLICIT;
  }

  private boolean isFor(Decided decided) {
    boolean deny = after.verdict() == Verdict.DENIES;
    return deny ? decided.verdict() != Verdict.DENIES : decided.verdict() == Verdict.ALLOWS;
  }

  private boolean succeeded() {
    return before.last().isPresent();
  }

  /**
   * Whether AWS's sentence itself names the policy that this change wrote: the only one of its type
   * that the call meets, or the one with the ARN that it names.
   */
  private boolean isProvenByAws(boolean only) {
    boolean told = call.denial().policyType() != PolicyDocument.Type.UNKNOWN;
    boolean single =
        layer == Layer.BOUNDARY || layer == Layer.VPC_ENDPOINT || layer == Layer.RESOURCE;
    boolean trust = change.topic() == Topic.TRUST && touch == Touch.RESOURCE;
    return only && ((told && single) || trust || isNamedByAws());
  }

  private boolean isNamedByAws() {
    String arn = call.denial().policyArn();
    return !arn.isEmpty()
        && (arn.equals(change.thing().name()) || arn.endsWith("/" + change.thing().name()));
  }

  /** Confirmed; but where it is not known to be attached, possible. */
  private Ruling confirmedOr(boolean only) {
    List<String> why = new ArrayList<>();
    why.add(beforeWords());
    why.add(afterWords());
    if (touch == Touch.MAYBE) {
      return new Ruling(Certainty.POSSIBLE, List.copyOf(why), depends());
    }
    if (touch == Touch.ORGANISATION && !only && !isNamedByAws()) {
      return new Ruling(
          Certainty.POSSIBLE,
          List.copyOf(why),
          "which of the organization's policies denied: AWS does not name it"
              + (succeeded() ? "" : ", and no success of the same call before is known"));
    }
    return Ruling.confirmed(why);
  }

  private String depends() {
    return change.topic() == Topic.MANAGED
        ? (layer == Layer.BOUNDARY
                ? "whether the policy is the caller's permissions boundary: aws iam"
                    + " list-entities-for-policy --policy-usage-filter PermissionsBoundary"
                : "whether the policy is attached to the caller: aws iam list-entities-for-policy")
            + " --policy-arn "
            + change.thing().name()
        : "whether the call depends on " + change.thing().words();
  }

  private Ruling unsettled(boolean only) {
    List<String> why = new ArrayList<>();
    why.add(
        "it changed " + touch.words() + (only ? ", and nothing else of that type changed" : ""));
    why.add(afterWords());
    if (succeeded()) {
      why.add(beforeWords());
    }
    Certainty certainty = touch == Touch.MAYBE ? Certainty.REMOTE : Certainty.POSSIBLE;
    return new Ruling(
        certainty,
        List.copyOf(why),
        succeeded() && !isSure()
            ? Before.UNSURE
            : change.isMembership()
                ? ofGroup(change)
                : "what the policy said before: the archive has no earlier version",
        after.verdict() == Verdict.SILENT && !new Attached(call, change, before).isForService());
  }

  /** Of a call from another account that account's policies may be why, unless AWS says which. */
  private Ruling open(boolean only) {
    boolean told = call.denial().policyType() != PolicyDocument.Type.UNKNOWN || !call.isOfOthers();
    if (touch != Touch.MAYBE && before.sure() && told && isProvenByAws(only) && !change.removes()) {
      return Ruling.confirmed(
          List.of(
              beforeWords(),
              "since then AWS says that the "
                  + layer.words()
                  + " refuses it, and the call meets no other of that type"));
    }
    boolean implicit = call.denial().kind() != Denial.Kind.EXPLICIT;
    if (change.attaches() && (implicit || after.statement().isEmpty())) {
      return new Attached(call, change, before).ruling(touch);
    }
    List<String> why = new ArrayList<>(List.of("it changed " + touch.words()));
    after.statement().ifPresent(_ -> why.add(afterWords()));
    return new Ruling(Certainty.POSSIBLE, List.copyOf(why), missing(), after.statement().isEmpty());
  }

  private String missing() {
    if (change.isMembership()) {
      return ofGroup(change);
    }
    if (change.thing().kind().equals("account")) {
      return change.part().isEmpty()
          ? "which policies of the organization hold for the account since then"
          : "which policies hold at `" + change.part() + "`, to which it moved the account";
    }
    return after
        .unknown()
        .map(u -> u + ": the event does not tell")
        .orElse(
            change.document().isEmpty()
                ? "what the policy says since: the archive does not have its document"
                : "what the policy says since: its document cannot be read as such a policy");
  }

  private String afterWords() {
    return "since "
        + change.event().name()
        + " "
        + (change.isMembership()
            ? member()
            : change.removes() ? "the policy is gone" : after.words());
  }

  private String member() {
    return change.removes() ? "the user is not in the group any more" : "the user is in the group";
  }

  /** What is missing of a group that a user was put into or taken out of. */
  static String ofGroup(Change change) {
    String named = " --group-name " + Literal.shell(change.part(), "<group>");
    return "what the policies of the group say: aws iam list-attached-group-policies"
        + named
        + "; aws iam list-group-policies"
        + named;
  }

  private String beforeWords() {
    if (former.isPresent() && old.verdict() != Verdict.OPEN) {
      return "before, "
          + (old.verdict() == Verdict.SILENT ? "nothing in it denied the call" : old.words())
          + " ("
          + former.get().event().name()
          + " of "
          + Event.moment(former.get().event().time())
          + ")";
    }
    return before.words(change.event().time()).orElse("what was before is not known");
  }
}
