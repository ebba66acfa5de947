package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    PolicyDocument.Type said = call.denial().policyType();
    boolean open = said == PolicyDocument.Type.UNKNOWN || said == PolicyDocument.Type.IDENTITY;
    if (!States.isDenial(call) || !open) {
      return Optional.empty();
    }
    String key = touch == Touch.PRINCIPAL ? "principaltag/" : "resourcetag/";
    List<String> tags = Arrays.asList(change.part().toLowerCase(Locale.ROOT).split(", "));
    for (Change held : beside.written(call, history)) {
      String document = history.document(held).toLowerCase(Locale.ROOT);
      if (tags.stream().anyMatch(tag -> document.contains(key + tag))) {
        return Optional.of(ruling(change, touch, held));
      }
    }
    return isSaid(key, tags)
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

  /** Whether AWS's message names the condition key of one of the tags. */
  private boolean isSaid(String key, List<String> tags) {
    String message = call.event().field("errorMessage").toLowerCase(Locale.ROOT);
    return tags.stream().anyMatch(tag -> !tag.isEmpty() && message.contains(key + tag));
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
