package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Literal;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change of an organization's policies that cannot be why a call is refused.
 *
 * @param call the refused call
 * @param history what policies say
 */
record Unrefusing(Refused call, History history) {

  /** Service and resource control policies have it (Organizations user guide, "SCP syntax"). */
  private static final Pattern STATEMENT =
      Pattern.compile("\"Statement\"\\s{0,99}:", Pattern.CASE_INSENSITIVE);

  /** Whether it is one. */
  boolean is(Change change) {
    return ruling(change).filter(r -> r.certainty() == Certainty.RULED_OUT).isPresent();
  }

  /**
   * The ruling; also of a policy of a type that denies no call but what AWS says of it. Empty of
   * any other change.
   */
  Optional<Ruling> ruling(Change change) {
    return change.topic() == Topic.ORGANISATION
        ? ofOtherType(change).or(() -> withoutStatements(change)).or(() -> placed(change))
        : Optional.empty();
  }

  private Optional<Ruling> ofOtherType(Change change) {
    return Optional.of(change)
        .filter(Change::isOfOtherType)
        .or(() -> history.written(change).filter(Change::isOfOtherType))
        .map(Change::part)
        .map(type ->
            isSaid(type)
                ? Ruling.possible(
                    "it changed a policy of the type that AWS speaks of",
                    "what holds of it: aws organizations describe-effective-policy --policy-type "
                        + Literal.shell(type, "<type>"))
                : Ruling.ruledOut("a policy of the type `" + type + "` denies no such call"));
  }

  /** Whether AWS speaks of policies of a type, {@code tag policy}. */
  private boolean isSaid(String type) {
    String words = type.substring(0, type.indexOf("_POLICY")).replace('_', ' ') + " policy";
    Event event = call.sampled().event();
    String said =
        call.event().field("errorMessage") + " " + event.code().replace("Policy", " Policy");
    return said.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /** Where AWS says that a service or resource control policy refused, one has statements. */
  private Optional<Ruling> withoutStatements(Change change) {
    return Optional.of(change)
        .filter(_ -> isControlled())
        .filter(c -> !c.document().isEmpty())
        .or(() -> history.written(change).filter(_ -> isControlled()))
        .filter(c -> !STATEMENT.matcher(c.document()).find())
        .map(_ ->
            Ruling.ruledOut(
                "its document has no statements, so that it is of another type than "
                    + "the policy that AWS speaks of"));
  }

  private boolean isControlled() {
    PolicyDocument.Type said = call.denial().policyType();
    return said == PolicyDocument.Type.SCP || said == PolicyDocument.Type.RCP;
  }

  /** At each level one must allow, and none deny ("SCP evaluation"). */
  private Optional<Ruling> placed(Change change) {
    String name = change.event().name();
    Denial.Kind kind = call.denial().kind();
    if (name.equals("AttachPolicy") && kind == Denial.Kind.IMPLICIT && isControlled()) {
      return Optional.of(
          Ruling.ruledOut("AWS says that no policy allows the call: to attach one allows no less"));
    }
    return name.equals("DetachPolicy") && kind == Denial.Kind.EXPLICIT && isControlled()
        ? Optional.of(
            Ruling.ruledOut("AWS says that a policy denies the call: to detach one denies no more"))
        : Optional.empty();
  }
}
