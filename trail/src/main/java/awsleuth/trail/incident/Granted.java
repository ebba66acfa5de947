package awsleuth.trail.incident;

import awsleuth.core.fact.Denial;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A grant of a KMS key that was taken away, of which the archive has the making: it allows by
 * itself whom it names what it names (KMS developer guide, "Grants in AWS KMS").
 *
 * @param call the refused call
 * @param before the calls that succeeded
 * @param history the grants that were made
 */
record Granted(Refused call, Before before, History history) {

  private static final String KMS = "kms:";

  /** The ruling; empty where it is no such change, or the grant is not known. */
  Optional<Ruling> ruling(Change change) {
    boolean taken = change.topic() == Topic.GRANT && change.removes();
    return taken && action().startsWith(KMS)
        ? history.grant(change).map(made -> ruling(change, made))
        : Optional.empty();
  }

  private String action() {
    return call.denial().action().isEmpty()
        ? call.request().map(r -> r.action()).orElse("")
        : call.denial().action();
  }

  private Ruling ruling(Change change, Change made) {
    if (isOther(made.part())) {
      return Ruling.ruledOut("the grant was for " + made.part());
    }
    if (!made.granted().contains(action().substring(KMS.length()).toLowerCase(Locale.ROOT))) {
      return Ruling.ruledOut("the grant did not allow `" + action() + "`");
    }
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add(
        "until then the grant allowed `%s` (CreateGrant of %s)"
            .formatted(action(), Event.moment(made.event().time())));
    String missing = missing(made);
    return missing.isEmpty()
        ? Ruling.confirmed(why)
        : new Ruling(Certainty.POSSIBLE, List.copyOf(why), missing);
  }

  private String missing(Change made) {
    if (call.denial().kind() != Denial.Kind.IMPLICIT) {
      return "whether it is an allow that is missing: AWS does not say it";
    }
    if (before.last().isEmpty()) {
      return "whether the call was allowed before: no success is known";
    }
    if (!made.part().equals(call.caller())) {
      return "whether the grant was for the caller: it was for " + made.part();
    }
    return !before.sure()
        ? Before.UNSURE
        : made.isLimited() ? "whether the call met the constraints of the grant" : "";
  }

  /** Whether it was for another role or user; of an account, a session or an ID it is open. */
  private boolean isOther(String grantee) {
    return !grantee.equals(call.caller())
        && (grantee.contains(":role/") || grantee.contains(":user/"));
  }
}
