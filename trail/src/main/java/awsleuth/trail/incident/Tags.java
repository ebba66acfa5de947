package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tags on which a policy depends (IAM user guide, "Controlling access to AWS resources using
 * tags").
 *
 * @param call the call
 * @param history what policies say
 * @param beside the policies that the caller has
 */
record Tags(Refused call, History history, Beside beside) {

  /**
   * The ruling of a change of tags; empty where neither a known policy of the caller nor AWS's
   * message depends on them.
   */
  Optional<Ruling> ruling(Change change, Touch touch) {
    PolicyDocument.Type type = call.denial().policyType();
    boolean open = type == PolicyDocument.Type.UNKNOWN || type == PolicyDocument.Type.IDENTITY;
    if (!States.isDenial(call) || !open) {
      return Optional.empty();
    }
    String kind = touch == Touch.PRINCIPAL ? "PrincipalTag" : "ResourceTag";
    List<String> tags =
        change.part().isEmpty() ? List.of() : Arrays.asList(change.part().split(", "));
    for (Change held : beside.written(call, history)) {
      if (TagKeys.ofPolicy(history.document(held)).has(kind, tags)) {
        return Optional.of(ruling(change, touch, held));
      }
    }
    TagKeys said = TagKeys.ofMessage(call.event().field("errorMessage"));
    return !tags.isEmpty() && said.has(kind, tags)
        ? Optional.of(
            Ruling.possible(
                "it changed the tag `"
                    + change.part()
                    + "` of "
                    + touch.words()
                    + ", of which AWS speaks",
                "what the tags were before and are since"))
        : Optional.empty();
  }

  private static Ruling ruling(Change change, Touch touch, Change held) {
    String tags = change.part().isEmpty() ? "tags" : "the tag `" + change.part() + "`";
    return new Ruling(
        Certainty.POSSIBLE,
        List.of(
            "it changed " + tags + " of " + touch.words(),
            "the caller's "
                + held.what()
                + " depends on it ("
                + held.event().name()
                + " of "
                + Event.moment(held.event().time())
                + ")"),
        "what the tags were before and are since");
  }
}
